/** What a failure is about, as data for the workflow (`nearest`, `device`, …). Never holds a key or a PIN. */
export type Facts = Readonly<Record<string, unknown>>;

/**
 * Bad input, told in one clear sentence: `message` says what and why, `fix` the way out, `parameter` the node
 * parameter it is about. Rooms that know nothing of n8n throw it; the nodes add the item and hand it on.
 * Neither text may hold a key or a PIN.
 */
export class Refusal extends Error {
	fix?: string;
	parameter?: string;
	facts: Facts;

	constructor(message: string, details: { parameter?: string; fix?: string; facts?: Facts } = {}) {
		super(message);
		this.name = 'Refusal';
		this.parameter = details.parameter;
		this.fix = details.fix;
		this.facts = details.facts ?? {};
	}

	/** Names the parameter by what the user sees, unless the message names it already. */
	inField(parameter: string, label: string): this {
		this.parameter = parameter;
		if (!this.message.includes(label))
			this.message = `'${label}': ${this.message.replace(/\.$/, '')}`;
		return this;
	}
}
