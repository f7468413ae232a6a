import type { INodeProperties } from 'n8n-workflow';

import { attempt } from '../../shared/attempt';
import type { NoiseThresholdChanges } from '../../shared/api/noiseThresholds';
import type { Parameters } from '../parameters';
import { numberField, textField } from '../../shared/ui/fieldKinds';
import { noiseThresholdField } from '../../shared/ui/recordFields';
import { Refusal } from '../../shared/refusal';
import { formatTimeOfDay, readTimeOfDay, type TimeOfDay } from '../../shared/time/timeOfDay';
import { isKnownZone } from '../../shared/time/zone';
import type { ZoneOf } from '../times';

export const thresholdIdField: INodeProperties = { ...noiseThresholdField, required: true };

const EXAMPLES = { startsDailyAt: 'e.g. 22:00', endsDailyAt: 'e.g. 07:00' };

export const startField = textField(
	'Starts Daily At',
	'startsDailyAt',
	"From when on it counts each day, on the sensor's clock. Another zone is given in brackets, as in 22:00[Europe/Rome].",
	EXAMPLES.startsDailyAt,
);

export const endField = textField(
	'Ends Daily At',
	'endsDailyAt',
	'Until when it counts each day. Earlier than the start means the next morning.',
	EXAMPLES.endsDailyAt,
);

export const decibelsField: INodeProperties = numberField(
	'Noise Threshold (Decibels)',
	'noiseThresholdDecibels',
	70,
	{ minValue: 1, maxValue: 150 },
	'How loud it may be',
);

export const nrsField: INodeProperties = numberField(
	'Noise Threshold (NRS)',
	'noiseThresholdNrs',
	50,
	{ minValue: 0, maxValue: 100 },
	"NoiseAware's Noise Risk Score that may be reached; for its sensors only",
);

export const thresholdNameField = textField(
	'Name',
	'name',
	'What the threshold is called in Seam',
	'e.g. Night Rest',
);

const GIVE_A_TIME = 'Give hours and minutes, like 22:00, or with a zone, like 22:00[Europe/Rome].';

/** Whether a text is a time of day with or without a zone. @throws Refusal if it is given and is none */
export function checkTimeOfDay(fields: Parameters, name: string): void {
	const text = fields.textIfAny(name);
	if (text !== undefined) readDailyTime(text, fields, name);
}

/**
 * A time of day as Seam takes it, `22:00:00[Europe/Rome]`; undefined if nothing is given.
 *
 * @throws Refusal if no zone is known
 */
export async function optionalDailyTime(
	fields: Parameters,
	name: string,
	zoneOf: ZoneOf,
): Promise<string | undefined> {
	const text = fields.textIfAny(name);
	if (text === undefined) return undefined;
	const { time, zone } = readDailyTime(text, fields, name);
	const known = zone ?? (await zoneOf());
	const seconds = String((time / 1000) % 60).padStart(2, '0');
	if (known !== null) return `${formatTimeOfDay(time)}:${seconds}[${known}]`;
	throw new Refusal(`'${fields.label(name)}' has no time zone, and the sensor has none in Seam`, {
		parameter: fields.path(name),
		fix: 'Give the zone in brackets, like 22:00[Europe/Rome].',
	});
}

function readDailyTime(
	text: string,
	fields: Parameters,
	name: string,
): { time: TimeOfDay; zone: string | null } {
	const [, clock, zone = null] = /^([^[]*)(?:\[(.*)\])?$/.exec(text) ?? [text, text];
	const { value: time } = attempt(() => readTimeOfDay(clock, name));
	if (time !== undefined && (zone === null || isKnownZone(zone))) return { time, zone };
	const what = zone === null ? 'a time of day' : 'a time of day with a time zone';
	throw new Refusal(`'${fields.label(name)}': “${text}” is not ${what}`, {
		parameter: fields.path(name),
		fix: GIVE_A_TIME,
	});
}

/** Both measures of loudness, where given. */
export const readLoudness = (
	fields: Parameters,
): Pick<NoiseThresholdChanges, 'noise_threshold_decibels' | 'noise_threshold_nrs'> => ({
	noise_threshold_decibels: fields.number('noiseThresholdDecibels'),
	noise_threshold_nrs: fields.number('noiseThresholdNrs'),
});
