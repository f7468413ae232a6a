import type { INodeProperties } from 'n8n-workflow';

import { Refusal } from '../refusal';

/** A parameter as its node describes it: its label, choices and limits are read from there. */
export type Field = Pick<INodeProperties, 'displayName' | 'name' | 'options' | 'typeOptions'>;

const CHECK = 'Check what the expression gives for this item.';

const FLAGS = new Map<unknown, boolean>([
	...[true, 'true', 1, '1', 'yes'].map((value) => [value, true] as const),
	...[false, 'false', 0, '0', 'no'].map((value) => [value, false] as const),
]);

/** Readers of what a parameter holds, which may come from any expression. Each throws a Refusal with the label. */

/** True or false, also as text, 1 or 0, or yes or no. */
export function readFlag(value: unknown, field: Field): boolean {
	const flag = FLAGS.get(typeof value === 'string' ? value.trim().toLowerCase() : value);
	if (flag !== undefined) return flag;
	throw refused(field, 'must be true or false', CHECK);
}

/** The value of one of the field's choices, exactly. */
export function readChoice(value: unknown, field: Field): string {
	const choices = choicesOf(field);
	if (choices.some((choice) => choice.value === value)) return value as string;
	throw refused(
		field,
		'is not set to one of its choices',
		`Give one of ${told(choices)}. ${CHECK}`,
	);
}

/** The values of several of the field's choices, from a list or a text with commas. */
export function readChoices(value: unknown, field: Field): string[] {
	const entries = listOf(value);
	const choices = choicesOf(field);
	if (entries.every((entry) => choices.some((choice) => choice.value === entry))) {
		return entries as string[];
	}
	throw refused(
		field,
		'holds something that is not one of its choices',
		`Give only ${told(choices)}. ${CHECK}`,
	);
}

/** A number within the field's limits, also as text. Nothing is not a number. */
export function readNumber(value: unknown, field: Field): number {
	const number = typeof value === 'string' && NUMBER.test(value.trim()) ? Number(value) : value;
	const { minValue = -Infinity, maxValue = Infinity, numberPrecision } = field.typeOptions ?? {};
	const isWhole = numberPrecision === 0;
	if (
		typeof number === 'number' &&
		Number.isFinite(number) &&
		(!isWhole || Number.isInteger(number)) &&
		number >= minValue &&
		number <= maxValue
	) {
		return number;
	}
	const limits =
		maxValue === Infinity ? `of ${minValue} or more` : `from ${minValue} to ${maxValue}`;
	throw refused(field, `must be a ${isWhole ? 'whole ' : ''}number ${limits}`, CHECK);
}

const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** Text without the blanks around it; numbers count as text, since booking systems send IDs as such. */
export function readText(value: unknown, field: Field): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
	throw refused(
		field,
		'is neither text nor a number',
		'Check the expression: it may point at a whole object instead of one of its fields.',
	);
}

/** Texts from a list, or from a text with commas or line breaks between them. */
export function readTexts(value: unknown, field: Field): string[] {
	return listOf(value).flatMap((entry) => readText(entry, field) || []);
}

function listOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	if (typeof value !== 'string') return value === undefined || value === null ? [] : [value];
	return value
		.split(/[,\n]/)
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}

interface Choice {
	name: string;
	value: unknown;
}

function choicesOf({ options = [] }: Field): Choice[] {
	return options.flatMap((option) => ('value' in option ? [option as Choice] : []));
}

/** As the user sees them, and as an expression must give them. */
function told(choices: readonly Choice[]): string {
	return choices.map(({ name, value }) => `${name} (${String(value)})`).join(', ');
}

function refused({ displayName, name }: Field, what: string, fix: string): Refusal {
	return new Refusal(`'${displayName}' ${what}`, { parameter: name, fix });
}
