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
		await moveClock(change);
		setMoving(false);
	};
	const button = (label, change, isOff = false) => html`
		<button
			type="button"
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
			<div class="buttons" role="group" aria-label="Move the clock on by">
				<span class="lead" aria-hidden="true">Move on</span>
				${button('An hour', { advance_ms: HOUR })} ${button('A day', { advance_ms: 24 * HOUR })}
				${button(
					'To the next start',
					{ now: new Date(nextStart ?? now).toISOString() },
					nextStart === null,
				)}
			</div>
		</section>
	`;
}
