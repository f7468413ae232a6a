// The days on a line of time: midnights of a lock's own calendar, some with their date.
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const formats = new Map();

function formatOf(zone) {
	let format = formats.get(zone);
	if (!format) {
		format = new Intl.DateTimeFormat('en-GB', {
			...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
			...{ hourCycle: 'h23', timeZone: zone },
		});
		formats.set(zone, format);
	}
	return format;
}

/** What a clock in the zone shows at an instant, as if it were UTC. */
function wallOf(zone, instant) {
	const parts = formatOf(zone).formatToParts(instant);
	const part = (type) => Number(parts.find((one) => one.type === type).value);
	return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
}

/** The instant at which a clock in the zone shows `wall`; asked twice, as the offset may change in between. */
function instantOf(zone, wall) {
	const guess = wall - (wallOf(zone, wall) - wall);
	return guess - (wallOf(zone, guess) - wall);
}

const SHORT_DATE = new Intl.DateTimeFormat('en-GB', {
	...{ day: 'numeric', month: 'short', timeZone: 'UTC' },
});

/** Days between two ticks, and between two labels on a wide and on a narrow page, for the days that a line shows. */
function stepsFor(days) {
	if (days <= 3) return { tick: 1, label: 1, narrow: 1 };
	if (days <= 21) return { tick: 1, label: 2, narrow: 4 };
	return { tick: 7, label: 7, narrow: 14 };
}

/** The ticks between two instants. A label stays with its day while time goes on. */
export function ticksBetween(zone, from, to) {
	const steps = stepsFor((to - from) / DAY);
	const ticks = [];
	const first = Math.ceil(wallOf(zone, from) / DAY);
	for (let day = first; ; day++) {
		// Day 4 of the epoch was a Monday: weeks begin there.
		const count = day - 4;
		const at = instantOf(zone, day * DAY);
		if (at > to) return ticks;
		if (count % steps.tick !== 0) continue;
		ticks.push({
			at,
			label: count % steps.label === 0 ? SHORT_DATE.format(day * DAY) : null,
			isAlsoNarrow: count % steps.narrow === 0,
		});
	}
}
