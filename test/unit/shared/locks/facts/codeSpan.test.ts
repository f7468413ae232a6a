import { opensUntil, spanOf } from '../../../../../nodes/shared/locks/facts/codeSpan';
import { existingCode } from '../../accessCode/fixtures';

const start = '2027-03-01T07:00:00Z';
const at = (iso: string) => Date.parse(iso);

describe('until when a code counts', () => {
	it.each([
		['its end', { starts_at: start, ends_at: '2027-03-05T03:00:00Z' }, at('2027-03-05T03:00:00Z')],
		[
			'24 hours for one-time use without an end',
			{ starts_at: start, ends_at: null, is_one_time_use: true },
			at('2027-03-02T07:00:00Z'),
		],
		[
			'its end, even for one-time use',
			{ starts_at: start, ends_at: '2027-03-05T03:00:00Z', is_one_time_use: true },
			at('2027-03-05T03:00:00Z'),
		],
		['for ever without an end', { starts_at: start, ends_at: null }, null],
		['for ever, if nothing can be read', { ends_at: 'x', is_one_time_use: true }, null],
	])('%s', (_title, fields, end) => {
		expect(opensUntil(existingCode(fields))).toBe(end);
		expect(spanOf(existingCode(fields)).end).toBe(end ?? Infinity);
	});

	it('begins with its start, or always', () => {
		expect(spanOf(existingCode({ starts_at: start })).start).toBe(at(start));
		expect(spanOf(existingCode({ starts_at: 'x' })).start).toBe(-Infinity);
	});
});
