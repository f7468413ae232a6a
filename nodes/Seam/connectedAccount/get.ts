import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { getConnectedAccount } from '../../shared/api/connections';
import { simplifyField } from '../../shared/ui/simplifyField';
import { outcomes, type Operation } from '../operation';
import { CONNECTED_ACCOUNT_FIELDS, simplified } from '../simplify';
import { accountField, readAccountId } from './account';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['connectedAccount'], operation: ['get'] } },
	[accountField, simplifyField],
);

export const execute: Operation = async (run, itemIndex, item) => {
	const id = readAccountId(item);
	const account = await getConnectedAccount(run.context, id, itemIndex);
	return outcomes(simplified(item, account, CONNECTED_ACCOUNT_FIELDS));
};
