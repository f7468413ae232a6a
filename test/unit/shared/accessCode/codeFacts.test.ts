import {
	hasBegun,
	isBeingDeleted,
	isLive,
	isRevocable,
	lastsUntil,
} from '../../../../nodes/shared/accessCode/codeFacts';
import { existingCode } from './fixtures';

const START = Date.parse('2027-03-01T15:00:00Z');
const END = Date.parse('2027-03-05T11:00:00Z');
const stay = { starts_at: '2027-03-01T15:00:00Z', ends_at: '2027-03-05T11:00:00Z' };

describe('a code by the clock', () => {
	it.each([
		['before its end', stay, END - 1, true],
		['at its end', stay, END, false],
		['without an end', {}, END, true],
		['on its way out', { ...stay, status: 'removing' }, START, false],
	])('opens the door, now or later: %s', (_when, fields, now, expected) => {
		expect(isLive(existingCode(fields), now)).toBe(expected);
	});

	it.each([
		['before its start', stay, START - 1, false],
		['at its start', stay, START, true],
		['without a start', {}, START, true],
	])('has begun: %s', (_when, fields, now, expected) => {
		expect(hasBegun(existingCode(fields), now)).toBe(expected);
	});

	it('lasts longest without an end', () => {
		expect(lastsUntil(existingCode(stay))).toBe(END);
		expect(lastsUntil(existingCode({}))).toBeGreaterThan(Date.parse('9999-12-31T00:00:00Z'));
	});
});

describe('a code on its way out', () => {
	it.each([
		['is being removed', { status: 'removing' }, true],
		['says so in a warning', { warnings: [{ warning_code: 'being_deleted' }] }, true],
		['waits for it', { pending_mutations: [{ mutation_code: 'deleting' }] }, true],
		[
			'waits for something else',
			{ pending_mutations: [{ mutation_code: 'updating_name' }] },
			false,
		],
		['is set', { status: 'set' }, false],
	])('%s', (_what, fields, expected) => {
		expect(isBeingDeleted(existingCode(fields))).toBe(expected);
	});
});

describe('whether Seam can take a code off its lock', () => {
	const offline = { is_offline_access_code: true };
	it.each([
		['an online code', {}, true],
		['an offline code', offline, false],
		[
			'an offline code that can be cancelled',
			{ ...offline, dormakaba_oracode_metadata: { is_cancellable: true } },
			true,
		],
		['an offline code that does not say so', { ...offline, dormakaba_oracode_metadata: {} }, false],
	])('%s', (_what, fields, expected) => {
		expect(isRevocable(existingCode(fields))).toBe(expected);
	});
});
