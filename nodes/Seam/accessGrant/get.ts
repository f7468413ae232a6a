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

export const execute: Operation = async (run, itemIndex) => {
	const grant = await getAccessGrant(run.context, readGrant(run, itemIndex), itemIndex);
	return outcomes(simplified(run, grant, ACCESS_GRANT_FIELDS, itemIndex));
};
