import { getConnectedAccount } from '../../shared/api/connections';
import { simplifyField } from '../../shared/ui/simplifyField';
import type { Operation } from '../operation';
import { CONNECTED_ACCOUNT_FIELDS, simplified } from '../simplify';
import { accountField, readAccountId } from './account';

export const get: Operation = {
	name: 'Get',
	description: 'Retrieve one account and what is wrong with it',
	action: 'Get connected account',
	effect: 'read',
	fields: [accountField, simplifyField],
	execute: async (run, item) => {
		const account = await getConnectedAccount(run, readAccountId(item));
		return simplified(item, account, CONNECTED_ACCOUNT_FIELDS);
	},
};
