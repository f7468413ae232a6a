import type { Sandbox } from '../test/e2e/harness/index.mts';

/** How many calls of Seam's API there were, and how many of them were refused for a rate limit or failed. */
export interface RequestCount {
	all: number;
	tooMany: number;
	failed: number;
}

export async function forgetRequests(sandbox: Sandbox): Promise<void> {
	await sandbox.control('DELETE', '/requests');
}

export async function countRequests(sandbox: Sandbox): Promise<RequestCount> {
	const { counts } = await sandbox.control<{ counts: Record<string, Record<string, number>> }>(
		'GET',
		'/requests/counts',
	);
	const answers = Object.values(counts).flatMap((ofPath) => Object.entries(ofPath));
	const sum = (isCounted: (status: number) => boolean) =>
		answers
			.filter(([status]) => isCounted(Number(status)))
			.reduce((total, [, count]) => total + count, 0);
	return {
		all: sum(() => true),
		tooMany: sum((status) => status === 429),
		failed: sum((status) => status !== 200 && status !== 429),
	};
}
