import type {
	IDataObject,
	IExecuteFunctions,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import { refuseUnlessAllowed } from '../shared/agent/allowedActions';
import { isToolCall } from '../shared/agent/toolCall';
import type { GiveUp } from '../shared/accessCode/waiting/deadline';
import {
	newRecord,
	type Fallback,
	type LockFacts,
	type WaitRecord,
	type WhenUnready,
} from '../shared/accessCode/waiting/waitRecord';
import { GIVE_A_TIME, ItemParameters } from '../shared/parameters/itemParameters';
import { Refusal } from '../shared/refusal';
import { isKnownLanguage, USUAL_FORM, type DateForm } from '../shared/time/guestTime';
import { DAY, HOUR, MINUTE, type Instant } from '../shared/time/instant';
import { instantOf } from '../shared/time/wallClock';
import { isKnownZone } from '../shared/time/zone';
import { readDateForm } from '../shared/ui/dateForm';
import { readSimplify } from '../shared/ui/simplifySince';
import { properties, useFallback } from './properties';
import { shown } from './shownAs';

/**
 * The wait that one item asks for.
 * @throws Refusal there is nothing to wait for, or a field can't be read
 */
export function readWait(context: IExecuteFunctions, itemIndex: number, now: Instant): WaitRecord {
	const { json } = context.getInputData()[itemIndex];
	const item = new ItemParameters({ context, itemIndex }, properties);
	const form = readDateForm(item.collection('options'), dateFormOf(json));
	const shownAs = { isSimplified: readSimplify(context, item), form };
	const record = newRecord(
		{
			accessCodeId: readAccessCodeId(item, json),
			settings: {
				readyWhen: item.choice('readyWhen'),
				giveUp: readGiveUp(context, item),
				fallback: readFallback(context, item),
				whenUnready: readWhenUnready(context, item),
				continuesOnFail: context.continueOnFail(),
			},
			facts: factsOf(json),
			guestInstructions: instructionsOf(json),
			...inputOf(context, json),
		},
		now,
	);
	return shown(record, shownAs);
}

/** Placeholder for an item that failed validation, while the others are waited for. */
export function rejectedWait(
	context: IExecuteFunctions,
	{ message, description }: NodeApiError | NodeOperationError,
	itemIndex: number,
	now: Instant,
): WaitRecord {
	const { json } = context.getInputData()[itemIndex];
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
			...inputOf(context, json),
		},
		now,
	);
	return { ...record, failure: { message, ...(description ? { description } : {}) } };
}

function readAccessCodeId(item: ItemParameters, json: IDataObject): string {
	const id = item.optionalText('accessCodeId');
	if (id !== undefined) return id;
	if (typeof json.plan === 'object' && json.plan !== null) {
		throw new Refusal('The item is only a plan, so there is no access code to wait for', {
			parameter: 'accessCodeId',
			fix: "Switch off 'Plan Only' in Seam Create Access Code.",
		});
	}
	const what = item.isEmptyExpression('accessCodeId')
		? 'is an expression that gave nothing for this item'
		: 'is empty';
	throw new Refusal(`'Access Code ID' ${what}`, {
		parameter: 'accessCodeId',
		fix: 'Connect this node behind Seam Create Access Code, or enter the ID of an access code.',
	});
}

const UNITS = { minutes: MINUTE, hours: HOUR, days: DAY };

function readGiveUp(context: IExecuteFunctions, item: ItemParameters): GiveUp {
	const type = item.choice<GiveUp['type']>('giveUp');
	switch (type) {
		case 'before_start':
			return { type, minutes: item.number('minutesBeforeStart') };
		case 'after_duration': {
			const unit = UNITS[item.choice<keyof typeof UNITS>('durationUnit')];
			return { type, milliseconds: item.number('duration') * unit };
		}
		case 'at_time':
			return { type, at: readTime(context, item) };
	}
}

/** @throws Refusal naming the field */
function readTime(context: IExecuteFunctions, item: ItemParameters): Instant {
	const time = item.time('giveUpAt');
	if (time === undefined) {
		throw new Refusal("'Time' is empty", { parameter: 'giveUpAt', fix: GIVE_A_TIME });
	}
	if (time.type === 'instant') return time.at;
	return instantOf(time.wall, time.zone ?? context.getTimezone(), 'end');
}

function readFallback(context: IExecuteFunctions, item: ItemParameters): Fallback {
	const fallback = item.choice<Fallback>('fallback');
	if (fallback !== 'none') refuseUnlessAllowed(context, useFallback);
	return fallback;
}

/**
 * n8n's own error output comes first: whoever connected it wants to find the failures there. An AI agent asked a
 * question, and "not yet" is an answer to it.
 */
function readWhenUnready(context: IExecuteFunctions, item: ItemParameters): WhenUnready {
	const whenNotReady = item.choice<'stop' | 'continue'>('whenNotReady');
	if (isToolCall(context)) return 'plain';
	if (context.getNode().onError === 'continueErrorOutput') return 'error_output';
	if (whenNotReady === 'continue') return 'plain';
	return context.continueOnFail() ? 'error_field' : 'throw';
}

/** What a failed item keeps of its input: nothing that could pass for a confirmed code. */
function inputOf(context: IExecuteFunctions, json: IDataObject): Pick<WaitRecord, 'input'> {
	if (!context.continueOnFail()) return {};
	const { code, code_to_give, is_ready, ...fields } = json;
	const isWhole = [code, code_to_give, is_ready].every((value) => value === undefined);
	return { input: { fields, isWhole } };
}

/** What Seam Create Access Code has found out about the lock already. */
function factsOf({ time_zone }: IDataObject): LockFacts {
	if (time_zone === null) return { timeZone: null };
	return typeof time_zone === 'string' && isKnownZone(time_zone) ? { timeZone: time_zone } : {};
}

/** As Seam Create Access Code writes its dates; the wait's own options come before. */
function dateFormOf({ plan }: IDataObject): DateForm {
	const { language, clock } = ((plan as IDataObject | undefined)?.date_form ?? {}) as IDataObject;
	const isKnown = typeof language === 'string' && isKnownLanguage(language);
	return {
		language: isKnown ? language : USUAL_FORM.language,
		clock: clock === '12_hours' || clock === '24_hours' ? clock : USUAL_FORM.clock,
	};
}

/** From the plan if there is one: its dates are not yet written in a form of their own. */
function instructionsOf({ plan, guest_instructions }: IDataObject): string[] {
	const ofPlan = textsOf((plan as IDataObject | undefined)?.guest_instructions);
	return ofPlan.length > 0 ? ofPlan : textsOf(guest_instructions);
}

function textsOf(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}
