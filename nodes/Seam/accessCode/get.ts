import { checkPinDigits } from '../../shared/accessCode/pin/pinDigits';
import { getAccessCode, type AccessCodeReference } from '../../shared/api/accessCodes';
import type { ItemParameters } from '../../shared/parameters/itemParameters';
import { deviceField } from '../../shared/ui/deviceField';
import { choice, choiceField } from '../../shared/ui/fieldKinds';
import { simplifyField } from '../../shared/ui/simplifyField';
import { accessCodeIdField, pinField } from '../fields';
import type { Operation, Run } from '../operation';
import { readDeviceId } from '../parameters';
import { ACCESS_CODE_FIELDS, simplified } from '../simplify';

const byPin = { displayOptions: { show: { findBy: ['pin'] } } };

export const get: Operation = {
	name: 'Get',
	description: 'Retrieve one code',
	action: 'Get access code',
	effect: 'read',
	fields: [
		choiceField('Find By', 'findBy', 'id', [
			choice('Access Code', 'id', 'A code from the list, or one given by its ID'),
			choice('Device and PIN', 'pin', 'The code of a lock that has this PIN'),
		]),
		{ ...accessCodeIdField, displayOptions: { show: { findBy: ['id'] } } },
		{ ...deviceField, ...byPin },
		{ ...pinField('The digits that are entered at the lock'), required: true, ...byPin },
		simplifyField,
	],
	execute: async (run, item) => {
		const code = await getAccessCode(run, await readReference(run, item));
		return simplified(item, code, ACCESS_CODE_FIELDS);
	},
};

async function readReference(run: Run, item: ItemParameters): Promise<AccessCodeReference> {
	if (item.choice('findBy') === 'id') return item.text('accessCodeId');
	const code = item.text('code');
	checkPinDigits(code, { parameter: 'code', label: 'PIN' });
	return { device_id: await readDeviceId(run, item), code };
}
