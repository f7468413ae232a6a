/**
 * Bad input, told in one clear sentence: `message` says what and why, `fix` the way out, `parameter` the node
 * parameter it is about. Rooms that know nothing of n8n throw it; the nodes add the item and hand it on.
 * Neither text may hold a key or a PIN.
 */
export class Refusal extends Error {
	readonly parameter?: string;
	readonly fix?: string;

	constructor(message: string, details: { parameter?: string; fix?: string } = {}) {
		super(message);
		this.name = 'Refusal';
		this.parameter = details.parameter;
		this.fix = details.fix;
	}
}
