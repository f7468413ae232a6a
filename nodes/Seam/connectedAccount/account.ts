import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../../shared/parameters/itemParameters';
import { Refusal } from '../../shared/refusal';
import { connectedAccountField } from '../../shared/ui/connectedAccountField';

export const accountField: INodeProperties = { ...connectedAccountField, required: true };

export function readAccountId(item: ItemParameters): string {
	const id = item.account('connectedAccount');
	if (id !== null) return id;
	throw new Refusal("'Connected Account' is empty", {
		parameter: 'connectedAccount',
		fix: 'Choose an account from the list, or give its ID.',
	});
}
