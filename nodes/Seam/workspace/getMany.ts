import { listWorkspaces } from '../../shared/api/workspaces';
import { limitField, returnAllField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { readLimit } from '../parameters';

export const getMany: Operation = {
	name: 'Get Many',
	description:
		'Retrieve the workspaces that the key reaches: a personal access token may reach several',
	action: 'Get many workspaces',
	effect: 'read',
	fields: [returnAllField, limitField],
	execute: async (run, item) => outcomes(await listWorkspaces(run, {}, readLimit(item))),
};
