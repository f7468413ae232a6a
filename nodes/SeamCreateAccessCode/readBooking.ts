import type { IExecuteFunctions } from 'n8n-workflow';

import { identityOfKey, identityOfRun } from '../shared/accessCode/deciding/bookingIdentity';
import type { WhenBookingHasCode } from '../shared/accessCode/deciding/bookingOnLock';
import { readCustomPin } from '../shared/accessCode/pin/pinDigits';
import { SET_AT_RUN } from '../shared/accessCode/planning/planTypes';
import { checkTimes } from '../shared/accessCode/planning/readWindow';
import type { Wish } from '../shared/accessCode/wish';
import { refuseUnlessAllowed } from '../shared/agent/allowedActions';
import { attempt } from '../shared/attempt';
import type { ItemContext } from '../shared/api/context';
import type { GivenDevices } from '../shared/api/deviceReader';
import type { DeviceReference } from '../shared/api/devices';
import { ItemParameters } from '../shared/parameters/itemParameters';
import { Refusal } from '../shared/refusal';
import { USUAL_FORM, type DateForm } from '../shared/time/guestTime';
import { HOUR, MINUTE } from '../shared/time/instant';
import { readDateForm } from '../shared/ui/dateForm';
import { readSimplify } from '../shared/ui/simplifySince';
import { createCodes, properties } from './properties';
import { readTimeZone } from './readTimeZone';

/** What one input item asks for, as far as it can be read without asking Seam. */
export interface Booking {
	device: DeviceReference;
	additionalDevices: GivenDevices;
	/** Locks that the booking leaves. */
	previousLocks: GivenDevices;
	bookingKey: string | null;
	/** What the names of its codes carry: of the key, or of this run if there is none. */
	identity: string;
	wish: Wish;
	whenBookingHasCode: WhenBookingHasCode;
	isPlanOnly: boolean;
	isSimplified: boolean;
	dateForm: DateForm;
}

/** @throws Refusal naming the parameter that can't be read; nothing was sent. */
export function readBooking(run: ItemContext<IExecuteFunctions>): Booking {
	const item = new ItemParameters(run, properties);
	const options = item.collection('options');

	const bookingKey = item.textIfAny('bookingKey') ?? null;
	const previousLocks = options.devices('previousLocks');
	if (previousLocks.references.length > 0 && bookingKey === null) {
		throw new Refusal('Previous Lock Names or IDs are given without a Booking Key', {
			parameter: 'bookingKey',
			fix: 'Give the key of the booking: its codes on the previous locks are found by it.',
		});
	}
	const wish = readWish(run.context, item, options);
	checkTimes(wish);
	const isPlanOnly = item.flag('planOnly');
	if (!isPlanOnly) refuseUnlessAllowed(run.context, createCodes);
	return {
		device: item.device(),
		additionalDevices: item.devices('additionalDevices'),
		previousLocks,
		bookingKey,
		identity: identityOf(run, bookingKey, isPlanOnly),
		wish,
		whenBookingHasCode: options.choice<WhenBookingHasCode>('ifBookingHasCode') ?? 'update',
		isPlanOnly,
		isSimplified: readSimplify(run.context, item),
		dateForm: readDateForm(options, USUAL_FORM),
	};
}

function identityOf(
	{ context, itemIndex }: ItemContext<IExecuteFunctions>,
	bookingKey: string | null,
	isPlanOnly: boolean,
): string {
	if (bookingKey !== null) return identityOfKey(bookingKey);
	if (isPlanOnly) return `~${SET_AT_RUN}`;
	const executionId = context.getExecutionId();
	const { $runIndex: runIndex } = context.getWorkflowDataProxy(itemIndex);
	if (!executionId || typeof runIndex !== 'number') {
		throw new Refusal('This run of n8n has no execution ID to tell its codes apart by', {
			parameter: 'bookingKey',
			fix: 'Give a Booking Key.',
		});
	}
	return identityOfRun({ executionId, nodeName: context.getNode().name, runIndex, itemIndex });
}

function readWish(
	context: IExecuteFunctions,
	item: ItemParameters,
	options: ItemParameters<undefined>,
): Wish {
	const access = item.choice<Wish['access']>('access');
	return {
		access,
		...(access === 'ongoing'
			? {}
			: { startsAt: item.valueIfAny('startsAt'), endsAt: item.valueIfAny('endsAt') }),
		kind: item.choice<Wish['kind']>('kind'),
		name: item.optionalText('name') ?? '',
		pin: readPin(item, options),
		timeZone: readTimeZone(context, options),
		...readOptions(item, options),
	};
}

function readPin(item: ItemParameters, options: ItemParameters<undefined>): Wish['pin'] {
	const source = item.choice<'custom' | 'generated' | 'phone'>('pin');
	switch (source) {
		case 'custom': {
			return { source, code: readPinDigits(item) };
		}
		case 'phone':
			return { source, phone: item.valueIfAny('phone') };
		case 'generated': {
			const preferredLength = options.number('preferredLength');
			return { source, ...(preferredLength === undefined ? {} : { preferredLength }) };
		}
	}
}

/** @throws Refusal if no lock could have this PIN; the digits are not repeated */
function readPinDigits(item: ItemParameters): string {
	const { value, error } = attempt(() => readCustomPin(item.text('customPin')));
	if (value !== undefined) return value;
	if (
		error instanceof Refusal &&
		error.parameter === 'customPin' &&
		!item.isEmptyExpression('customPin')
	) {
		error.fix = `Give 4 to 12 digits, as many as the lock takes, or set '${item.label('pin')}' to Generated.`;
	}
	throw error;
}

type OptionsOfWish = Omit<
	Wish,
	'access' | 'startsAt' | 'endsAt' | 'kind' | 'name' | 'pin' | 'timeZone'
>;

/** Flags that are not set stay absent, so that Seam's own defaults hold. */
function readOptions(item: ItemParameters, options: ItemParameters<undefined>): OptionsOfWish {
	// Nodes of version 1 have the times of day among the options.
	const timeOfDay = (name: string) => options.textUnlessNone(name) ?? item.textUnlessNone(name);
	const rounding = options.choice<'plan' | '1h' | '1d'>('maxTimeRounding') ?? 'plan';
	return {
		checkInTime: timeOfDay('checkInTime') ?? '15:00',
		checkOutTime: timeOfDay('checkOutTime') ?? '11:00',
		minutesBefore: options.number('minutesBefore') ?? 0,
		minutesAfter: options.number('minutesAfter') ?? 0,
		whenWindowDoesNotFit: options.choice('whenWindowDoesNotFit') ?? 'fit',
		longestAddition: ((options.number('longestAddition') ?? 6) * HOUR) / MINUTE,
		acceptInside: options.number('acceptInside') ?? 0,
		useBackupAccessCodePool: options.flag('useBackupAccessCodePool'),
		commonCodeKey: options.textIfAny('commonCodeKey'),
		preferNativeScheduling: options.flag('preferNativeScheduling'),
		isExternalModificationAllowed: options.flag('isExternalModificationAllowed'),
		attemptForOfflineDevice: options.flag('attemptForOfflineDevice'),
		maxTimeRounding: rounding === 'plan' ? undefined : rounding,
	};
}
