// The live picture of the sandbox, and whether it is live.
import { signal } from '@preact/signals';

/** The latest picture; null until the first has come. */
export const picture = signal(null);
export const isConnected = signal(false);
/** The browser's time when the latest picture came. */
let receivedAt = 0;
let focused = null;
/** IDs of the codes that were gone before this page was opened; null until the first picture. */
let goneBefore = null;

export function connect() {
	const source = new EventSource('/console/stream');
	source.addEventListener('open', () => (isConnected.value = true));
	source.addEventListener('message', ({ data }) => {
		focused = document.activeElement;
		receivedAt = Date.now();
		const next = JSON.parse(data);
		goneBefore ??= new Set(
			next.locks.flatMap(({ codes }) => codes.filter(isGone).map(({ id }) => id)),
		);
		picture.value = next;
	});
	source.addEventListener('error', () => {
		isConnected.value = false;
		// The browser tries again by itself, unless the answer was not a stream.
		if (source.readyState === EventSource.CLOSED) setTimeout(connect, 1_000);
	});
}

const isGone = (code) => code.isGone;

/** Whether a code was removed while this page was open. */
export const wentBeforeOurEyes = (code) => code.isGone && !goneBefore.has(code.id);

/** A lock that has moved on the page has lost the focus: gives it back. */
export function restoreFocus() {
	if (document.activeElement === document.body && focused?.isConnected) focused.focus();
	focused = null;
}

/** The sandbox's time now, carried on from the latest picture. */
export function sandboxNow({ now, speed, frozen }) {
	return frozen ? now : now + (Date.now() - receivedAt) * speed;
}
