// Why a lock needs attention, as one item for each reason.

/**
 * @typedef {{ code: string, severity: string, message: string, fix?: string }} Problem
 * @typedef {{ device_id: string, name?: string | null, time_zone?: string | null, problems?: Problem[] }} Lock
 * @typedef {{ event_type: string, device_id?: string, [field: string]: unknown }} SeamEvent
 */

/**
 * What an event says, and which problems of the lock say the same. What `passes` is told only if the lock still has
 * the problem: events may come late.
 *
 * @type {Record<string, { says: string, problems?: RegExp, passes?: boolean }>}
 */
const EVENTS = {
	'device.low_battery': { says: 'The battery of the lock is low.', problems: /battery/ },
	'device.disconnected': {
		...{ says: 'The lock is disconnected.', problems: /disconnected/, passes: true },
	},
	'device.accessory_keypad_disconnected': {
		...{ says: 'The keypad of the lock is disconnected.', problems: /keypad/, passes: true },
	},
	'device.error.subscription_required': {
		...{ says: 'The lock’s maker asks for a subscription.', problems: /subscription/ },
		passes: true,
	},
	'device.third_party_integration_detected': {
		says: 'Another integration manages the lock too and may undo what Seam does.',
		problems: /third_party/,
	},
	'device.tampered': { says: 'Somebody tampered with the lock.' },
	'device.removed': { says: 'The lock left its account at Seam: codes no longer reach it.' },
	'device.deleted': { says: 'The lock was deleted from Seam: codes no longer reach it.' },
};

/** @param {string} sentence */
const ended = (sentence) =>
	/[.!?]$/.test(sentence.trim()) ? sentence.trim() : `${sentence.trim()}.`;

/**
 * @param {object} input
 * @param {typeof import('luxon').DateTime} input.DateTime
 * @param {string} input.zone of locks that have none of their own
 * @param {SeamEvent | null} input.event what started the run, if it was one; then there is one lock
 * @param {Lock[]} input.locks as Seam Get Device gives them; without problems if it could not be read
 * @param {string} input.ignore reasons that nobody wants to hear of, with commas between them
 * @param {string[]} input.known what was told, or is about to be: day, lock and reason
 */
function reasonsOf({ DateTime, zone, event, locks, ignore, known }) {
	const ignored = ignore.split(',').map((reason) => reason.trim());
	return locks.flatMap(({ device_id, name, time_zone, problems }) => {
		const lock = name || String(event?.device_name ?? device_id);
		const day = DateTime.now()
			.setZone(time_zone ?? zone)
			.toISODate();
		const standing = (problems ?? [])
			.filter(({ severity }) => severity !== 'info')
			.map(({ code, message, fix }) => ({
				...{
					code,
					text: [message, fix]
						.filter(Boolean)
						.map((part) => ended(String(part)))
						.join(' '),
				},
			}));
		return (event === null ? standing : reasonsOfEvent(event, standing, problems !== undefined))
			.filter(({ code }) => !ignored.includes(code))
			.map(({ code, text }) => ({
				...{ about: `${day} ${device_id} ${code}`, day, device_id, lock },
				text: `${text} (${code})`,
			}))
			.filter(({ about }) => !known.includes(about));
	});
}

/**
 * @param {SeamEvent} event
 * @param {Array<{ code: string, text: string }>} standing
 * @param {boolean} isRead
 */
function reasonsOfEvent({ event_type }, standing, isRead) {
	const { says, problems, passes } = EVENTS[event_type] ?? { says: `Seam reports ${event_type}.` };
	const same = standing.filter(({ code }) => problems?.test(code));
	if (same.length > 0) return same;
	return passes && isRead ? [] : [{ code: event_type, text: says }];
}

/**
 * One message for each lock, of the reasons that are still to be told.
 *
 * @param {Array<{ device_id: string, lock: string, text: string }>} rows
 */
function messagesOf(rows) {
	return [...new Set(rows.map(({ device_id }) => device_id))].map((device_id) => {
		const own = rows.filter((row) => row.device_id === device_id);
		const { lock } = own[own.length - 1];
		const lines = [...new Set(own.map(({ text }) => `- ${text}`))];
		return {
			...{ device_id, subject: `${lock} needs attention` },
			text: `${lock} needs attention:\n\n${lines.join('\n')}\n\nYou hear of each reason once a day. To hear no more of one, write its name into “ignore” of Settings.`,
		};
	});
}

module.exports = { EVENTS, reasonsOf, messagesOf };
