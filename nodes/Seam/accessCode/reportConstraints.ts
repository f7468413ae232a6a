import { reportDeviceConstraints, type PinLengths } from '../../shared/api/accessCodes';
import type { ItemParameters } from '../../shared/parameters/itemParameters';
import { Refusal } from '../../shared/refusal';
import { deviceField } from '../../shared/ui/deviceField';
import { choice, choiceField, numberField, requiredTextField } from '../../shared/ui/fieldKinds';
import { outcomes, type Operation } from '../operation';
import { readDeviceId } from '../parameters';

/** Seam: access_codes/report_device_constraints. */
const SHORTEST = 4;
const LONGEST = 20;

const lengthField = (label: string, name: string, usual: number, description: string) => ({
	...numberField(
		label,
		name,
		usual,
		{ minValue: SHORTEST, maxValue: LONGEST, numberPrecision: 0 },
		description,
	),
	displayOptions: { show: { lengthsAs: ['range'] } },
});

export const reportConstraints: Operation = {
	name: 'Report Constraints',
	description: 'Tell Seam which PIN lengths a SmartThings lock takes, as it does not say so itself',
	action: 'Report PIN constraints',
	effect: 'change',
	fields: [
		{ ...deviceField, hint: 'This operation is only needed for SmartThings locks' },
		choiceField('Give PIN Lengths As', 'lengthsAs', 'list', [
			choice('List', 'list', 'Each length that the lock takes'),
			choice('Range', 'range', 'The shortest and the longest, and all between'),
		]),
		{
			...requiredTextField(
				'Supported PIN Lengths',
				'supportedLengths',
				'Numbers of digits from 4 to 20, with commas between them',
				'e.g. 4, 6',
			),
			displayOptions: { show: { lengthsAs: ['list'] } },
		},
		lengthField(
			'Fewest Digits',
			'shortestPin',
			4,
			'How long the shortest PIN is that the lock takes',
		),
		lengthField('Most Digits', 'longestPin', 8, 'How long the longest PIN is that the lock takes'),
	],
	execute: async (run, item) => {
		const lengths = item.choice('lengthsAs') === 'range' ? readRange(item) : readList(item);
		const device_id = await readDeviceId(run, item);
		await reportDeviceConstraints(run, device_id, lengths);
		return outcomes({ success: true, device_id, ...lengths });
	},
};

function readRange(item: ItemParameters): PinLengths {
	const shortest = item.number('shortestPin');
	const longest = item.number('longestPin');
	if (shortest > longest) {
		throw new Refusal("'Fewest Digits' is more than 'Most Digits'", {
			parameter: 'shortestPin',
			fix: 'Swap the two numbers.',
		});
	}
	return { min_code_length: shortest, max_code_length: longest };
}

function readList(item: ItemParameters): PinLengths {
	const lengths = (item.optionalTexts('supportedLengths') ?? []).map(Number);
	const isLength = (length: number) =>
		Number.isInteger(length) && length >= SHORTEST && length <= LONGEST;
	if (lengths.length > 0 && lengths.every(isLength)) {
		return { supported_code_lengths: [...new Set(lengths)].sort((a, b) => a - b) };
	}
	throw new Refusal(
		`'Supported PIN Lengths' must hold whole numbers from ${SHORTEST} to ${LONGEST}`,
		{ parameter: 'supportedLengths', fix: 'Give them with commas between them, like 4, 6.' },
	);
}
