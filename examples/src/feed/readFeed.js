// What a feed changes: every item that comes out says what to do: stay, gone, count or trouble.

/**
 * @typedef {{ parameters: string, value: string }} Property
 * @typedef {Record<string, Property | undefined>} Entry
 * @typedef {{ about: string, told?: string, wait?: string, wait_again_at?: string, missed?: number }} Row
 * @typedef {{ what: string, about: string, leaves: string, [field: string]: unknown }} Task
 */

/**
 * RFC 5545: a line goes on after a line break and a blank; what stands inside an entry (an alarm) is not the entry's.
 *
 * @param {string} text
 */
function readEntries(text) {
	/** @type {Entry[]} */
	const entries = [];
	/** @type {Entry | null} */
	let entry = null;
	let inside = 0;
	for (const line of text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)) {
		const [, name = '', parameters = '', value = ''] =
			/^([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/.exec(line) ?? [];
		const what = `${name}:${value}`.toUpperCase();
		if (what === 'BEGIN:VEVENT') {
			entry = {};
			entries.push(entry);
		} else if (what === 'END:VEVENT') entry = null;
		else if (entry && what.startsWith('BEGIN:')) inside += 1;
		else if (entry && what.startsWith('END:')) inside -= 1;
		else if (entry && name && inside === 0) entry[name.toUpperCase()] = { parameters, value };
	}
	return entries;
}

/**
 * A short name for a long text, the same in every run (cyrb53).
 *
 * @param {string} text
 */
function short(text) {
	let [a, b] = [0xdeadbeef, 0x41c6ce57];
	for (const character of text) {
		const point = Number(character.codePointAt(0));
		a = Math.imul(a ^ point, 2654435761);
		b = Math.imul(b ^ point, 1597334677);
	}
	a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
	b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
	return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/**
 * Compares the feed with the lock.
 *
 * @param {object} input
 * @param {typeof import('luxon').DateTime} input.DateTime
 * @param {string} input.text the feed, whole
 * @param {string} input.feed the mark of this feed: two feeds may share a lock
 * @param {{ listing_id: string, check_in: string, check_out: string, keep_hours_before_arrival: unknown }} input.settings
 * @param {{ device_id: string, time_zone: string | null }} input.lock
 * @param {Array<{ name?: string | null, starts_at?: string | null, ends_at?: string | null }>} input.codes on the lock
 * @param {Row[]} input.remembered what the table knows of this feed's stays
 * @returns {Task[]}
 */
function readFeed({ DateTime, text, feed, settings, lock, codes, remembered }) {
	const zone = lock.time_zone ?? undefined; // all times are the lock's, not n8n's
	const now = DateTime.now().setZone(zone);
	const rows = new Map(remembered.map((row) => [row.about, row]));

	/** @param {Property | undefined} property */
	const textOf = (property) =>
		(property?.value ?? '').replace(/\\([nN,;\\])/g, (_, c) => (/n/i.test(c) ? '\n' : c)).trim();

	/**
	 * A date stays a date (the check-in or check-out time of Settings applies); a time gets its offset. Null: unreadable.
	 *
	 * @param {Property | undefined} property
	 */
	function timeOf(property) {
		const [, year, month, day, time, utc] =
			/^(\d{4})(\d\d)(\d\d)(?:T(\d{6})(Z?))?$/.exec(property?.value ?? '') ?? [];
		const date = `${year}-${month}-${day}`;
		if (!time) return DateTime.fromISO(date).isValid ? date : null;
		const own = /;TZID="?([^";]+)/i.exec(property?.parameters ?? '')?.[1];
		const at = DateTime.fromISO(`${date}T${time}`, { zone: utc ? 'utc' : (own ?? zone) });
		return at.toISO();
	}

	/** @param {string} time @param {string} clock */
	const instantOf = (time, clock) =>
		DateTime.fromISO(time.length === 10 ? `${time}T${clock}` : time, { zone }).toMillis();

	// Everything of this feed carries its mark. Seam keeps keys of 32 characters as they are.
	/** @param {string} id */
	const keyOf = (id) => `${feed}-${/^[\w.@-]{1,24}$/.test(id) ? id : short(id)}`;

	// What this feed has on the lock, by booking key.
	/** @type {Map<string, typeof codes>} */
	const onLock = new Map();
	for (const code of codes) {
		const key = /\[([^\s[\]]+)[^\]]*\]$/.exec(code.name ?? '')?.[1] ?? '';
		if (key.startsWith(`${feed}-`)) onLock.set(key, [...(onLock.get(key) ?? []), code]);
	}

	/** @type {Task[]} */
	const tasks = [];
	/** @type {Set<string>} */
	const inFeed = new Set();
	for (const entry of readEntries(text)) {
		const [summary, uid] = [textOf(entry.SUMMARY), textOf(entry.UID)];
		const confirmation = /details\/(HM\w+)/.exec(textOf(entry.DESCRIPTION))?.[1];
		const isStay = confirmation !== undefined || /^(reserved|reservation|booked)\b/i.test(summary);
		const isBlocked = /^(airbnb \()?(blocked|not available|unavailable)\b/i.test(summary);
		if (/^cancelled$/i.test(textOf(entry.STATUS)) || (!isStay && isBlocked)) continue;

		const id = confirmation ?? uid;
		const about = keyOf(id);
		const [arrives, leaves] = [timeOf(entry.DTSTART), timeOf(entry.DTEND)];
		// Not a number if Settings has no time of day; Seam Create Access Code then says so.
		const startsAt = arrives === null ? NaN : instantOf(arrives, settings.check_in);
		const endsAt = leaves === null ? NaN : instantOf(leaves, settings.check_out);
		if (id) inFeed.add(about);
		if (!isStay || !id || arrives === null || leaves === null || startsAt >= endsAt) {
			if (endsAt <= now.toMillis()) continue;
			const when = `${entry.DTSTART?.value ?? 'no start'} to ${entry.DTEND?.value ?? 'no end'}`;
			tasks.push({
				// Not by its UID, which may differ from one poll to the next.
				...{ what: 'trouble', about: `${feed}-entry`, booking: id },
				leaves: leaves ?? String(now.toISODate()),
				text: `An entry of the feed for ${settings.listing_id} can’t be read as a stay, nor as blocked time: “${summary}”, ${when}. It gets no door code. If a guest arrives, make one by hand.`,
			});
			continue;
		}
		const row = rows.get(about);
		if (Number(row?.missed) > 0) tasks.push({ what: 'count', about, missed: 0, leaves });
		// A stay that is over matters only while a code of it still opens the door: it was shortened.
		const stillOpens = onLock
			.get(about)
			?.some(({ ends_at }) => Date.parse(String(ends_at)) > now.toMillis());
		if (endsAt <= now.toMillis() && !stillOpens) continue;
		const guest = summary.replace(/^(reserved|reservation|booked)[\s:–—-]*/i, '') || 'Guest';
		const { told = '', wait = '', wait_again_at = '' } = row ?? {};
		const known = { told: told ?? '', wait: wait ?? '', wait_again_at: wait_again_at ?? '' };
		tasks.push({ what: 'stay', about, booking: id, guest, arrives, leaves, ...known });
	}

	// Gone is a stay that two polls in a row did not find. Once it has begun, its entry may vanish: the code runs out.
	for (const [about, own] of onLock) {
		const startsAt = Math.min(...own.map(({ starts_at }) => Date.parse(String(starts_at))));
		if (inFeed.has(about) || !(startsAt > now.toMillis())) continue;
		const missed = (rows.get(about)?.missed ?? 0) + 1;
		const leaves = String(own[0].ends_at ?? own[0].starts_at);
		const stay = { about, booking: about.slice(feed.length + 1), leaves };
		tasks.push({ what: 'count', ...stay, missed });
		if (missed < 2) continue;
		const kept = { hours: Number(settings.keep_hours_before_arrival) };
		if (startsAt > now.plus(kept).toMillis()) tasks.push({ what: 'gone', ...stay });
		else {
			const text = `The stay ${stay.booking} at ${settings.listing_id} is no longer in the feed, but it begins within ${settings.keep_hours_before_arrival} hours, so its door code was kept. If it was cancelled, delete the code by hand.`;
			tasks.push({ what: 'trouble', ...stay, text });
		}
	}
	return tasks.map((task) => ({
		...task,
		device_id: lock.device_id,
		leaves_at: task.leaves,
		leaves: task.leaves.slice(0, 10),
	}));
}

module.exports = { readFeed };
