import { syncConnectedAccount } from '../../shared/api/connections';
import { outcomes, type Operation } from '../operation';
import { accountField, readAccountId } from './account';

export const sync: Operation = {
	name: 'Sync',
	description: "Ask Seam to read the account's devices again now",
	action: 'Sync connected account',
	effect: 'change',
	fields: [accountField],
	execute: async (run, item) => {
		const id = readAccountId(item);
		await syncConnectedAccount(run, id);
		return outcomes({ success: true, connected_account_id: id });
	},
};
