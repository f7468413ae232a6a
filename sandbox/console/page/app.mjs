// The console: the clock on top, the doors below, the news beside them.
import { html, render } from 'htm/preact';
// Makes components follow the signals that they read.
import '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { trouble } from './actions.mjs';
import { Booking } from './booking.mjs';
import { Clock } from './clock.mjs';
import { connect, isConnected, picture, restoreFocus } from './connection.mjs';
import { Feeds } from './feeds.mjs';
import { Lock } from './lock.mjs';
import { span, SPANS } from './timeline.mjs';

function App() {
	useLayoutEffect(restoreFocus);
	if (!picture.value) return html`<main><p class="empty">Connecting to the sandbox …</p></main>`;
	const { locks, booking } = picture.value;
	const used = locks.filter(({ codes }) => codes.length > 0);
	const unused = locks.filter(({ codes }) => codes.length === 0);
	// One list with keys: a lock keeps what is open on it when it gets its first code.
	const doors = [
		used.length === 0 &&
			html`<p class="empty" key="none">
				No door has a code yet. One that is created through the API appears here.
				${!booking &&
				' To book on this page, start it with npm run demo, and wait for the demo’s own stays.'}
			</p>`,
		...used.map((lock) => html`<${Lock} key=${lock.id} lock=${lock} />`),
		unused.length > 0 && html`<h2 key="without">Doors without codes</h2>`,
		...unused.map((lock) => html`<${Lock} key=${lock.id} lock=${lock} />`),
	];
	return html`
		<header class="top">
			<div class="title">
				<h1>Local Seam</h1>
				<p class=${`link ${isConnected.value ? 'good' : 'bad'}`} role="status">
					${isConnected.value ? 'Live' : 'Connection lost, trying again'}
				</p>
			</div>
			<${Clock} />
		</header>
		<p class="failure" role="alert">${trouble.value}</p>
		<div class="columns">
			<main>
				${booking && html`<${Booking} runsUrl=${booking.runsUrl} />`}
				<div class="heading">
					<h2>Doors with codes</h2>
					<${Spans} />
				</div>
				<div class="locks">${doors}</div>
			</main>
			<${Feeds} />
		</div>
	`;
}

function Spans() {
	return html`
		<div class="spans" role="group" aria-label="Time shown">
			${SPANS.map(
				({ label, days }) => html`
					<button
						type="button"
						key=${days}
						aria-pressed=${span.value === days}
						onClick=${() => (span.value = days)}
					>
						${label}
					</button>
				`,
			)}
		</div>
	`;
}

connect();
render(html`<${App} />`, document.body);
