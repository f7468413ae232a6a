// The keypad at one door.
import { html } from 'htm/preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { typePin } from './actions.mjs';
import { picture } from './connection.mjs';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const LONGEST = 12;

export function Keypad({ lock }) {
	const [pin, setPin] = useState('');
	const [answer, setAnswer] = useState(null);
	const field = useRef(null);
	useEffect(() => field.current.focus(), []);
	// The door might do something else now.
	useLayoutEffect(() => setAnswer(null), [situationOf(lock)]);

	const press = (key) => () => {
		setAnswer(null);
		setPin((before) => (before + key).slice(0, LONGEST));
	};
	const enter = async (event) => {
		event.preventDefault();
		if (!pin) return;
		setPin('');
		const given = await typePin(lock.id, pin);
		setAnswer(given && { ...given, pin });
	};
	// A digit that was clicked has the focus, and Enter would press it again: it tries the PIN, as at the door.
	const submitOnEnter = (event) => {
		if (event.key !== 'Enter' || event.target.name === 'clear') return;
		event.preventDefault();
		event.currentTarget.requestSubmit();
	};
	const type = ({ target }) => {
		setAnswer(null);
		setPin(target.value.replace(/\D/g, '').slice(0, LONGEST));
		target.value = target.value.replace(/\D/g, '').slice(0, LONGEST);
	};
	const key = (label) => html`
		<button type="button" key=${label} onClick=${press(label)}>${label}</button>
	`;
	return html`
		<form
			class="keypad"
			onSubmit=${enter}
			onKeyDown=${submitOnEnter}
			aria-label=${`Keypad of ${lock.name}`}
		>
			<input
				ref=${field}
				aria-label=${`PIN for ${lock.name}`}
				inputmode="numeric"
				autocomplete="off"
				placeholder="PIN"
				value=${pin}
				onInput=${type}
			/>
			<div class="keys">
				${KEYS.map(key)}
				<button type="button" name="clear" aria-label="Clear" onClick=${() => setPin('')}>C</button>
				${key('0')}
				<button type="submit" class="enter" title="Try this PIN">Enter</button>
			</div>
			<p class=${`answer ${answer ? (answer.opens ? 'opens' : 'shut') : ''}`} role="status">
				${answer && html`<${Answer} ...${answer} />`}
			</p>
		</form>
	`;
}

/** What would change how the lock takes a PIN: the clock was moved, or a code is not what it was. */
const situationOf = ({ codes }) =>
	[
		picture.value.clock.moves,
		...codes.map(({ id, pin, state }) => [id, pin, state.name, state.words].join()),
	].join();

/** What the door did with a PIN. */
function Answer({ pin, opens, because, valid_from: validFrom }) {
	const isNextStart = Date.parse(validFrom) === picture.value.nextStart?.at;
	const way = isNextStart
		? html`: move the clock <em>To the next start</em>`
		: ': move the clock on, at the top';
	return html`
		<strong>${opens ? 'Opens' : 'Stays shut'}</strong>
		${`PIN ${pin}: ${because}`}${validFrom && way}
	`;
}
