// One code on the line of time: what was asked, what was granted, and what happened when.
import { html } from 'htm/preact';
import { signal } from '@preact/signals';
import { ticksBetween } from './axis.mjs';
import { picture } from './connection.mjs';

const DAY = 86_400_000;

/** How much time a line shows; a seventh of it is past. */
export const SPANS = [
	{ label: '2 days', days: 2 },
	{ label: '2 weeks', days: 14 },
	{ label: '2 months', days: 60 },
];
export const span = signal(14);

const range = (now) => {
	const length = span.value * DAY;
	return { from: now - length / 7, length };
};

const placeOn = ({ from, length }, instant) =>
	Math.min(100, Math.max(0, ((instant - from) / length) * 100));

const isOn = ({ from, length }, instant) => instant >= from && instant <= from + length;

function bar(axis, starts, ends) {
	const left = placeOn(axis, starts ?? axis.from);
	const right = placeOn(axis, ends ?? Infinity);
	return { left: `${left}%`, width: `${Math.max(0, right - left)}%` };
}

/** The days of a line; a label that would stick out at its right end is left out. */
const LAST_LABEL = 88;

export function Timeline({ code, zone }) {
	const { now } = picture.value.clock;
	const axis = range(now);
	const { asked, starts, ends, startText, endText, state, marks } = code;
	const isRounded =
		asked && asked.starts !== null && (asked.starts !== starts || asked.ends !== ends);
	const ticks = ticksBetween(zone, axis.from, axis.from + axis.length).map((tick) => ({
		...tick,
		place: placeOn(axis, tick.at),
	}));
	const seen = marks.filter(({ at }) => isOn(axis, at));
	return html`
		<div class="timeline">
			<div class="track" aria-hidden="true">
				${ticks.map(
					({ at, place }) =>
						html`<span class="tick" key=${at} style=${{ left: `${place}%` }}></span>`,
				)}
				${isRounded &&
				html`<span class="asked" style=${bar(axis, asked.starts, asked.ends)}></span>`}
				<span class=${`granted ${state.name}`} style=${bar(axis, starts, ends)}></span>
				${seen.map(
					({ at, type, text }) => html`
						<span
							class=${`mark ${type}`}
							style=${{ left: `${placeOn(axis, at)}%` }}
							title=${text}
						></span>
					`,
				)}
				<span class="now" style=${{ left: `${placeOn(axis, now)}%` }}></span>
			</div>
			<div class="axis" aria-hidden="true">
				${ticks
					.filter(({ label, place }) => label && place < LAST_LABEL)
					.map(
						({ at, label, place, isAlsoNarrow }) => html`
							<span key=${at} class=${isAlsoNarrow ? '' : 'wide'} style=${{ left: `${place}%` }}>
								${label}
							</span>
						`,
					)}
			</div>
			<div class="below">
				<p class="window">
					${starts === null ? 'Ongoing' : html`${startText} – ${endText}`}
					${isRounded && html` <span class="note">(rounded by Seam)</span>`}
				</p>
				${marks.length > 0 &&
				html`<details>
					<summary>History</summary>
					<${History} marks=${marks} />
				</details>`}
			</div>
		</div>
	`;
}

/** What happened to a code, oldest first, as text. */
function History({ marks }) {
	return html`
		<ol class="history">
			${marks.map(
				({ text, at, type }) => html`<li key=${`${type}${at}`} class=${type}>${text}</li>`,
			)}
		</ol>
	`;
}
