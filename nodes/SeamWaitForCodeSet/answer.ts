import {
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type NodeApiError,
} from 'n8n-workflow';

import { readInstant, type Instant } from '../shared/time/instant';
import { guestInstructionsOf } from '../shared/accessCode/waiting/guestInstructions';
import { whyReplaced } from '../shared/accessCode/waiting/replacedCode';
import { isConfirmed, type WaitRecord } from '../shared/accessCode/waiting/waitRecord';
import { failedItem, toNodeError } from '../shared/api/nodeError';
import { withoutPins } from '../shared/masking';
import type { AccessCode } from '../shared/schema/accessCode';
import { formatInZoneOrNull } from '../shared/time/format';
import { SIMPLE_CODE_FIELDS } from '../shared/ui/codeFields';
import { guestTexts, windowTexts } from '../shared/ui/guestTexts';
import type { PolledWait } from './polledWait';
import { shownAs } from './shownAs';

/**
 * The output item of a wait.
 * @throws NodeApiError | NodeOperationError the item did not get ready and the node is to stop at that
 */
export function answerOf(node: INode, polled: PolledWait, itemIndex: number): INodeExecutionData {
	const { record, accessCode } = polled;
	if (record.failure !== null) return failureOf(node, polled, itemIndex);
	if (isConfirmed(record) && accessCode) {
		return { json: readyFields(record, accessCode), pairedItem: { item: itemIndex } };
	}
	return unready(node, record, unreadyFields(record, accessCode ?? null), itemIndex);
}

/**
 * The output item of a wait that n8n ended, and what n8n stores of an item while its wait is parked. An engine that only
 * passes it on passes on a wait that failed: not ready, without a PIN, an error if errors are sorted.
 * @throws NodeOperationError the node is to stop at an item that is not ready
 */
export function interruptedItem(
	node: INode,
	record: WaitRecord,
	itemIndex: number,
): INodeExecutionData {
	if (record.failure !== null) return failureOf(node, { record }, itemIndex);
	const why =
		'n8n was stopped while it waited for this code. Check the code in Seam before the guest is told.';
	const fields = unreadyFields(record, null);
	return unready(node, record, { ...fields, outcome: 'interrupted', why }, itemIndex);
}

function failureOf(
	node: INode,
	{ record, error }: PolledWait,
	itemIndex: number,
): INodeExecutionData {
	const { message, description } = record.failure ?? { message: '' };
	const failure =
		error === undefined
			? new NodeOperationError(node, message, { itemIndex, description })
			: toNodeError(node, error, itemIndex);
	if (!record.settings.continuesOnFail) throw failure;
	return failedWait(failure, record, itemIndex);
}

/**
 * With the input's fields, but nothing of it that could pass for a confirmed code. On the error output n8n adds the whole
 * input to an item that it can pair; an input that carries a PIN is not to come along, so its fields are `details.input`.
 */
function failedWait(
	failure: NodeApiError | NodeOperationError,
	{ input, settings }: WaitRecord,
	itemIndex: number,
): INodeExecutionData {
	const isSorted = settings.whenUnready === 'error_output';
	const fields = { ...input?.fields } as IDataObject;
	if (!isSorted || input === undefined || input.isWhole) {
		return failedItem(failure, { json: fields }, itemIndex, isSorted);
	}
	const { json } = failedItem(failure, { json: {} }, itemIndex, isSorted);
	const details = { ...(json.details as IDataObject), input: fields };
	return { json: { ...json, details }, pairedItem: itemIndex };
}

function unready(
	node: INode,
	record: WaitRecord,
	json: IDataObject,
	itemIndex: number,
): INodeExecutionData {
	const item: INodeExecutionData = { json, pairedItem: { item: itemIndex } };
	const { whenUnready } = record.settings;
	if (whenUnready === 'plain') return item;

	const title = `Access code ${record.accessCodeId} is not ready (${json.outcome})`;
	const why = String(json.why);
	if (whenUnready === 'throw') {
		const description = why;
		throw new NodeOperationError(node, `${title} [item ${itemIndex}]`, { itemIndex, description });
	}
	const message = `${title}: ${why}`;
	if (whenUnready === 'error_field') return { ...item, json: { ...json, error: message } };
	const sentence = `${message} [item ${itemIndex}]`;
	// No error of n8n's on the item: its expressions could not read the items any more (`$input.all()`). Every n8n sorts an
	// item by its fields if `error` is the only one.
	return { json: { error: sentence }, pairedItem: itemIndex };
}

/** The answer, the window and the instructions first. */
function readyFields(record: WaitRecord, accessCode: AccessCode): IDataObject {
	const first = {
		code_to_give: accessCode.code,
		is_ready: true,
		outcome: record.settled?.outcome,
		why: whyReady(record),
	};
	return { ...first, ...commonFields(record, accessCode, accessCode) } as IDataObject;
}

function whyReady({ settled, replaced }: WaitRecord): string {
	const why = settled?.why ?? '';
	return replaced === null ? why : whyReplaced(replaced, why);
}

function whyUnready({ settled, noReplacement }: WaitRecord): string {
	if (settled === null) return 'Seam has not confirmed this code yet.';
	return noReplacement === null ? settled.why : `${settled.why} ${noReplacement}`;
}

function unreadyFields(record: WaitRecord, accessCode: AccessCode | null): IDataObject {
	const ofCode = accessCode === null ? {} : withoutPins(accessCode);
	const first = {
		is_ready: false,
		outcome: record.settled?.outcome ?? 'waiting',
		why: whyUnready(record),
	};
	return { ...first, ...commonFields(record, accessCode, ofCode) } as IDataObject;
}

/**
 * What the simplified item has of the access code; its PIN is `code_to_give`. Seam's `status` is left out: a code that is
 * ready ahead of its stay is `unset`, which reads as the contrary of `is_ready`.
 */
const OF_CODE: readonly string[] = SIMPLE_CODE_FIELDS.filter((name) => name !== 'status');

/** @param ofCode What of the code may come out: without its PIN if it is not ready */
function commonFields(
	record: WaitRecord,
	accessCode: AccessCode | null,
	ofCode: Partial<AccessCode>,
): IDataObject {
	const zone = record.facts.timeZone ?? null;
	const { isSimplified, form } = shownAs(record);
	const window = {
		start: readInstant(accessCode?.starts_at),
		end: readInstant(accessCode?.ends_at),
	};
	const local = (at: Instant | null) => formatInZoneOrNull(at, zone);
	const shownOfCode = Object.entries(ofCode).filter(
		([name]) => !isSimplified || OF_CODE.includes(name),
	);
	const fields = {
		starts_at_local: local(window.start),
		ends_at_local: local(window.end),
		...windowTexts(window, zone, form),
		guest_instructions: guestTexts(instructionsOf(record, accessCode), form),
		access_code_id: record.accessCodeId,
		...(Object.fromEntries(shownOfCode) as IDataObject),
		time_zone: zone,
		...(record.replaced ? { replaced_access_code: { ...record.replaced } } : {}),
		checks: {
			count: record.polls,
			began_at: iso(record.began),
			last_at: iso(record.lastPollAt),
			give_up_at: iso(record.giveUpAt),
			seen: record.seen.map((sighting) => ({ ...sighting })),
		},
	};
	return fields;
}

/** Seam Create Access Code knows more about the lock; without it there is what Seam says of the code. */
function instructionsOf(
	{ guestInstructions }: WaitRecord,
	accessCode: AccessCode | null,
): string[] {
	if (guestInstructions.length > 0 || accessCode === null) return guestInstructions;
	return guestInstructionsOf(accessCode);
}

const iso = (at: Instant | null) => (at === null ? null : new Date(at).toISOString());
