// What the page asks of the sandbox: its controls, and nothing else.
import { signal } from '@preact/signals';

/** The last refusal or failure of a control, in words; empty where all is well. */
export const trouble = signal('');

/** The answer of a control. @throws Error with what the sandbox says against it. */
async function ask(method, path, body) {
	const response = await fetch(`/sandbox${path}`, {
		method,
		...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
	});
	const answer = await response.json();
	if (!response.ok) throw new Error(answer.error?.message ?? `Status ${response.status}`);
	return answer;
}

async function send(method, path, body) {
	try {
		const answer = await ask(method, path, body);
		trouble.value = '';
		return answer;
	} catch (error) {
		trouble.value = `The sandbox did not do that: ${error.message}`;
		return null;
	}
}

export const moveClock = (change) => send('POST', '/clock', change);
export const typePin = (device, pin) => send('POST', '/keypad', { device, pin });
export const setOutcome = (device, outcome) => send('POST', '/programming', { device, outcome });
export const setDevice = (device, state) => send('POST', '/devices/state', { device, ...state });
export const loseNextAnswer = (deviceId) =>
	send('POST', '/faults', { path: '*', kind: 'lost_answer', times: 1, device_id: deviceId });
export const removeFault = (id) => send('DELETE', `/faults/${id}`);
/** Sends a booking to n8n. @throws Error in words where it was not taken. */
export const book = (stay) => ask('POST', '/bookings', stay);
