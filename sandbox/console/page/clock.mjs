// The sandbox's clock, with the buttons that move it on.
import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';
import { moveClock } from './actions.mjs';
import { picture, sandboxNow } from './connection.mjs';

const HOUR = 3_600_000;
const SHOWN = new Intl.DateTimeFormat('en-GB', {
	...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
	...{ hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'UTC' },
});

const MINUTE = 60_000;
/** A clock that is not further from the real time than this goes with it. */
const SAME = 5_000;

/** A length of time in its two largest units, e.g. `3 days 2 hours`. */
function lengthOf(ms) {
	const minutes = Math.round(Math.abs(ms) / MINUTE);
	const parts = [
		[Math.floor(minutes / 1440), 'day'],
		[Math.floor(minutes / 60) % 24, 'hour'],
		[minutes % 60, 'minute'],
	].filter(([count]) => count > 0);
	const words = parts.slice(0, 2).map(([count, unit]) => `${count} ${unit}${count > 1 ? 's' : ''}`);
	return words.join(' ') || 'less than a minute';
}

const WAITS = 'A wait in n8n continues at its next check at the latest.';

const backToNow = () => ({ now: new Date().toISOString(), speed: 1, frozen: false });

export function Clock() {
	const { clock, nextStart } = picture.value;
	const [isMoving, setMoving] = useState(false);
	const [, tick] = useState(0);
	useEffect(() => {
		const timer = setInterval(() => tick((count) => count + 1), 1_000);
		return () => clearInterval(timer);
	}, []);
	const now = sandboxNow(clock);
	const move = (change) => async () => {
		setMoving(true);
		await moveClock(typeof change === 'function' ? change() : change);
		setMoving(false);
	};
	const ahead = now - Date.now();
	const isPresent = Math.abs(ahead) < SAME && !clock.frozen && clock.speed === 1;
	const side = ahead < 0 ? 'behind' : 'ahead of';
	const apart = `${lengthOf(ahead)} ${side} the real time, which n8n goes by.`;
	const button = (label, change, isOff = false, title = undefined) => html`
		<button
			type="button"
			title=${title}
			aria-disabled=${isOff || isMoving}
			onClick=${isOff || isMoving ? undefined : move(change)}
		>
			${label}
		</button>
	`;
	return html`
		<section class="clock" aria-label="Clock">
			<p class="time">
				<time datetime=${new Date(now).toISOString()}>${SHOWN.format(now)}</time>${' '}
				<span class="unit">UTC${clock.frozen && ', stopped'}</span>
			</p>
			<div class="buttons" role="group" aria-label="Move the clock">
				<span class="lead" aria-hidden="true">Move on</span>
				${button('An hour', { advance_ms: HOUR })} ${button('A day', { advance_ms: 24 * HOUR })}
				${button(
					'To the next start',
					{ now: new Date(nextStart?.at ?? now).toISOString() },
					nextStart === null,
					nextStart?.text ?? 'No code begins later',
				)}
				${button('Back to now', backToNow, isPresent)}
			</div>
		</section>
		<p class="beside-n8n">
			${isPresent
				? `In step with the real time. Moving it on does not move n8n’s clock. ${WAITS}`
				: html`<strong>${apart}</strong
						>${` ${WAITS} Press Back to now before you book in n8n: it keeps what has happened.`}`}
			${nextStart !== null && html` <span>Next start: ${nextStart.text}.</span>`}
		</p>
	`;
}
