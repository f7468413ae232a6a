type Send = (...args: unknown[]) => Promise<unknown>;

let underWay = 0;

/** Whether a context of the harness waits for an answer; while it does, a fake clock must stand still. */
export const isRequestUnderWay = () => underWay > 0;

/** Counts the requests of a context while they are under way. */
export function countingRequests<T extends { helpers: object }>(context: T): T {
	const helpers = context.helpers as { httpRequestWithAuthentication: Send };
	const send = helpers.httpRequestWithAuthentication;
	helpers.httpRequestWithAuthentication = async function (this: unknown, ...args) {
		underWay += 1;
		try {
			return await send.apply(this, args);
		} finally {
			underWay -= 1;
		}
	};
	return context;
}
