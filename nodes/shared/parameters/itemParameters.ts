import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { ItemContext } from '../api/context';
import type { GivenDevices } from '../api/deviceReader';
import type { DeviceReference } from '../api/devices';
import { attempt } from '../attempt';
import { Refusal } from '../refusal';
import { readTimeInput, type TimeInput } from '../time/timeInput';
import { readConnectedAccountId } from '../ui/connectedAccountReference';
import {
	readDeviceIdIfAny,
	readDeviceReference,
	readDeviceReferences,
} from '../ui/deviceReference';
import { isEmpty, readLocator } from '../ui/locator';
import { readChoice, readChoices, readFlag, readNumber, readText, readTexts } from './values';

/**
 * The parameters of one item, read by what the node's description says of them: an input is what it says, or it is
 * refused under the label that the user sees. In a collection, a field that was not added is `Absent`.
 */
export class ItemParameters<Absent extends undefined = never> {
	private readonly item: ItemContext<IExecuteFunctions>;
	private readonly fields: readonly INodeProperties[];
	private readonly collectionName?: string;

	/** @param fields What the node's description says of them; a name that stands there twice is the first one */
	constructor(
		item: ItemContext<IExecuteFunctions>,
		fields: readonly INodeProperties[],
		collectionName?: string,
	) {
		this.item = item;
		this.fields = fields;
		this.collectionName = collectionName;
	}

	/** The fields that were added to a collection. */
	collection(name: string): ItemParameters<undefined> {
		const fields = optionsOf(this.field(name));
		return new ItemParameters<undefined>(this.item, fields, name);
	}

	/**
	 * What the parameter holds.
	 * @throws Refusal if an expression was typed into a field that is not set to Expression, which n8n leaves as text, or
	 *   if the braces were typed that n8n had added already
	 */
	value(name: string): unknown {
		const value = this.held(name);
		const { given } = readLocator(value);
		if (typeof given !== 'string') return value;
		if (TEMPLATE.test(given) && !this.isExpression(name)) {
			throw new Refusal(`'${this.label(name)}' holds an expression as plain text`, {
				parameter: this.path(name),
				fix: 'Switch the field from Fixed to Expression.',
			});
		}
		if (BRACES.test(given) && CLOSED_TWICE.test(String(this.raw(name)))) {
			throw new Refusal(`'${this.label(name)}' has braces left over behind its expression`, {
				parameter: this.path(name),
				fix: 'Delete the last }} in the field: n8n adds them by itself while you type.',
			});
		}
		return value;
	}

	private held(name: string): unknown {
		const { context, itemIndex } = this.item;
		const { collectionName } = this;
		if (collectionName === undefined) {
			return context.getNodeParameter(name, itemIndex, this.field(name).default as string);
		}
		const added: unknown = context.getNodeParameter(collectionName, itemIndex, {});
		return (added as Record<string, unknown> | null | undefined)?.[name];
	}

	flag(name: string): boolean | Absent {
		return this.read(name, readFlag);
	}

	number(name: string): number | Absent {
		return this.read(name, readNumber);
	}

	/** @returns one of the values that the description lists for it, as the caller's type names them */
	choice<T extends string>(name: string): T | Absent {
		return this.read(name, readChoice) as T | Absent;
	}

	choices<T extends string>(name: string): T[] {
		const chosen = readChoices(this.value(name), this.pathed(name)) as T[];
		if (chosen.length === 0) this.refuseEmptyExpression(name);
		return chosen;
	}

	/** Text that may be missing. */
	optionalText(name: string): string | undefined {
		return readText(readLocator(this.value(name)).given, this.pathed(name)) || undefined;
	}

	/** Text that may be missing, but not because an expression gave nothing. */
	textIfAny(name: string): string | undefined {
		return this.optionalText(name) ?? this.refuseEmptyExpression(name);
	}

	/** Text that may be missing: null or empty text says so, a field that the item does not have does not. */
	textUnlessNone(name: string): string | undefined {
		this.valueIfAny(name);
		return this.optionalText(name);
	}

	/** Text that must be there, such as an ID. */
	text(name: string): string {
		const text = readText(readLocator(this.value(name)).given, this.pathed(name));
		if (text !== '') return text;
		this.refuseEmptyExpression(name);
		throw new Refusal(`'${this.label(name)}' is empty`, {
			parameter: this.path(name),
			fix: 'Give it as text, or with an expression that reads it from the item.',
		});
	}

	optionalTexts(name: string): string[] | undefined {
		const texts = readTexts(this.value(name), this.pathed(name));
		if (texts.length > 0) return texts;
		return this.refuseEmptyExpression(name);
	}

	device(name = 'device'): DeviceReference {
		return readDeviceReference(this.given(name), this.label(name));
	}

	/** The ID of a device that may be missing, from a field that takes no names. */
	deviceId(name: string): string | undefined {
		return readDeviceIdIfAny(this.valueIfAny(name), this.label(name)) ?? undefined;
	}

	/** Several devices, by ID or by name, of which there may be none. */
	devices(name: string): GivenDevices {
		const label = this.label(name);
		const references = readDeviceReferences(this.valueIfAny(name) ?? '', label);
		return { references, label, parameter: this.path(name) };
	}

	/** A value that may be empty, but not because an expression gave nothing. */
	given(name: string): unknown {
		const value = this.value(name);
		if (isEmpty(readLocator(value).given)) this.refuseEmptyExpression(name);
		return value;
	}

	/** A value that may be missing: null or empty text says so, a field that the item does not have does not. */
	valueIfAny(name: string): unknown {
		const value = this.value(name);
		if (value === undefined) {
			this.refuseEmptyExpression(name, " If there may be none, let it say so: {{ … ?? '' }}.");
		}
		return value;
	}

	/** A date with its time of day; undefined if nothing is given. */
	time(name: string): Exclude<TimeInput, { type: 'date' }> | undefined {
		const value = this.value(name);
		if (isEmpty(value)) return this.refuseEmptyExpression(name);
		const { value: time, error } = attempt(() => readTimeInput(value));
		if (time && time.type !== 'date') return time;
		const why = error?.message ?? 'A time of day is needed, not only a date';
		throw new Refusal(why, { fix: GIVE_A_TIME }).inField(this.path(name), this.label(name));
	}

	account(name: string): string | null {
		return readConnectedAccountId(this.given(name), this.label(name));
	}

	label(name: string): string {
		return this.field(name).displayName;
	}

	/** Where n8n finds the parameter. */
	path(name: string): string {
		return this.collectionName === undefined ? name : `${this.collectionName}.${name}`;
	}

	/** Whether the user gave an expression that gives nothing for this item. */
	isEmptyExpression(name: string): boolean {
		return this.isExpression(name) && isEmpty(readLocator(this.held(name)).given);
	}

	/** The error, naming its parameter by label, and first saying so if that parameter's expression gave nothing. */
	naming(error: unknown): unknown {
		if (!(error instanceof Refusal) || error.parameter === undefined) return error;
		const wanted = error.parameter.split('.').at(-1);
		const found = this.fields.find(
			({ name, displayName }) => name === wanted || displayName === wanted,
		);
		if (found === undefined) {
			const collections = this.fields.filter(({ type }) => type === 'collection');
			for (const { name } of collections) this.collection(name).naming(error);
			return error;
		}
		if (!error.message.includes(GAVE_NOTHING) && this.isEmptyExpression(found.name)) {
			error.fix = `${CHECK_FIELD} ${error.message.replace(/\.?$/, '.')}`;
			error.message = `'${found.displayName}' ${GAVE_NOTHING}`;
		}
		return error.inField(this.path(found.name), found.displayName);
	}

	private read<T>(name: string, reader: (value: unknown, field: INodeProperties) => T): T | Absent {
		const value = this.value(name);
		if (isEmpty(value)) {
			this.refuseEmptyExpression(name);
			// Only what was added to a collection is there.
			if (value === undefined && this.collectionName !== undefined) return undefined as Absent;
		}
		return reader(value, this.pathed(name));
	}

	private pathed(name: string): INodeProperties {
		return { ...this.field(name), name: this.path(name) };
	}

	/** @throws Refusal if the parameter, which is empty, is an expression */
	refuseEmptyExpression(name: string, hint = ''): undefined {
		if (!this.isExpression(name)) return undefined;
		throw new Refusal(`'${this.label(name)}' ${GAVE_NOTHING}`, {
			parameter: this.path(name),
			fix: `${CHECK_FIELD}${hint}`,
		});
	}

	private isExpression(name: string): boolean {
		return isExpressionText(this.raw(name));
	}

	/** What the user typed, before any expression is resolved. */
	private raw(name: string): unknown {
		const { parameters } = this.item.context.getNode();
		const collection =
			this.collectionName === undefined ? parameters : parameters[this.collectionName];
		const raw = (collection as Record<string, unknown> | undefined)?.[name];
		return readLocator(raw).given;
	}

	private field(name: string): INodeProperties {
		const field = this.fields.find((known) => known.name === name);
		if (field === undefined) throw new Error(`The node describes no parameter ${name}`);
		return field;
	}
}

const TEMPLATE = /\{\{[^]*\}\}/;
const BRACES = /\}\}\s*$/;
/** As n8n leaves an expression whose closing braces were typed, too. */
const CLOSED_TWICE = /\}\} +\}\}\s*$/;
const GAVE_NOTHING = 'is an expression that gave nothing for this item';
const CHECK_FIELD = 'Check which field of the item it reads.';

export const GIVE_A_TIME =
	'Give a date and time, like 2027-03-01T13:00, 2027-03-01T13:00:00+01:00 or 2027-03-01T13:00[Europe/Rome].';

const isExpressionText = (raw: unknown) => typeof raw === 'string' && raw.startsWith('=');

function optionsOf(field: INodeProperties): INodeProperties[] {
	return field.type === 'collection' ? ((field.options ?? []) as INodeProperties[]) : [];
}
