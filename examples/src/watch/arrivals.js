// Today’s arrivals and the state of their codes; and which of them can’t be relied on shortly before the check-in.

/**
 * @typedef {{ access_code_id?: string, device_id: string, name?: string | null, code?: string | null, status?: string,
 *   starts_at?: string | null, is_offline_access_code?: boolean, is_scheduled_on_device?: boolean,
 *   is_waiting_for_code_assignment?: boolean, is_backup?: boolean,
 *   errors?: Array<{ error_code: string, message?: string | null }>, warnings?: Array<{ warning_code: string }>,
 *   pending_mutations?: Array<{ mutation_code: string }> }} Code
 * @typedef {{ device_id: string, nickname?: string | null, display_name?: string | null,
 *   location?: Record<string, unknown> | null, properties?: Record<string, any> }} Device
 */

/** @param {unknown} zone */
function isZone(zone) {
	try {
		return !!zone && !!new Intl.DateTimeFormat('en', { timeZone: String(zone) });
	} catch {
		return false;
	}
}

/**
 * The zone of the lock’s own clock, as Seam Get Device finds it: the first that exists. Without a zone that does, no
 * time can be compared, and no arrival would be found.
 *
 * @param {Device} device
 * @returns {string | undefined}
 */
function zoneOf({ location, properties = {} }) {
	return [
		properties.dormakaba_oracode_metadata?.iana_timezone,
		properties.ultraloq_metadata?.time_zone,
		properties.omnitec_metadata?.time_zone,
		properties.schlage_metadata?.time_zone,
		location?.time_zone,
		location?.timezone,
	].find(isZone);
}

/**
 * Whether its PIN is being taken off the lock, as Seam Wait for Code Set sees it.
 *
 * @param {Code} code
 */
function isBeingDeleted({ status, warnings = [], pending_mutations = [] }) {
	return (
		status === 'removing' ||
		warnings.some(({ warning_code }) => warning_code === 'being_deleted') ||
		pending_mutations.some(({ mutation_code }) => mutation_code === 'deleting')
	);
}

/**
 * Whether a guest can rely on the code, and why or why not: as Seam Wait for Code Set sees it.
 *
 * @param {Code} code
 * @returns {{ isReady: boolean, reason: string, state: string }}
 */
function stateOf(code) {
	const { status, errors = [], pending_mutations = [] } = code;
	const hasPin = !!code.code && code.is_waiting_for_code_assignment !== true;
	const isChanging = pending_mutations.some(({ mutation_code }) =>
		['updating_code', 'updating_time_frame'].includes(mutation_code),
	);
	const inDoubt = errors.find(({ error_code }) =>
		['conflicting_external_modification', 'failed_to_update', 'access_code_inactive'].includes(
			error_code,
		),
	);
	const isScheduled = status === 'unset' && code.is_scheduled_on_device === true;
	if (hasPin && !isChanging && !inDoubt) {
		if (code.is_offline_access_code)
			return { isReady: true, reason: '', state: 'ready: the lock knows the PIN' };
		if (status === 'set')
			return { isReady: true, reason: '', state: 'ready: the PIN is on the lock' };
		if (isScheduled)
			return { isReady: true, reason: '', state: 'ready: stored on the lock until its start' };
	}
	const error = inDoubt ?? errors[0];
	if (error) {
		// No message may give away the PIN.
		const said = code.code ? (error.message ?? '').replaceAll(code.code, '••••') : error.message;
		const text = said ? `: ${said}` : '';
		return {
			...{ isReady: false, reason: error.error_code },
			state: `NOT READY, ${error.error_code}${text}`,
		};
	}
	if (!hasPin)
		return { isReady: false, reason: 'no_pin', state: 'not ready: no PIN is assigned yet' };
	return isChanging
		? { isReady: false, reason: 'changing', state: 'not ready: a change is not on the lock yet' }
		: { isReady: false, reason: 'not_set', state: 'not ready: the PIN is not on the lock yet' };
}

/**
 * @param {object} input
 * @param {typeof import('luxon').DateTime} input.DateTime
 * @param {string} input.zone of locks that have none of their own
 * @param {Device[]} input.devices whole
 * @param {Code[]} input.codes whole, of all devices
 * @param {{ hours_before: unknown, minutes_before: unknown }} input.settings within so many hours an error is told, and within so
 *   many minutes that a code is not ready
 */
function arrivalsOf({ DateTime, zone, devices, codes, settings }) {
	const arrivals = codes.flatMap((code) => {
		if (!code.access_code_id || !code.starts_at || code.is_backup) return [];
		// A cancelled booking’s guest does not come.
		if (isBeingDeleted(code)) return [];
		const device = devices.find(({ device_id }) => device_id === code.device_id);
		const ofLock = { zone: (device && zoneOf(device)) ?? zone };
		const now = DateTime.now().setZone(ofLock.zone);
		const starts = DateTime.fromISO(code.starts_at, ofLock);
		const { isReady, reason, state } = stateOf(code);
		const [, guest = '', booking = ''] =
			/^(.*?)\s*(?:\[([^\s[\]]+)[^\]]*\])?$/.exec(code.name ?? '') ?? [];

		const isToday = starts.hasSame(now, 'day');
		const isError = !['', 'not_set', 'changing', 'no_pin'].includes(reason);
		const told = isError
			? { hours: Number(settings.hours_before) }
			: { minutes: Number(settings.minutes_before) };
		// A guest at the door is no less in need.
		const isNear = starts <= now.plus(told) && starts > now.minus({ hours: 1 });
		if (!isToday && !(isNear && !isReady)) return [];
		return [
			{
				access_code_id: code.access_code_id,
				...{ booking, guest, lock: device?.nickname || device?.display_name || code.device_id },
				arrives: starts.toFormat('yyyy-MM-dd HH:mm'),
				...{ state, is_today: isToday, is_ready: isReady },
				// What the host is told once; empty: nothing.
				about: isNear && !isReady ? `${code.access_code_id} ${reason}` : '',
			},
		];
	});
	return arrivals.sort(
		(a, b) => a.arrives.localeCompare(b.arrives) || a.lock.localeCompare(b.lock),
	);
}

module.exports = { arrivalsOf, stateOf, zoneOf };
