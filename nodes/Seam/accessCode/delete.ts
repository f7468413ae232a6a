import { identityOfKey, readTag } from '../../shared/accessCode/deciding/bookingIdentity';
import { isPinRefusedByLock } from '../../shared/accessCode/waiting/codeErrors';
import { getAccessCode, listAccessCodes } from '../../shared/api/accessCodes';
import { isNotFound } from '../../shared/api/seamError';
import { rememberRefusedPin } from '../../shared/booking/refusedPins';
import { deviceField } from '../../shared/ui/deviceField';
import { choice, choiceField, requiredTextField } from '../../shared/ui/fieldKinds';
import { severalDevicesField } from '../../shared/ui/severalField';
import { accessCodeIdField } from '../fields';
import type { Outcome } from '../../shared/api/eachItem';
import { outcomes, type Execute, type Operation, type Run } from '../operation';
import { readDeviceId } from '../parameters';
import { gone, revoke } from './revoke';

const ofBooking = { displayOptions: { show: { deleteBy: ['bookingKey'] } } };

export const deleteCode: Operation = {
	name: 'Delete',
	description: 'Take a PIN off its lock, and say whether it can still open the door',
	action: 'Delete access code',
	effect: 'delete',
	fields: [
		choiceField('Delete By', 'deleteBy', 'id', [
			choice('Access Code', 'id', 'A code from the list, or one given by its ID'),
			choice(
				'Booking Key',
				'bookingKey',
				'All codes that Seam Create Access Code made for a booking on these locks',
			),
		]),
		{ ...accessCodeIdField, displayOptions: { show: { deleteBy: ['id'] } } },
		{
			...requiredTextField(
				'Booking Key',
				'bookingKey',
				'The key that the codes of this booking were created with',
			),
			...ofBooking,
		},
		{ ...deviceField, ...ofBooking },
		{
			...severalDevicesField(
				'Additional Device Names or IDs',
				'additionalDevices',
				'More locks of the booking',
			),
			...ofBooking,
		},
	],
	/** One item for each code; a code that is already gone counts as deleted, so that a cancellation may come twice. */
	execute: async (run, item) =>
		item.choice('deleteBy') === 'bookingKey'
			? await deleteByBookingKey(run, item)
			: await deleteById(run, item),
};

const deleteById: Execute = async (run, item) => {
	const accessCodeId = item.text('accessCodeId');
	try {
		const code = await getAccessCode(run, accessCodeId);
		return outcomes(await revoke(run, code));
	} catch (error) {
		if (!isNotFound(error)) return [{ failure: error }];
		return outcomes(gone({ access_code_id: accessCodeId }, 'Seam no longer has this code'));
	}
};

const deleteByBookingKey: Execute = async (run, item) => {
	const bookingKey = item.text('bookingKey');
	const first = await readDeviceId(run, item);
	const others = await run.devices.idsOf(run, item.devices('additionalDevices'));
	const made: Outcome[] = [];
	for (const deviceId of new Set([first, ...others])) {
		made.push(...(await deleteOnLock(run, bookingKey, deviceId)));
	}
	return made;
};

/** A lock that fails does not keep the booking's PINs on the others alive. */
async function deleteOnLock(run: Run, bookingKey: string, deviceId: string): Promise<Outcome[]> {
	const booking = { booking_key: bookingKey };
	try {
		const codes = await listAccessCodes(run, deviceId);
		const identity = identityOfKey(bookingKey);
		const wanted = codes.filter((code) => readTag(code.name)?.identity === identity);
		if (wanted.length === 0) {
			const none = gone({ device_id: deviceId }, 'The lock has no code of this booking');
			return outcomes({ ...none, ...booking });
		}
		const made: Outcome[] = [];
		for (const code of wanted) {
			if (code.code && isPinRefusedByLock(code)) rememberRefusedPin(deviceId, identity, code.code);
			made.push(
				await revoke(run, code).then(
					(revocation) => ({ json: { ...revocation, ...booking } }),
					(failure: unknown) => ({ failure }),
				),
			);
		}
		return made;
	} catch (error) {
		return [{ failure: error }];
	}
}
