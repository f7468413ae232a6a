import { editOnlineCode } from '../../../../../nodes/shared/accessCode/deciding/editOnlineCode';
import type { Plan } from '../../../../../nodes/shared/accessCode/planning/planTypes';
import type { AccessCode } from '../../../../../nodes/shared/schema/accessCode';
import { wishOf } from '../fixtures';

const beforeStay = Date.parse('2027-02-20T09:00:00Z');
const duringStay = Date.parse('2027-03-03T09:00:00Z');

const code: AccessCode = {
	access_code_id: 'code-1',
	device_id: 'lock',
	type: 'time_bound',
	name: 'Ada [HA-1]',
	code: '482915',
	starts_at: '2027-03-01T14:00:00.000Z',
	ends_at: '2027-03-05T10:00:00.000Z',
	is_external_modification_allowed: false,
};

const wish = wishOf({ name: 'Ada' });

const STARTS = '2027-03-01T15:00:00+01:00';
const ENDS = '2027-03-05T11:00:00+01:00';

function planFor(request: Partial<Plan['request']> = {}, more: Partial<Plan> = {}): Plan {
	const full = {
		device_id: 'lock',
		name: 'Ada [HA-1]',
		starts_at: STARTS,
		ends_at: ENDS,
		...request,
	};
	const ends = { starts_at: full.starts_at ?? null, ends_at: full.ends_at ?? null };
	return {
		kind: 'online_time_bound',
		lock_family: 'online',
		request: full,
		window: {
			asked: ends,
			granted: ends,
			minutes_added_before: 0,
			minutes_added_after: 0,
			time_zone: 'Europe/Rome',
			time_zone_source: null,
		},
		expected_on_lock_at: null,
		reasons: [],
		rejected: [],
		warnings: [],
		guest_instructions: [],
		...more,
	};
}

const LATER_END = '2027-03-07T11:00:00+01:00';
const LATER_START = '2027-03-02T15:00:00+01:00';

describe('editOnlineCode', () => {
	it.each([
		['nothing where nothing differs', planFor(), wish, beforeStay, {}],
		['the end alone', planFor({ ends_at: LATER_END }), wish, beforeStay, { ends_at: LATER_END }],
		[
			'the start alone',
			planFor({ starts_at: LATER_START }),
			wish,
			beforeStay,
			{ starts_at: LATER_START },
		],
		['the name', planFor({ name: 'Ada L. [HA-1]' }), wish, beforeStay, { name: 'Ada L. [HA-1]' }],
		[
			'no name where none is given',
			planFor({ name: 'HA-1 [HA-1]' }),
			{ ...wish, name: '' },
			beforeStay,
			{},
		],
		['no PIN', planFor({ code: '111777' }), wish, beforeStay, {}],
		[
			'external modification where it is asked for',
			planFor({ is_external_modification_allowed: true }),
			{ ...wish, isExternalModificationAllowed: true },
			beforeStay,
			{ is_external_modification_allowed: true },
		],
		[
			'the type of a code that becomes ongoing',
			planFor({ starts_at: undefined, ends_at: undefined }, { kind: 'online_ongoing' }),
			{ ...wish, access: 'ongoing' as const },
			beforeStay,
			{ type: 'ongoing' },
		],
		[
			'not the start of a stay that has begun',
			planFor({ starts_at: LATER_START }),
			wish,
			duringStay,
			{},
		],
		[
			'the end of a stay that has begun',
			planFor({ starts_at: LATER_START, ends_at: LATER_END }),
			wish,
			duringStay,
			{ ends_at: LATER_END },
		],
		[
			'the end of a stay that goes on when the code ends',
			planFor({ starts_at: ENDS, ends_at: LATER_END }),
			wish,
			duringStay,
			{ ends_at: LATER_END },
		],
		[
			'both ends where the booking moved beyond the stay',
			planFor({ starts_at: '2027-04-01T15:00:00+02:00', ends_at: '2027-04-05T11:00:00+02:00' }),
			wish,
			duringStay,
			{ starts_at: '2027-04-01T15:00:00+02:00', ends_at: '2027-04-05T11:00:00+02:00' },
		],
	])('changes %s', (_what, plan, asked, now, edit) => {
		const result = editOnlineCode(code, plan, asked, now);
		expect(result.edit).toEqual({ access_code_id: 'code-1', ...edit });
		expect(result.changes.map(({ field, to }) => [field, to])).toEqual(Object.entries(edit));
	});

	it.each([
		[false, []],
		[true, ['is_external_modification_allowed']],
	])('takes a code that does not say so for one that nobody may modify: %s', (allowed, fields) => {
		const silent = { ...code, is_external_modification_allowed: undefined };
		const asked = { ...wish, isExternalModificationAllowed: allowed };
		const { changes } = editOnlineCode(silent, planFor(), asked, beforeStay);
		expect(changes.map(({ field }) => field)).toEqual(fields);
	});

	it('gives a code without a type one', () => {
		const { changes } = editOnlineCode({ ...code, type: undefined }, planFor(), wish, beforeStay);
		expect(changes).toEqual([{ field: 'type', from: null, to: 'time_bound' }]);
	});

	it('says what it changes from', () => {
		const { changes } = editOnlineCode(code, planFor({ ends_at: LATER_END }), wish, beforeStay);
		expect(changes).toEqual([{ field: 'ends_at', from: code.ends_at, to: LATER_END }]);
	});

	it('does not chase a start that is planned anew in every run because it has passed', () => {
		const planned = planFor({ starts_at: '2027-03-01T17:30:00+01:00' });
		planned.window.asked = { starts_at: STARTS, ends_at: ENDS };
		const running = { ...code, starts_at: '2027-03-01T16:20:00.000Z' };
		const now = Date.parse('2027-03-01T16:15:00Z');
		expect(editOnlineCode(running, planned, wish, now).changes).toEqual([]);
	});

	it('gives an ongoing code both ends when it becomes time-bound', () => {
		const ongoing = { ...code, type: 'ongoing', starts_at: null, ends_at: null };
		expect(editOnlineCode(ongoing, planFor(), wish, beforeStay).edit).toEqual({
			access_code_id: 'code-1',
			type: 'time_bound',
			starts_at: STARTS,
			ends_at: ENDS,
		});
	});
});
