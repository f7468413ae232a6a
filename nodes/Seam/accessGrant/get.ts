import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { getAccessGrant } from '../../shared/api/accessGrants';
import { simplifyField } from '../../shared/ui/simplifyField';
import { outcomes, type Operation } from '../operation';
import { ACCESS_GRANT_FIELDS, simplified } from '../simplify';
import { grantFields, readGrant } from './fields';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['accessGrant'], operation: ['get'] } },
	[...grantFields, simplifyField],
);

export const execute: Operation = async (run, itemIndex, item) => {
	const grant = await getAccessGrant(run.context, readGrant(item), itemIndex);
	return outcomes(simplified(item, grant, ACCESS_GRANT_FIELDS));
};
