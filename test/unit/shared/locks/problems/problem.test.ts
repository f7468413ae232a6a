import { inOrder, sentenceOf } from '../../../../../nodes/shared/locks/problems/problem';

it.each([
	['The lock is away', 'The lock is away. Wait.'],
	['The lock is away.', 'The lock is away. Wait.'],
	[' The lock is away. ', 'The lock is away. Wait.'],
])('%j is one sentence before the way out', (message, sentence) => {
	expect(sentenceOf(message, 'Wait.')).toBe(sentence);
});

it('the gravest comes first, and of two that say the same the first stays', () => {
	const problem = (code: string, severity: 'error' | 'warning' | 'info', message = '') => ({
		...{ code, severity, message, fix: '' },
	});
	const problems = [
		problem('a', 'info'),
		problem('b', 'warning'),
		problem('c', 'error', 'first'),
		problem('c', 'error', 'second'),
	];
	expect(inOrder(problems)).toEqual([problems[2], problems[1], problems[0]]);
});
