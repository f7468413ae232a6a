import {
	readChoice,
	readChoices,
	readFlag,
	readNumber,
	readText,
	readTexts,
} from '../../../../nodes/shared/parameters/values';
import type { Refusal } from '../../../../nodes/shared/refusal';

const field = (more = {}) => ({ displayName: 'Plan Only', name: 'planOnly', ...more });

/** The way out that a reader tells as it refuses. */
function fixOf(read: () => unknown): string | undefined {
	try {
		read();
	} catch (error) {
		return (error as Refusal).fix;
	}
	return undefined;
}

describe('a flag', () => {
	it.each([true, 'true', 'TRUE', ' True ', 1, '1', 'yes', 'Yes'])('%j is true', (value) => {
		expect(readFlag(value, field())).toBe(true);
	});
	it.each([false, 'false', 'False', 0, '0', 'no', 'NO '])('%j is false', (value) => {
		expect(readFlag(value, field())).toBe(false);
	});
	it.each([undefined, null, '', 'on', 'maybe', 2, -1, [], [true], {}])(
		'%j is refused by name',
		(value) => {
			expect(() => readFlag(value, field())).toThrow("'Plan Only' must be true or false");
		},
	);
});

describe('a choice', () => {
	const access = field({
		displayName: 'Access',
		options: [
			{ name: 'Ongoing', value: 'ongoing' },
			{ name: 'Time-Bound', value: 'time_bound' },
		],
	});
	it('is taken as it is', () => expect(readChoice('time_bound', access)).toBe('time_bound'));
	it.each(['Ongoing', ' ongoing', 'timebound', '', null, undefined, 1, ['ongoing']])(
		'%j is refused with the choices, as people and as expressions know them',
		(value) => {
			const read = () => readChoice(value, access);
			expect(read).toThrow("'Access' is not set to one of its choices");
			expect(fixOf(read)).toContain('Give one of Ongoing (ongoing), Time-Bound (time_bound).');
		},
	);
	it('may be several, from a list or a text', () => {
		expect(readChoices(['ongoing'], access)).toEqual(['ongoing']);
		expect(readChoices('ongoing, time_bound', access)).toEqual(['ongoing', 'time_bound']);
		expect(readChoices(undefined, access)).toEqual([]);
	});
	it.each([['ongoing,never'], [['ongoing', 'Ongoing']], [{ ongoing: true }]])(
		'among several, %j is refused',
		(value) => {
			const read = () => readChoices(value, access);
			expect(read).toThrow("'Access' holds something that is not one of its choices");
			expect(fixOf(read)).toContain('Give only Ongoing (ongoing), Time-Bound (time_bound).');
		},
	);
});

describe('a number', () => {
	const from0to60 = field({
		displayName: 'Minutes',
		typeOptions: { minValue: 0, maxValue: 60, numberPrecision: 0 },
	});
	it.each<[unknown, number]>([
		[0, 0],
		[60, 60],
		['30', 30],
		[' 7 ', 7],
	])('%j is %d', (value, number) => expect(readNumber(value, from0to60)).toBe(number));

	it.each(['', ' ', null, undefined, 'soon', '30 min', '0x10', '1e1', true, [], [5], NaN])(
		'%j is refused with the limits',
		(value) => {
			expect(() => readNumber(value, from0to60)).toThrow(
				"'Minutes' must be a whole number from 0 to 60",
			);
		},
	);
	it.each([Infinity, '-1', -1, 61, '61', 1.5, '1.5'])('%j is over a limit', (value) => {
		expect(() => readNumber(value, from0to60)).toThrow("'Minutes' must be a whole number from 0");
	});
	it('may have no upper limit, and decimals', () => {
		const hours = field({ displayName: 'Hours', typeOptions: { minValue: 1 } });
		expect(readNumber('1.5', hours)).toBe(1.5);
		expect(() => readNumber(0, hours)).toThrow("'Hours' must be a number of 1 or more");
	});
});

describe('a text', () => {
	it('is taken without the blanks around it, a number as text', () => {
		expect(readText('  HA-1042 ', field())).toBe('HA-1042');
		expect(readText(1042, field())).toBe('1042');
		expect(readText(null, field())).toBe('');
	});
	it.each([[{ id: 7 }], [['7']], [true]])('%j is refused', (value) => {
		expect(() => readText(value, field())).toThrow("'Plan Only' is neither text nor a number");
	});
	it('may be several', () => {
		expect(readTexts('a, b\nc', field())).toEqual(['a', 'b', 'c']);
		expect(readTexts(['a', ' ', 7], field())).toEqual(['a', '7']);
		expect(readTexts(undefined, field())).toEqual([]);
		expect(() => readTexts([{ id: 7 }], field())).toThrow('is neither text nor a number');
	});
});
