import type { INodeProperties } from 'n8n-workflow';

import { Refusal } from '../../shared/refusal';
import { connectedAccountField } from '../../shared/ui/connectedAccountField';
import { readConnectedAccountId } from '../../shared/ui/connectedAccountReference';
import type { Run } from '../operation';

export const accountField: INodeProperties = { ...connectedAccountField, required: true };

export function readAccountId({ context }: Run, itemIndex: number): string {
	const id = readConnectedAccountId(context.getNodeParameter('connectedAccount', itemIndex));
	if (id !== null) return id;
	throw new Refusal("'Connected Account' is empty", {
		parameter: 'connectedAccount',
		fix: 'Choose an account from the list, or give its ID.',
	});
}
