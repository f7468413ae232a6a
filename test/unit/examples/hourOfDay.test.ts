// The hour from which the watching examples look or list, in the ways that people write an hour.
import { DateTime } from 'luxon';

import lockNeedsAttention from '../../../examples/lock-needs-attention.json';
import noPinBeforeCheckIn from '../../../examples/no-pin-before-check-in.json';
import { valueOf } from './valueOf.mts';

const HOURS = ['8', ' 8 ', '8:00', '08', '08:00', '08:00 '];

interface Example {
	nodes: Array<{ name: string; parameters: object }>;
}

const parametersOf = ({ nodes }: Example, name: string): object =>
	nodes.find((node) => node.name === name)!.parameters;

/** At a time of the day, with these Settings, and nothing done yet. */
const at = (expression: string, settings: object, time: string): unknown =>
	valueOf(expression, {
		$json: { is_today: true },
		$now: DateTime.fromISO(`2027-03-01T${time}`),
		$: (name: string) => ({
			isExecuted: false,
			first: () => ({ json: name === 'Settings' ? settings : {} }),
			all: () => [],
		}),
	});
const TIMES = ['07:59', '08:00', '22:15'];

test.each(HOURS)('a lock needs attention: all locks are looked at from "%s"', (look_at) => {
	const { output } = parametersOf(lockNeedsAttention, 'What Started It') as { output: string };
	expect(TIMES.map((time) => at(output, { look_at }, time))).toEqual([2, 1, 1]);
});

test.each(HOURS)('no PIN before check-in: the list goes out from "%s"', (list_at) => {
	const { conditions } = parametersOf(noPinBeforeCheckIn, 'List Is Due') as {
		conditions: { conditions: Array<{ leftValue: string }> };
	};
	const [{ leftValue }] = conditions.conditions;
	expect(TIMES.map((time) => at(leftValue, { list_at }, time))).toEqual([false, true, true]);
});
