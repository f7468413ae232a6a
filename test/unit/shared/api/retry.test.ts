import { delayBeforeRetry, readRetryAfter } from '../../../../nodes/shared/api/retry';

const NOW = Date.parse('2027-03-01T12:00:00Z');

it.each([
	['7', 7_000],
	[' 0.5 ', 500],
	[3, 3_000],
	['0', 0],
	['Mon, 01 Mar 2027 12:01:30 GMT', 90_000],
	['Mon, 01 Mar 2027 11:00:00 GMT', 0],
	['soon', undefined],
	['-5x', undefined],
	['', undefined],
	[undefined, undefined],
])('reads Retry-After %j', (header, expected) => {
	expect(readRetryAfter(header, NOW)).toBe(expected);
});

const failed = { attempt: 1, elapsedMs: 0, wasRateLimited: false };

it.each([
	['the first pause is half a second', failed, 500],
	['pauses double', { ...failed, attempt: 4 }, 4_000],
	['a rate limit needs more', { ...failed, wasRateLimited: true }, 4_200],
])('%s, and up to a fifth more', (_name, attempt, least) => {
	for (let draw = 0; draw < 50; draw += 1) {
		const delay = delayBeforeRetry(attempt);
		expect(delay).toBeGreaterThanOrEqual(least);
		expect(delay).toBeLessThanOrEqual(least * 1.2);
	}
});

it.each([
	['what Seam asks for is waited for exactly', { ...failed, retryAfterMs: 60_000 }, 60_000],
	['more than a minute is not', { ...failed, retryAfterMs: 60_001 }, null],
	['nor is a sixth attempt made', { ...failed, attempt: 5 }, null],
	['nor one that would begin too late', { ...failed, elapsedMs: 89_600 }, null],
])('%s', (_name, attempt, expected) => {
	expect(delayBeforeRetry(attempt)).toBe(expected);
});

it.each([0, 0.999_999])(
	"the pauses after a rate limit reach beyond Seam's minute, within the patience (draw %d)",
	(draw) => {
		jest.spyOn(Math, 'random').mockReturnValue(draw);
		let elapsedMs = 0;
		for (const attempt of [1, 2, 3, 4]) {
			elapsedMs += delayBeforeRetry({ attempt, elapsedMs, wasRateLimited: true }) ?? NaN;
		}
		expect(elapsedMs).toBeGreaterThan(61_000);
		expect(elapsedMs).toBeLessThan(80_000);
	},
);
