import {
	whyReplaced,
	type ReplacedCode,
} from '../../../../../nodes/shared/accessCode/waiting/replacedCode';

const replaced: ReplacedCode = {
	access_code_id: 'code-1',
	replaced_by: 'backup_code',
	outcome: 'gave_up',
	why: 'The time to wait is over.',
	is_deletion_requested: true,
	could_still_open: true,
};

test.each<[string, Partial<ReplacedCode>, string[], string[]]>([
	['on its way out', {}, ['A backup code', 'until the lock has done so'], ['by hand', 'ID']],
	['never on the lock', { could_still_open: false }, ['never on the lock'], ['still open']],
	[
		'that could not be deleted',
		{ is_deletion_requested: false },
		['still open the door', 'by hand'],
		['Seam was asked'],
	],
	[
		'whose substitute the Booking Key does not find',
		{ replaced_by: 'offline_code', is_outside_booking: true },
		['An offline code', 'use its access code ID and not the Booking Key'],
		['A backup code'],
	],
])('tells of a first code %s', (_what, more, told, untold) => {
	const why = whyReplaced({ ...replaced, ...more }, 'It is set.');
	for (const words of [...told, 'It is set.']) expect(why).toContain(words);
	for (const words of untold) expect(why).not.toContain(words);
});
