import { requestAccessMethods as askFor } from '../../shared/api/accessGrants';
import { collectionField } from '../../shared/ui/fieldKinds';
import { simplifyField } from '../../shared/ui/simplifyField';
import type { Operation } from '../operation';
import { ACCESS_GRANT_FIELDS, simplified } from '../simplify';
import { grantFields, readGrant } from './fields';
import { grantIdOf } from './grantId';
import { accessMethodsField, methodPinField, mobileKeyUsesField, readMethods } from './methods';

export const requestAccessMethods: Operation = {
	name: 'Request Access Methods',
	description: 'Have further PINs, cards or keys made for a grant',
	action: 'Request access methods of access grant',
	effect: 'change',
	fields: [
		...grantFields,
		accessMethodsField,
		collectionField('Options', 'options', [mobileKeyUsesField, methodPinField]),
		simplifyField,
	],
	execute: async (run, item) => {
		const grant = readGrant(item);
		const methods = readMethods(item, item.collection('options'));
		const extended = await askFor(run, await grantIdOf(run, grant), methods);
		return simplified(item, extended, ACCESS_GRANT_FIELDS);
	},
};
