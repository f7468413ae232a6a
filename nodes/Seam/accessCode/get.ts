import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { getAccessCode } from '../../shared/api/accessCodes';
import { simplifyField } from '../../shared/ui/simplifyField';
import { accessCodeIdField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { readText } from '../parameters';
import { ACCESS_CODE_FIELDS, simplified } from '../simplify';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['accessCode'], operation: ['get'] } },
	[accessCodeIdField, simplifyField],
);

export const execute: Operation = async (run, itemIndex) => {
	const id = readText(run, 'accessCodeId', 'Access Code ID', itemIndex);
	const code = await getAccessCode(run.context, id, itemIndex);
	return outcomes(simplified(run, code, ACCESS_CODE_FIELDS, itemIndex));
};
