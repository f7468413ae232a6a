import { callerOf } from './caller';
import type { SeamContext } from './context';

/**
 * A read that the items of a run share: each thing is read at most once per key. Items that ask at the same moment share
 * the call. A read that failed is repeated by the next item, because the reason may have passed.
 */
export function readOnce<A, T>(
	context: SeamContext,
	read: (context: SeamContext, asked: A, itemIndex: number) => Promise<T>,
) {
	const reads = new Map<string, Promise<T>>();
	const keyOf = async (asked: A, itemIndex: number) =>
		JSON.stringify([(await callerOf(context, itemIndex)).id, asked]);
	const begin = async (key: string, asked: A, itemIndex: number) => {
		const reading = read(context, asked, itemIndex);
		reads.set(key, reading);
		reading.catch(() => reads.delete(key));
		return await reading;
	};
	return {
		async get(asked: A, itemIndex: number) {
			const key = await keyOf(asked, itemIndex);
			return await (reads.get(key) ?? begin(key, asked, itemIndex));
		},
		async again(asked: A, itemIndex: number) {
			return await begin(await keyOf(asked, itemIndex), asked, itemIndex);
		},
		/** Takes over what is known from elsewhere. */
		async put(asked: A, itemIndex: number, value: T) {
			reads.set(await keyOf(asked, itemIndex), Promise.resolve(value));
		},
		/** Adds a change that this run made to what was read. */
		async change(asked: A, itemIndex: number, edit: (known: T) => T) {
			const key = await keyOf(asked, itemIndex);
			const known = reads.get(key);
			if (known) reads.set(key, known.then(edit));
		},
	};
}
