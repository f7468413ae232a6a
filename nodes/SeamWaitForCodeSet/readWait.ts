import type {
	IDataObject,
	IExecuteFunctions,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import type { GiveUp } from '../shared/accessCode/waiting/deadline';
import type { ReadyWhen } from '../shared/accessCode/waiting/outcome';
import {
	newRecord,
	type Fallback,
	type LockFacts,
	type WaitRecord,
	type WhenUnready,
} from '../shared/accessCode/waiting/waitRecord';
import { Refusal } from '../shared/refusal';
import { DAY, HOUR, MINUTE, type Instant } from '../shared/time/instant';
import { readTimeInput } from '../shared/time/timeInput';
import { instantOf } from '../shared/time/wallClock';
import { isKnownZone } from '../shared/time/zone';

/** A field with a list of choices: an expression in it may give anything. */
interface ChoiceField<T extends string> {
	label: string;
	name: string;
	choices: readonly T[];
}

const READY_WHEN: ChoiceField<ReadyWhen> = {
	label: 'Ready When',
	name: 'readyWhen',
	choices: ['set_or_scheduled', 'set'],
};
const GIVE_UP: ChoiceField<GiveUp['type']> = {
	label: 'Give Up',
	name: 'giveUp',
	choices: ['before_start', 'after_duration', 'at_time'],
};
const DURATION_UNIT: ChoiceField<'minutes' | 'hours' | 'days'> = {
	label: 'Unit',
	name: 'durationUnit',
	choices: ['minutes', 'hours', 'days'],
};
const WHEN_NOT_READY: ChoiceField<'stop' | 'continue'> = {
	label: 'When Not Ready',
	name: 'whenNotReady',
	choices: ['stop', 'continue'],
};
const FALLBACK: ChoiceField<Fallback> = {
	label: 'Fallback',
	name: 'fallback',
	choices: ['none', 'backup_code', 'backup_then_offline_code'],
};

interface NumberField {
	label: string;
	name: string;
	least: number;
}

const MINUTES_BEFORE_START: NumberField = {
	label: 'Minutes Before the Start',
	name: 'minutesBeforeStart',
	least: 0,
};
const DURATION: NumberField = { label: 'Duration', name: 'duration', least: 1 };

/**
 * The wait that one item asks for.
 * @throws Refusal there is nothing to wait for, or a field can't be read
 */
export function readWait(context: IExecuteFunctions, itemIndex: number, now: Instant): WaitRecord {
	const { json } = context.getInputData()[itemIndex];
	return newRecord(
		{
			accessCodeId: readAccessCodeId(context, itemIndex, json),
			settings: {
				readyWhen: readChoice(context, itemIndex, READY_WHEN),
				giveUp: readGiveUp(context, itemIndex),
				fallback: readChoice(context, itemIndex, FALLBACK),
				whenUnready: readWhenUnready(context, itemIndex),
				continuesOnFail: context.continueOnFail(),
			},
			facts: factsOf(json),
			guestInstructions: textsOf(json.guest_instructions),
		},
		now,
	);
}

/** Stands in for an item that can't be waited for, while the others are. */
export function hopelessWait(
	context: IExecuteFunctions,
	{ message, description }: NodeApiError | NodeOperationError,
	now: Instant,
): WaitRecord {
	const isSorted = context.getNode().onError === 'continueErrorOutput';
	const record = newRecord(
		{
			accessCodeId: '',
			settings: {
				readyWhen: 'set_or_scheduled',
				giveUp: { type: 'before_start', minutes: 0 },
				fallback: 'none',
				whenUnready: isSorted ? 'error_output' : 'error_field',
				continuesOnFail: true,
			},
			facts: {},
			guestInstructions: [],
		},
		now,
	);
	return { ...record, failure: { message, ...(description ? { description } : {}) } };
}

function readAccessCodeId(
	context: IExecuteFunctions,
	itemIndex: number,
	json: IDataObject,
): string {
	const value = context.getNodeParameter('accessCodeId', itemIndex, '') as unknown;
	const id = typeof value === 'string' ? value.trim() : '';
	if (id !== '') return id;
	if (typeof json.plan === 'object' && json.plan !== null) {
		throw new Refusal('The item is only a plan, so there is no access code to wait for', {
			parameter: 'accessCodeId',
			fix: "Switch off 'Plan Only' in Seam Create Access Code.",
		});
	}
	throw new Refusal("The item has no access code ID in 'Access Code ID'", {
		parameter: 'accessCodeId',
		fix: 'Connect this node behind Seam Create Access Code, or enter the ID of an access code.',
	});
}

/** @throws Refusal for a value that is none of the choices: a typo must not silently mean another one */
function readChoice<T extends string>(
	context: IExecuteFunctions,
	itemIndex: number,
	{ label, name, choices }: ChoiceField<T>,
): T {
	const value = context.getNodeParameter(name, itemIndex) as unknown;
	const choice = choices.find((known) => known === value);
	if (choice !== undefined) return choice;
	throw new Refusal(`'${label}' must be one of ${choices.join(', ')}`, {
		parameter: name,
		fix: 'Choose it from the list, or check what the expression gives for this item.',
	});
}

/** @throws Refusal also for what is empty: JavaScript would take it for 0 */
function readNumber(
	context: IExecuteFunctions,
	itemIndex: number,
	{ label, name, least }: NumberField,
): number {
	const given = context.getNodeParameter(name, itemIndex) as unknown;
	const value = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
	if (typeof value === 'number' && Number.isFinite(value) && value >= least) return value;
	throw new Refusal(`'${label}' must be a number of ${least} or more`, {
		parameter: name,
		fix: 'Give a number such as 30, or check what the expression gives for this item.',
	});
}

const UNITS = { minutes: MINUTE, hours: HOUR, days: DAY };

function readGiveUp(context: IExecuteFunctions, itemIndex: number): GiveUp {
	const type = readChoice(context, itemIndex, GIVE_UP);
	switch (type) {
		case 'before_start':
			return { type, minutes: readNumber(context, itemIndex, MINUTES_BEFORE_START) };
		case 'after_duration': {
			const unit = UNITS[readChoice(context, itemIndex, DURATION_UNIT)];
			return { type, milliseconds: readNumber(context, itemIndex, DURATION) * unit };
		}
		case 'at_time':
			return { type, at: readTime(context, itemIndex) };
	}
}

/** @throws Refusal naming the field */
function readTime(context: IExecuteFunctions, itemIndex: number): Instant {
	const refuse = (why: string) =>
		new Refusal(`'Time': ${why.replace(/\.$/, '')}`, {
			parameter: 'giveUpAt',
			fix: 'Give a date and time, like 2027-03-01T13:00, 2027-03-01T13:00:00+01:00 or 2027-03-01T13:00[Europe/Rome].',
		});
	const value = inField(
		() => readTimeInput(context.getNodeParameter('giveUpAt', itemIndex)),
		refuse,
	);
	switch (value.type) {
		case 'instant':
			return value.at;
		case 'wallClock':
			return instantOf(value.wall, value.zone ?? context.getTimezone(), 'end');
		case 'date':
			throw refuse('A time of day is needed, not only a date');
	}
}

/** Tells a refusal in the words of the field that was read. */
function inField<T>(read: () => T, refuse: (why: string) => Refusal): T {
	try {
		return read();
	} catch (error) {
		throw error instanceof Refusal ? refuse(error.message) : error;
	}
}

/**
 * n8n's own error output comes first: whoever connected it wants to find the failures there. An AI agent asked a
 * question, and "not yet" is an answer to it.
 */
function readWhenUnready(context: IExecuteFunctions, itemIndex: number): WhenUnready {
	if (isToolCall(context)) return 'plain';
	if (context.getNode().onError === 'continueErrorOutput') return 'error_output';
	if (readChoice(context, itemIndex, WHEN_NOT_READY) === 'continue') return 'plain';
	return context.continueOnFail() ? 'error_field' : 'throw';
}

/** What Seam Create Access Code has found out about the lock already. */
function factsOf({ time_zone }: IDataObject): LockFacts {
	if (time_zone === null) return { timeZone: null };
	return typeof time_zone === 'string' && isKnownZone(time_zone) ? { timeZone: time_zone } : {};
}

function textsOf(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}

/** Whether an AI agent is asking, in any of the ways in which n8n runs a node as a tool. */
export function isToolCall(context: IExecuteFunctions): boolean {
	return context.getNode().type.endsWith('Tool') || context.isToolExecution?.() === true;
}
