import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { identityOfKey, readTag } from '../../shared/accessCode/deciding/bookingIdentity';
import { isPinRefusedByLock } from '../../shared/accessCode/waiting/codeErrors';
import { getAccessCode, listAccessCodes } from '../../shared/api/accessCodes';
import { isNotFound } from '../../shared/api/seamError';
import { rememberRefusedPin } from '../../shared/booking/refusedPins';
import { deviceField } from '../../shared/ui/deviceField';
import { accessCodeIdField } from '../fields';
import { outcomes, type Operation, type Outcome, type Run } from '../operation';
import { readDeviceId } from '../parameters';
import { gone, revoke } from './revoke';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['accessCode'], operation: ['delete'] } },
	[
		{
			displayName: 'Delete By',
			name: 'deleteBy',
			type: 'options',
			options: [
				{
					name: 'Access Code ID',
					value: 'id',
					description: 'The one code that has this ID',
				},
				{
					name: 'Booking Key',
					value: 'bookingKey',
					description: 'All codes that Seam Create Access Code made for a booking on these locks',
				},
			],
			default: 'id',
		},
		{ ...accessCodeIdField, displayOptions: { show: { deleteBy: ['id'] } } },
		{
			displayName: 'Booking Key',
			name: 'bookingKey',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. {{ $json.reservation_id }}',
			description: 'The key that the codes of this booking were created with',
			displayOptions: { show: { deleteBy: ['bookingKey'] } },
		},
		{ ...deviceField, displayOptions: { show: { deleteBy: ['bookingKey'] } } },
		{
			displayName: 'Additional Devices',
			name: 'additionalDevices',
			type: 'string',
			default: '',
			placeholder: 'e.g. {{ $json.listing.lock_ids }}',
			description:
				'Further locks of the booking: device IDs with commas between them, or an expression that gives a list',
			displayOptions: { show: { deleteBy: ['bookingKey'] } },
		},
	],
);

/** One item for each code; a code that is gone already counts as deleted, so that a cancellation may come twice. */
export const execute: Operation = async (run, itemIndex, item) => {
	return item.choice('deleteBy') === 'bookingKey'
		? await deleteByBookingKey(run, itemIndex, item)
		: await deleteById(run, itemIndex, item);
};

const deleteById: Operation = async (run, itemIndex, item) => {
	const accessCodeId = item.text('accessCodeId');
	try {
		const code = await getAccessCode(run.context, accessCodeId, itemIndex);
		return outcomes(await revoke(run, code, itemIndex));
	} catch (error) {
		if (!isNotFound(error)) return [{ failure: error }];
		return outcomes(gone({ access_code_id: accessCodeId }, 'Seam has no such code any more'));
	}
};

const deleteByBookingKey: Operation = async (run, itemIndex, item) => {
	const bookingKey = item.text('bookingKey');
	const first = await readDeviceId(run, itemIndex, item);
	const others = item.deviceIds('additionalDevices');
	const made: Outcome[] = [];
	for (const deviceId of new Set([first, ...others])) {
		made.push(...(await deleteOnLock(run, bookingKey, deviceId, itemIndex)));
	}
	return made;
};

/** A lock that fails does not keep the booking's PINs on the others alive. */
async function deleteOnLock(
	run: Run,
	bookingKey: string,
	deviceId: string,
	itemIndex: number,
): Promise<Outcome[]> {
	const booking = { booking_key: bookingKey };
	try {
		const codes = await listAccessCodes(run.context, deviceId, itemIndex);
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
				await revoke(run, code, itemIndex).then(
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
