// One lock: what it is, how it is, and the codes on it.
import { html } from 'htm/preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { wentBeforeOurEyes } from './connection.mjs';
import { Keypad } from './keypad.mjs';
import { Timeline } from './timeline.mjs';
import { Trouble } from './trouble.mjs';

export function Lock({ lock }) {
	const [open, setOpen] = useState(null);
	const panel = `${open}-${lock.id}`;
	const disclose = (name, label) => html`
		<button
			type="button"
			class="quiet"
			aria-expanded=${open === name}
			aria-controls=${open === name ? panel : undefined}
			aria-label=${`${label} of ${lock.name}`}
			onClick=${() => setOpen(open === name ? null : name)}
		>
			${label}
		</button>
	`;
	return html`
		<article class="lock" aria-labelledby=${`name-${lock.id}`} data-alias=${lock.alias}>
			<header>
				<div>
					<h3 id=${`name-${lock.id}`}>${lock.name}</h3>
					<${Facts} lock=${lock} />
				</div>
				<div class="buttons">${disclose('keypad', 'Keypad')} ${disclose('trouble', 'Trouble')}</div>
			</header>
			${lock.problems.map((problem) => html`<p class="problem" key=${problem}>${problem}</p>`)}
			<div class=${open === 'keypad' ? 'body with-keypad' : 'body'}>
				${open &&
				html`<div id=${panel} class="panel">
					${open === 'keypad'
						? html`<${Keypad} lock=${lock} />`
						: html`<${Trouble} lock=${lock} />`}
				</div>`}
				${lock.codes.length > 0 && html`<${Codes} lock=${lock} />`}
			</div>
		</article>
	`;
}

/** The codes that there are, and below them those that are gone, folded away. */
function Codes({ lock }) {
	const removed = lock.codes.filter(({ isGone }) => isGone);
	const live = lock.codes.filter(({ isGone }) => !isGone);
	const fold = useRef(null);
	const seenToGo = removed.filter(wentBeforeOurEyes).length;
	// Whoever sees a code go also sees what has become of it.
	useLayoutEffect(() => {
		if (seenToGo > 0) fold.current.open = true;
	}, [seenToGo]);
	const list = (codes, label) => html`
		<ul class="codes" aria-label=${`${label} of ${lock.name}`}>
			${codes.map((code) => html`<${Code} key=${code.id} code=${code} zone=${lock.zone} />`)}
		</ul>
	`;
	return html`
		<div>
			${live.length > 0 && list(live, 'Codes')}
			${removed.length > 0 &&
			html`<details class="gone" ref=${fold}>
				<summary>${removed.length} removed code${removed.length > 1 && 's'}</summary>
				${list(removed, 'Removed codes')}
			</details>`}
		</div>
	`;
}

function Facts({ lock }) {
	const { make, zone, localTime, battery, isOnline, takesCodes } = lock;
	const level = battery === null ? null : Math.round(battery * 100);
	return html`
		<ul class="facts">
			<li>${make}</li>
			<li>
				${zone
					? html`${zone.replaceAll('_', ' ')} <span class="local">${localTime}</span>`
					: 'Zone unknown'}
			</li>
			<li class=${battery !== null && battery < 0.2 ? 'bad' : ''}>
				${level === null ? 'Battery unknown' : `Battery ${level}%`}
			</li>
			<li class=${isOnline ? 'good' : 'bad'}>${isOnline ? 'Online' : 'Offline'}</li>
			${!takesCodes && html`<li class="bad">Takes no codes now</li>`}
		</ul>
	`;
}

/** A code's name without the mark by which n8n knows the booking of a long key: `[~…]`. */
const withoutTag = (name) => name?.replace(/ ?\[~[^\]]*\]$/, '') || name;

function Code({ code, zone }) {
	const { pin, name, state } = code;
	return html`
		<li class=${`code ${state.name}`} data-state=${state.name} data-code=${code.id}>
			<div class="who">
				<p class="pin">
					${pin ??
					html`<span class="none">${state.name === 'removed' ? 'no PIN' : 'no PIN yet'}</span>`}
				</p>
				<p class="booking" title=${name}>${withoutTag(name)}</p>
			</div>
			<div class="state">
				<span class=${`badge ${state.name}`}>${state.label}</span>
				<span class="words">${state.words}</span>
			</div>
			<${Timeline} code=${code} zone=${zone ?? 'UTC'} />
		</li>
	`;
}
