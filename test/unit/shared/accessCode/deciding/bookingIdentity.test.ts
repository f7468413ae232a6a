import { nameShownOnLock } from '../../../../../nodes/shared/accessCode/nameOnLock';
import {
	composeName,
	identityOfKey,
	identityOfRun,
	nameWithoutTag,
	readTag,
} from '../../../../../nodes/shared/accessCode/deciding/bookingIdentity';
import { SET_AT_RUN } from '../../../../../nodes/shared/accessCode/planning/planTypes';

/** Limits of a lock that shows little of a name and wants it to differ. */
const strictLock = { maxLength: 14, mustBeUnique: true };
const anyLock = { mustBeUnique: false };

describe('identityOfKey', () => {
	it.each(['HA-1042', '12345', 'airbnb:HMXXXXXXXX', 'a@b.example', 'x'.repeat(32)])(
		'takes %s as it is',
		(key) => expect(identityOfKey(key)).toBe(key),
	);

	it.each([
		['long', 'x'.repeat(33)],
		['with blanks', 'Ada Lovelace'],
		['with brackets', 'a]b'],
		['in another script', 'бронь-7'],
		['that looks like a hash', '#0123456789abcdef'],
		['that looks like a run', '~0123456789abcdef'],
		['with a line break', 'HA\n1'],
	])('hashes a key %s', (_what, key) => {
		expect(identityOfKey(key)).toMatch(/^#[0-9a-f]{16}$/);
		expect(identityOfKey(key)).toBe(identityOfKey(key));
	});

	it('tells similar keys apart', () => {
		const keys = ['Ada 1', 'Ada 2', 'ada 1', 'Ada  1', 'Ada1', 'ada1'];
		expect(new Set(keys.map(identityOfKey)).size).toBe(keys.length);
	});
});

describe('identityOfRun', () => {
	const run = { executionId: '17', nodeName: 'Create', runIndex: 0, itemIndex: 0 };

	it('is the same for a retry of the node', () => {
		expect(identityOfRun({ ...run })).toBe(identityOfRun(run));
	});

	it.each([
		['execution', { executionId: '18' }],
		['node', { nodeName: 'Create 2' }],
		['round of a loop', { runIndex: 1 }],
		['item', { itemIndex: 1 }],
	])('differs with the %s', (_what, change) => {
		expect(identityOfRun({ ...run, ...change })).not.toBe(identityOfRun(run));
	});
});

describe('composeName', () => {
	it.each([
		['the name, then the tag', { name: 'Ada Lovelace', identity: 'HA-1' }, 'Ada Lovelace [HA-1]'],
		['no double blanks', { name: ' Ada \n Lovelace ', identity: 'HA-1' }, 'Ada Lovelace [HA-1]'],
		['the key where there is no name', { name: '', identity: 'HA-1' }, 'HA-1 [HA-1]'],
		[
			'a general word where there is neither',
			{ name: undefined, identity: '#0123456789abcdef' },
			'Access code [#0123456789abcdef]',
		],
		[
			'the window of an offline code',
			{
				name: 'Ada',
				identity: 'HA-1',
				window: { startsAt: Date.UTC(2027, 2, 1, 15), endsAt: Date.UTC(2027, 2, 5, 11) },
			},
			'Ada [HA-1 tu04c0-tu77w0]',
		],
		[
			'the start alone for one-time use',
			{
				name: 'Ada',
				identity: 'HA-1',
				window: { startsAt: Date.UTC(2027, 2, 1, 15), endsAt: null },
			},
			'Ada [HA-1 tu04c0]',
		],
	])('holds %s', (_what, parts, name) => {
		expect(composeName({ ...parts, limits: anyLock })).toBe(name);
	});

	it('shows the person and a mark where the lock cuts names and wants them unique', () => {
		const limits = { maxLength: 14, mustBeUnique: true };
		const names = ['HA-1', 'HA-2'].map((identity) =>
			composeName({ name: 'Ada Lovelace', identity, limits }),
		);
		const shown = names.map((name) => name.slice(0, 14));
		expect(shown[0]).toMatch(/^Ada Lovel [0-9a-z]{4}$/);
		expect(shown[0]).not.toBe(shown[1]);
		expect(names.map((name) => readTag(name)?.identity)).toEqual(['HA-1', 'HA-2']);
	});

	it('leaves a long name whole where names may repeat', () => {
		const limits = { maxLength: 14, mustBeUnique: false };
		expect(composeName({ name: 'Ada Lovelace of London', identity: 'HA-1', limits })).toBe(
			'Ada Lovelace of London [HA-1]',
		);
	});

	it('marks with four characters, whatever the hash', () => {
		// The hash of this one has two digits in base 36.
		const limits = { maxLength: 14, mustBeUnique: true };
		const name = composeName({ name: 'Ada', identity: 'HA-8871', limits });
		expect(name).toBe('Ada 00ca [HA-8871]');
		expect(nameWithoutTag(name)).toBe('Ada');
	});

	it('gives back no mark for a name that is nothing else', () => {
		const limits = { maxLength: 4, mustBeUnique: true };
		expect(nameWithoutTag(composeName({ name: 'Ada', identity: 'HA-1', limits }))).toBe('');
	});

	it('writes the second in which a window begins, not the nearest', () => {
		const window = { startsAt: 1_999, endsAt: null };
		const name = composeName({
			name: 'Ada',
			identity: 'HA-1',
			window,
			limits: { mustBeUnique: false },
		});
		expect(readTag(name)?.window).toEqual({ startsAt: 1_000, endsAt: null });
	});

	it('never cuts a character in two', () => {
		const limits = { maxLength: 9, mustBeUnique: true };
		const composed = composeName({ name: '😀😀😀😀😀', identity: 'HA-1', limits });
		expect(composed).toMatch(/^😀😀 [0-9a-z]{4} \[/u);
		expect(nameShownOnLock(composed, 9)).toMatch(/^😀😀 [0-9a-z]{4}$/u);
	});

	it('says where a plan does not know the run', () => {
		const identity = `~${SET_AT_RUN}`;
		expect(composeName({ name: 'Ada', identity, limits: anyLock })).toBe('Ada [~set at run]');
	});
});

describe('a name that comes back from Seam', () => {
	it.each([
		['with its tag', 'Ada Lovelace', anyLock],
		['with tag and mark', 'Ada Lovelace', strictLock],
		['of a guest with brackets', 'Ada [VIP]', anyLock],
		['of a guest with brackets, cut', 'Ada [VIP]', strictLock],
		['without a person', '', strictLock],
	])('does not grow: %s', (_what, name, limits) => {
		const composed = composeName({ name, identity: 'HA-1', limits });
		expect(composeName({ name: composed, identity: 'HA-1', limits })).toBe(composed);
		expect(composeName({ name: nameWithoutTag(composed), identity: 'HA-1', limits })).toBe(
			composed,
		);
	});

	it.each(['#0123456789abcdef', '~0123456789abcdef'])(
		'loses the tag of another booking that only this package writes: %s',
		(identity) => {
			const other = composeName({ name: 'Ada', identity, limits: strictLock });
			expect(composeName({ name: other, identity: 'HA-1', limits: anyLock })).toBe('Ada [HA-1]');
		},
	);

	it('keeps what only looks like a tag', () => {
		expect(composeName({ name: 'Ada [Flat 3]', identity: 'HA-1', limits: anyLock })).toBe(
			'Ada [Flat 3] [HA-1]',
		);
		expect(nameWithoutTag('Ada abcd [HA-1]')).toBe('Ada abcd');
	});
});

describe('readTag', () => {
	it('reads back what was written', () => {
		const window = { startsAt: Date.UTC(2027, 2, 1, 15), endsAt: Date.UTC(2027, 2, 5, 11) };
		const name = composeName({ name: 'Ada [VIP]', identity: 'HA-1', window, limits: anyLock });
		expect(readTag(name)).toEqual({ identity: 'HA-1', window });
		expect(nameWithoutTag(name)).toBe('Ada [VIP]');
	});

	it.each([
		null,
		undefined,
		'',
		'Ada',
		'[HA-1] Ada',
		'Ada [two words here]',
		'Ada [~set at run]',
		'Ada []',
	])('finds none in %p', (name) => expect(readTag(name)).toBeNull());

	it('believes only the last tag', () => {
		expect(readTag('Ada [HA-1] [HA-2]')?.identity).toBe('HA-2');
	});
});
