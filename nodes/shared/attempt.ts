/** What some work returned, or what it threw, for a caller that must tell failures apart. */
export type AttemptResult<T> =
	| { value: T; error?: undefined }
	| { value?: undefined; error: Error };

export function attempt<T>(work: () => T): AttemptResult<T> {
	try {
		return { value: work() };
	} catch (error) {
		return { error: asError(error) };
	}
}

export async function attemptAsync<T>(work: () => Promise<T>): Promise<AttemptResult<T>> {
	try {
		return { value: await work() };
	} catch (error) {
		return { error: asError(error) };
	}
}

function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}
