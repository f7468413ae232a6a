// What a booking means for the thermostats of its listing: one schedule for each stay.

/**
 * @param {object} given
 * @param {any} given.DateTime luxon's
 * @param {Record<string, any>} given.booking
 * @param {Record<string, string>} given.settings
 * @param {Array<Record<string, any>>} given.thermostats all of them, as Seam gives them
 * @param {Array<Record<string, any>>} given.schedules all schedules of these
 * @returns {Array<Record<string, string>>} what to do, one item each: `create`, `update`, `delete` or `refuse`
 */
function planOf({ DateTime, booking, settings, thermostats, schedules }) {
	const known = schedules.filter(({ name }) => name === `Stay ${booking.booking_key}`);
	if (booking.state !== 'stay') return known.map(deletion);

	const mine = thermostats.filter(
		({ custom_metadata: metadata }) => metadata?.listing_id === booking.listing_id,
	);
	// A booking may have moved here from another listing.
	const left = known.filter(({ device_id: id }) => mine.every(({ device_id }) => device_id !== id));
	const steps = mine.flatMap((thermostat) => {
		const here = known.filter(({ device_id: id }) => id === thermostat.device_id);
		return stepsFor({ DateTime, booking, settings, thermostat, known: here });
	});
	if (mine.length === 0) {
		steps.push(
			refusal(`No thermostat in Seam has listing_id ${booking.listing_id} in its custom metadata.`),
		);
	}
	return [...steps, ...left.map(deletion)];
}

/**
 * @param {Record<string, any>} schedule
 * @returns {Record<string, string>}
 */
function deletion({ thermostat_schedule_id }) {
	return { action: 'delete', thermostat_schedule_id };
}

/**
 * @param {string} error
 * @returns {Record<string, string>}
 */
function refusal(error) {
	return { action: 'refuse', error };
}

/**
 * @param {Record<string, any>} given one thermostat, and the schedules that it has for the booking
 * @returns {Array<Record<string, string>>}
 */
function stepsFor({ DateTime, booking, settings, thermostat, known }) {
	const zone = thermostat.location?.time_zone ?? thermostat.location?.timezone;
	if (!zone)
		return [refusal('The stay can’t be scheduled: its thermostat has no time zone in Seam.')];
	/** @type {(time: string, usual: string) => any} */
	const read = (time, usual) =>
		DateTime.fromISO(/T/.test(time) ? time : `${time}T${usual}`, { zone });
	const arrives = read(booking.arrives, settings.check_in);
	const leaves = read(booking.leaves, settings.check_out);
	if (!arrives.isValid || !leaves.isValid || leaves <= arrives) {
		return [refusal('The stay can’t be scheduled: its dates can’t be read.')];
	}
	const [first, ...doubles] = known;
	const wish = {
		device_id: thermostat.device_id,
		name: `Stay ${booking.booking_key}`,
		preset: settings.preset,
		starts_at: arrives.minus({ hours: Number(settings.hours_before) || 0 }).toISO(),
		ends_at: leaves.toISO(),
	};
	const isOver = leaves <= DateTime.now();
	if (isOver) return known.map(deletion);
	if (!first) return [{ action: 'create', ...wish }];
	const isThere =
		first.climate_preset_key === wish.preset &&
		Date.parse(first.starts_at) === Date.parse(wish.starts_at) &&
		Date.parse(first.ends_at) === Date.parse(wish.ends_at);
	const { thermostat_schedule_id } = first;
	const change = isThere ? [] : [{ action: 'update', thermostat_schedule_id, ...wish }];
	return [...change, ...doubles.map(deletion)];
}

module.exports = { planOf };
