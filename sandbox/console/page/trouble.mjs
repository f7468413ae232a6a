// The buttons that make a lock misbehave, and well again.
import { html } from 'htm/preact';
import { loseNextAnswer, removeFault, setDevice, setOutcome } from './actions.mjs';
import { picture } from './connection.mjs';

const LOW = 0.05;
const GOOD = 0.9;

export function Trouble({ lock }) {
	const { id, outcome, isOnline, battery } = lock;
	const lostAnswers = picture.value.lostAnswers.filter(({ deviceId }) => deviceId === id);
	const losesAnswer = lostAnswers.length > 0;
	const isLow = battery !== null && battery < 0.2;
	const toggle = (label, isOn, act) => html`
		<button type="button" aria-pressed=${isOn} onClick=${act}>${label}</button>
	`;
	const outcomeToggle = (label, wanted) =>
		toggle(label, outcome === wanted, () => setOutcome(id, outcome === wanted ? 'set' : wanted));
	return html`
		<div class="trouble" role="group" aria-label=${`Trouble at ${lock.name}`}>
			${outcomeToggle('Refuse codes', 'fail')} ${outcomeToggle('Be full', 'no_space')}
			${toggle('Be offline', !isOnline, () => setDevice(id, { online: !isOnline }))}
			${toggle('Run low', isLow, () => setDevice(id, { battery_level: isLow ? GOOD : LOW }))}
			${toggle('Lose the next answer', losesAnswer, () =>
				losesAnswer ? lostAnswers.forEach((fault) => removeFault(fault.id)) : loseNextAnswer(id),
			)}
		</div>
	`;
}
