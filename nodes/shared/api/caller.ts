import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { Refusal } from '../refusal';
import type { ItemContext, SeamContext } from './context';
import { baseUrlOf, credentialProblem, seamHeaders } from './credentialProblem';

/** Who asks Seam for an item: an expression in the credential may give each item a key of its own. */
export interface Caller {
	credential: ICredentialDataDecryptedObject;
	baseUrl: string;
	/** Equal for items with the same key at the same Seam. It holds the key: for comparing only, never to be shown. */
	id: string;
}

const known = new WeakMap<SeamContext, Map<number, Promise<Caller>>>();

/**
 * Reads the credential of an item, once per run of a node.
 *
 * @throws Refusal the credential can't work
 */
export async function callerOf({ context, itemIndex }: ItemContext): Promise<Caller> {
	const callers = known.get(context) ?? new Map<number, Promise<Caller>>();
	known.set(context, callers);
	const caller = callers.get(itemIndex) ?? readCaller(context, itemIndex);
	callers.set(itemIndex, caller);
	caller.catch(() => callers.delete(itemIndex));
	return await caller;
}

async function readCaller(context: SeamContext, itemIndex: number): Promise<Caller> {
	const credential = await context.getCredentials('seamApi', itemIndex);
	const problem = credentialProblem(credential);
	if (problem !== null) throw new Refusal(problem, { fix: 'Correct the Seam credential.' });
	const baseUrl = baseUrlOf(credential);
	return {
		credential,
		baseUrl,
		id: [baseUrl, ...Object.values(seamHeaders(credential))].join(' '),
	};
}
