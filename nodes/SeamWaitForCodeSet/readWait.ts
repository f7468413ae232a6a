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
				readyWhen: context.getNodeParameter('readyWhen', itemIndex) as ReadyWhen,
				giveUp: readGiveUp(context, itemIndex),
				fallback: context.getNodeParameter('fallback', itemIndex) as Fallback,
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

const UNITS: Record<string, number> = { minutes: MINUTE, hours: HOUR, days: DAY };

function readGiveUp(context: IExecuteFunctions, itemIndex: number): GiveUp {
	const number = (name: string, least: number, label: string) => {
		const value = Number(context.getNodeParameter(name, itemIndex));
		if (Number.isFinite(value) && value >= least) return value;
		throw new Refusal(`'${label}' must be a number of ${least} or more`, { parameter: name });
	};
	switch (context.getNodeParameter('giveUp', itemIndex) as GiveUp['type']) {
		case 'before_start':
			return {
				type: 'before_start',
				minutes: number('minutesBeforeStart', 0, 'Minutes Before the Start'),
			};
		case 'after_duration': {
			const unit = UNITS[context.getNodeParameter('durationUnit', itemIndex) as string] ?? MINUTE;
			return { type: 'after_duration', milliseconds: number('duration', 1, 'Duration') * unit };
		}
		case 'at_time':
			return { type: 'at_time', at: readTime(context, itemIndex) };
	}
}

function readTime(context: IExecuteFunctions, itemIndex: number): Instant {
	const value = readTimeInput(context.getNodeParameter('giveUpAt', itemIndex));
	switch (value.type) {
		case 'instant':
			return value.at;
		case 'wallClock':
			return instantOf(value.wall, value.zone ?? context.getTimezone(), 'end');
		case 'date':
			throw new Refusal("'Time' needs a time of day, not only a date", {
				parameter: 'giveUpAt',
				fix: 'Give a date and time, like 2027-03-01T13:00.',
			});
	}
}

/**
 * n8n's own error output comes first: whoever connected it wants to find the failures there. An AI agent asked a
 * question, and "not yet" is an answer to it.
 */
function readWhenUnready(context: IExecuteFunctions, itemIndex: number): WhenUnready {
	if (isToolCall(context)) return 'plain';
	if (context.getNode().onError === 'continueErrorOutput') return 'error_output';
	if (context.getNodeParameter('whenNotReady', itemIndex) === 'continue') return 'plain';
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
