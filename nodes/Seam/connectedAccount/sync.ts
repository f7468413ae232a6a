import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { syncConnectedAccount } from '../../shared/api/connections';
import { outcomes, type Operation } from '../operation';
import { accountField, readAccountId } from './account';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['connectedAccount'], operation: ['sync'] } },
	[accountField],
);

export const execute: Operation = async (run, itemIndex, item) => {
	const id = readAccountId(item);
	await syncConnectedAccount(run.context, id, itemIndex);
	return outcomes({ success: true, connected_account_id: id });
};
