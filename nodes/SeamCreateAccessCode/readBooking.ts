import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { WhenBookingHasCode } from '../shared/accessCode/deciding/bookingOnLock';
import { readCustomPin } from '../shared/accessCode/pin/pinDigits';

import { checkTimes } from '../shared/accessCode/planning/readWindow';
import type { Wish } from '../shared/accessCode/wish';
import type { DeviceReference } from '../shared/api/devices';
import { Refusal } from '../shared/refusal';
import { HOUR, MINUTE } from '../shared/time/instant';
import { readDeviceIds, readDeviceReference } from '../shared/ui/deviceReference';

/** What one input item asks for, as far as it can be read without asking Seam. */
export interface Booking {
	device: DeviceReference;
	additionalDeviceIds: string[];
	/** Locks that the booking leaves. */
	previousDeviceIds: string[];
	/** Null where the item has none: the run itself then tells one code from another. */
	bookingKey: string | null;
	wish: Wish;
	whenBookingHasCode: WhenBookingHasCode;
	isPlanOnly: boolean;
}

/** @throws Refusal naming the parameter that can't be read; nothing was sent. */
export function readBooking(context: IExecuteFunctions, itemIndex: number): Booking {
	const parameter = (name: string, fallback: unknown = ''): unknown =>
		context.getNodeParameter(name, itemIndex, fallback as string);
	const options = (parameter('options', {}) ?? {}) as IDataObject;

	const bookingKey = readText(parameter('bookingKey'), 'Booking Key');
	const previousDeviceIds = readDeviceIds(options.previousLocks ?? '', 'Previous Locks');
	if (previousDeviceIds.length > 0 && bookingKey === '') {
		throw new Refusal('Previous Locks are given without a Booking Key', {
			parameter: 'Booking Key',
			fix: 'Give the key of the booking: its codes on the previous locks are found by it.',
		});
	}
	const wish = readWish(context, parameter, options);
	checkTimes(wish);
	return {
		device: readDeviceReference(parameter('device')),
		additionalDeviceIds: readDeviceIds(parameter('additionalDevices')),
		previousDeviceIds,
		bookingKey: bookingKey === '' ? null : bookingKey,
		wish,
		whenBookingHasCode: (options.ifBookingHasCode ?? 'update') as WhenBookingHasCode,
		isPlanOnly: parameter('planOnly', false) === true,
	};
}

function readWish(
	context: IExecuteFunctions,
	parameter: (name: string) => unknown,
	options: IDataObject,
): Wish {
	const access = parameter('access') as Wish['access'];
	return {
		access,
		...(access === 'ongoing'
			? {}
			: { startsAt: parameter('startsAt'), endsAt: parameter('endsAt') }),
		kind: parameter('kind') as Wish['kind'],
		name: readText(parameter('name'), 'Name'),
		pin: readPin(parameter, options),
		...readOptions(context, options),
	};
}

function readPin(parameter: (name: string) => unknown, options: IDataObject): Wish['pin'] {
	switch (parameter('pin')) {
		case 'custom': {
			return { source: 'custom', code: readCustomPin(parameter('customPin')) };
		}
		case 'phone':
			return { source: 'phone', phone: parameter('phone') };
		default:
			return options.preferredLength === undefined
				? { source: 'generated' }
				: {
						source: 'generated',
						preferredLength: readNumber(options.preferredLength, 'Preferred PIN Length', 6),
					};
	}
}

type OptionsOfWish = Omit<Wish, 'access' | 'startsAt' | 'endsAt' | 'kind' | 'name' | 'pin'>;

/** Flags that are not set stay absent, so that Seam's own defaults hold. */
function readOptions(context: IExecuteFunctions, options: IDataObject): OptionsOfWish {
	const flag = (name: string) => options[name] as boolean | undefined;
	const commonCodeKey = readText(options.commonCodeKey, 'Common Code Key');
	const rounding = options.maxTimeRounding ?? 'plan';
	return {
		timeZone: readTimeZone(context, options),
		checkInTime: readText(options.checkInTime ?? '15:00', 'Check-In Time'),
		checkOutTime: readText(options.checkOutTime ?? '11:00', 'Check-Out Time'),
		minutesBefore: readNumber(options.minutesBefore, 'Minutes Before', 0),
		minutesAfter: readNumber(options.minutesAfter, 'Minutes After', 0),
		whenWindowDoesNotFit: (options.whenWindowDoesNotFit ?? 'fit') as Wish['whenWindowDoesNotFit'],
		longestAddition: (readNumber(options.longestAddition, 'Longest Addition', 6) * HOUR) / MINUTE,
		acceptInside: readNumber(options.acceptInside, 'Accept Later Start or Earlier End', 0, 60),
		useBackupAccessCodePool: flag('useBackupAccessCodePool'),
		commonCodeKey: commonCodeKey === '' ? undefined : commonCodeKey,
		preferNativeScheduling: flag('preferNativeScheduling'),
		isExternalModificationAllowed: flag('isExternalModificationAllowed'),
		attemptForOfflineDevice: flag('attemptForOfflineDevice'),
		maxTimeRounding: rounding === 'plan' ? undefined : (rounding as '1h' | '1d'),
	};
}

function readTimeZone(context: IExecuteFunctions, options: IDataObject): string | undefined {
	if (options.timeZone === 'workflow') return context.getTimezone();
	if (options.timeZone !== 'named') return undefined;
	const name = readText(options.timeZoneName, 'Time Zone Name');
	if (name !== '') return name;
	throw new Refusal('Time Zone is set to Named and no zone is named', {
		parameter: 'timeZoneName',
		fix: "Add 'Time Zone Name' with an IANA zone such as America/New_York.",
	});
}

/** Text or a number, as booking systems send their IDs; without the blanks around it. */
function readText(value: unknown, parameter: string): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
	throw new Refusal(`${parameter} is neither a text nor a number`, {
		parameter,
		fix: 'Check the expression: it may point at a whole object instead of one of its fields.',
	});
}

function readNumber(value: unknown, parameter: string, otherwise: number, most = Infinity): number {
	if (value === undefined || value === null || value === '') return otherwise;
	const number = typeof value === 'boolean' ? NaN : Number(value);
	if (Number.isFinite(number) && number >= 0 && number <= most) return number;
	throw new Refusal(`${parameter} is not a number that it can be`, {
		parameter,
		fix: most === Infinity ? 'Give a number from 0 up.' : `Give a number from 0 to ${most}.`,
	});
}
