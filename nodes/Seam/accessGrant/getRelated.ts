import type { INodeProperties } from 'n8n-workflow';

import { getRelatedToAccessGrant, type RelatedKind } from '../../shared/api/accessGrants';
import { choice } from '../../shared/ui/fieldKinds';
import { outcomes, type Operation } from '../operation';
import { grantFields, readGrant } from './fields';

const includeField: INodeProperties = {
	displayName: 'Include',
	name: 'include',
	type: 'multiOptions',
	options: [
		choice('Access Groups', 'acs_access_groups'),
		choice('Access Methods', 'access_methods'),
		choice('Access Systems', 'acs_systems'),
		choice('Connected Accounts', 'connected_accounts'),
		choice('Devices', 'devices'),
		choice('Entrances', 'acs_entrances'),
		choice('Spaces', 'spaces'),
		choice('User Identities', 'user_identities'),
	],
	default: [],
	description: 'What to return of all that belongs to the grant',
	hint: 'Leave empty to get everything',
};

export const getRelated: Operation = {
	name: 'Get Related',
	description: 'Retrieve the methods, devices, entrances, spaces and people of a grant at once',
	action: 'Get records related to access grant',
	effect: 'read',
	fields: [...grantFields, includeField],
	execute: async (run, item) => {
		const grant = readGrant(item);
		const include = item.choices<RelatedKind>('include');
		return outcomes(await getRelatedToAccessGrant(run, grant, include));
	},
};
