import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { getAccessCode } from '../../shared/api/accessCodes';
import { simplifyField } from '../../shared/ui/simplifyField';
import { accessCodeIdField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { ACCESS_CODE_FIELDS, simplified } from '../simplify';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['accessCode'], operation: ['get'] } },
	[accessCodeIdField, simplifyField],
);

export const execute: Operation = async (run, itemIndex, item) => {
	const id = item.text('accessCodeId');
	const code = await getAccessCode(run.context, id, itemIndex);
	return outcomes(simplified(item, code, ACCESS_CODE_FIELDS));
};
