import type { Tried } from './keypad.mts';
import type { Outcome } from './outcome.mts';

/**
 * Prints what became of every booking.
 *
 * @returns whether every guest got a PIN and every door did what it should.
 */
export function printOutcomes(outcomes: Outcome[], tried: Tried[]): boolean {
	let failures = 0;
	for (const outcome of outcomes) {
		const { booking } = outcome;
		const [firstReason = '', ...otherReasons] = outcome.reasons;
		console.log(`\n${booking.title}`);
		line('lock', outcome.lockName);
		line('kind of code', outcome.kind);
		line('why', firstReason);
		for (const reason of otherReasons) line('', reason);
		line('asked', outcome.asked);
		line('granted', outcome.granted.text);
		line('PIN', outcome.pinInMessage ?? 'none in the message');
		line('confirmed', `${outcome.confirmedAt}, ${outcome.confirmedBy}`);
		line('message', `“${outcome.message}”`);
		const mine = tried.filter((attempt) => attempt.outcome === outcome);
		mine.forEach(({ when, opened, shouldOpen, because }, index) => {
			const isRight = opened === shouldOpen;
			if (!isRight) failures++;
			const verdict = `${opened ? 'opens' : 'stays shut'} ${when} (${because})`;
			line(index === 0 ? 'keypad' : '', `${isRight ? '✓' : '✗ WRONG:'} ${verdict}`);
		});
		if (outcome.pinInMessage === null || mine.length === 0) failures++;
	}
	const isAllRight = failures === 0 && outcomes.length > 0;
	console.log(
		isAllRight
			? `\nAll ${outcomes.length} guests got a PIN that opens their door while it should, and not after.`
			: `\n${failures} things went wrong.`,
	);
	return isAllRight;
}

function line(label: string, text: string): void {
	console.log(`  ${label.padEnd(13)} ${text}`);
}
