import { anonymized } from '../../../nodes/SeamGetDevice/anonymize';

const ID = '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905';

it.each<[what: string, field: string, value: unknown, shown: unknown]>([
	['a word of Seam', 'status', 'hub_disconnected', 'hub_disconnected'],
	['a word with many digits', 'status', 'lock_4711', '(text)'],
	['a zone', 'time_zone', 'America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
	['a zone that is none', 'time_zone', 'Europe/4711', '(text)'],
	['a time stamp', 'created_at', '2026-12-01T10:00:00.123Z', '2026-12-01T10:00:00.123Z'],
	['a time of day in a zone', 'check_in_time', '07:00:00[Europe/Rome]', '07:00:00[Europe/Rome]'],
	['a duration', 'min_duration', 'P1DT12H', 'P1DT12H'],
	[
		'a recurrence rule',
		'start_date_recurrence_rule',
		'FREQ=DAILY;INTERVAL=1',
		'FREQ=DAILY;INTERVAL=1',
	],
	['a level', 'level', 0.35, 0.35],
	['a count', 'max_codes', 250, 250],
	['a number that could be a PIN', 'max_codes', 4711, '(number)'],
	['an offset of quarter hours', 'timezone_raw_offset_ms', -12_600_000, -12_600_000],
	['an offset that could be a PIN', 'timezone_raw_offset_ms', 471_193, '(number)'],
	['yes', 'has_pin', true, true],
	['a password that is a word', 'password', 'hunter', '(hidden)'],
	['a PIN by its field', 'keypad_code', 12, '(hidden)'],
	['the code of an error', 'error_code', 'hub_disconnected', 'hub_disconnected'],
	['a Seam ID', 'device_id', ID, '3d4f0a1c…'],
	['IDs', 'space_ids', [ID], ['3d4f0a1c…']],
	["a maker's ID", 'bridge_id', 'AB12', '(ID)'],
	['no ID', 'bridge_id', null, null],
	['a name that is a word', 'lock_name', 'ada', '(text)'],
	['a place', 'latitude', 0.5, '(text)'],
	['a text', 'note', 'Under the mat', '(text)'],
	['an ID in a sentence', 'message', `Lock ${ID} is gone`, 'Lock 3d4f0a1c… is gone'],
	[
		'a field in a sentence',
		'because',
		'properties.nuki_metadata.keypad_2_paired is false',
		'properties.nuki_metadata.keypad_2_paired is false',
	],
	['times in a sentence', 'usable', 'Guest: 15:00 to 11:00', 'Guest: 15:00 to 11:00'],
	['a name in a sentence', 'message', 'Ada Loft, Ada said', '(name), (name) said'],
])('%s (%s): %s', (_, field, value, shown) => {
	expect(anonymized({ [field]: value }, ['Ada', 'Ada Loft'])).toEqual({ [field]: shown });
});
