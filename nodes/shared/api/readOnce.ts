import { callerOf } from './caller';
import type { ItemContext } from './context';

/**
 * A read that the items of a run share: each thing is read at most once per key. Items that ask at the same moment share
 * the call. A read that failed is repeated by the next item, because the reason may have passed.
 */
export function readOnce<A, T>(read: (item: ItemContext, asked: A) => Promise<T>) {
	const reads = new Map<string, Promise<T>>();
	const keyOf = async (item: ItemContext, asked: A) =>
		JSON.stringify([(await callerOf(item)).id, asked]);
	const begin = async (key: string, item: ItemContext, asked: A) => {
		const reading = read(item, asked);
		reads.set(key, reading);
		reading.catch(() => reads.delete(key));
		return await reading;
	};
	return {
		async get(item: ItemContext, asked: A) {
			const key = await keyOf(item, asked);
			return await (reads.get(key) ?? begin(key, item, asked));
		},
		again: async (item: ItemContext, asked: A) =>
			await begin(await keyOf(item, asked), item, asked),
		/** Takes over what is known from elsewhere. */
		async put(item: ItemContext, asked: A, value: T) {
			reads.set(await keyOf(item, asked), Promise.resolve(value));
		},
		/** Adds a change that this run made to what was read. */
		async change(item: ItemContext, asked: A, edit: (known: T) => T) {
			const key = await keyOf(item, asked);
			const known = reads.get(key);
			if (known) reads.set(key, known.then(edit));
		},
	};
}
