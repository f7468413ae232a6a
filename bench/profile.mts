import type { Inspector } from './inspector.mts';

interface ProfileNode {
	id: number;
	callFrame: { functionName: string; url: string; lineNumber: number };
	children?: number[];
}

/** As V8 gives it. */
export interface CpuProfile {
	nodes: ProfileNode[];
	samples: number[];
	timeDeltas: number[];
}

/** Takes a CPU profile of a process while some work runs. */
export async function profileOf(
	inspector: Inspector,
	work: () => Promise<unknown>,
): Promise<CpuProfile> {
	await inspector.ask('Profiler.enable');
	await inspector.ask('Profiler.setSamplingInterval', { interval: 500 });
	await inspector.ask('Profiler.start');
	await work();
	const { profile } = await inspector.ask<{ profile: CpuProfile }>('Profiler.stop');
	return profile;
}

interface HeapNode extends Omit<ProfileNode, 'children'> {
	selfSize: number;
	children: HeapNode[];
}

/** Notes from now on where memory is taken. */
export async function startHeapProfile(inspector: Inspector): Promise<void> {
	await inspector.ask('HeapProfiler.startSampling', { samplingInterval: 4_096 });
}

/** Prints who took the memory that is still held. */
export async function printHeapProfile(inspector: Inspector): Promise<void> {
	await inspector.ask('HeapProfiler.collectGarbage');
	const { profile } = await inspector.ask<{ profile: { head: HeapNode } }>(
		'HeapProfiler.stopSampling',
	);
	const byOwner = new Map<string, number>();
	let total = 0;
	const add = (node: HeapNode): void => {
		const owner = `${ownerOf(node)}: ${nameOf(node)}`;
		byOwner.set(owner, (byOwner.get(owner) ?? 0) + node.selfSize);
		total += node.selfSize;
		for (const child of node.children) add(child);
	};
	add(profile.head);
	console.log(`Held: ${(total / 1e6).toFixed(1)} MB`);
	console.table(
		Object.fromEntries(
			[...byOwner]
				.sort(([, a], [, b]) => b - a)
				.slice(0, 20)
				.map(([name, size]) => [name, { kB: (size / 1e3).toFixed(0) }]),
		),
	);
}

const OURS = 'n8n-nodes-seam';

/** Prints where the time went: by package, and which functions of this package called for most of it. */
export function printProfile(profile: CpuProfile): void {
	const selfTimes = selfTimesOf(profile);
	const byOwner = new Map<string, number>();
	for (const node of profile.nodes) {
		const owner = ownerOf(node);
		byOwner.set(owner, (byOwner.get(owner) ?? 0) + (selfTimes.get(node.id) ?? 0));
	}
	const busy = [...byOwner].filter(([owner]) => owner !== '(idle)');
	const total = busy.reduce((sum, [, time]) => sum + time, 0);
	console.log(`Processor time: ${(total / 1e3).toFixed(0)} ms`);
	console.table(asTable(busy, total, 14));
	console.log('By function of this package, with all that it calls:');
	console.table(asTable([...ownTimesOf(profile, selfTimes)], total, 25));
}

function selfTimesOf({ samples, timeDeltas }: CpuProfile): Map<number, number> {
	const times = new Map<number, number>();
	samples.forEach((id, index) => times.set(id, (times.get(id) ?? 0) + timeDeltas[index]));
	return times;
}

/** A function that calls itself counts once. */
function ownTimesOf(
	{ nodes }: CpuProfile,
	selfTimes: ReadonlyMap<number, number>,
): Map<string, number> {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const times = new Map<string, number>();
	const add = (node: ProfileNode, above: ReadonlySet<string>): number => {
		const name = nameOf(node);
		const isOurs = ownerOf(node) === OURS;
		const within = isOurs ? new Set([...above, name]) : above;
		let time = selfTimes.get(node.id) ?? 0;
		for (const id of node.children ?? []) time += add(byId.get(id)!, within);
		if (isOurs && !above.has(name)) times.set(name, (times.get(name) ?? 0) + time);
		return time;
	};
	add(nodes[0], new Set());
	return times;
}

const nameOf = ({ callFrame: { functionName, url, lineNumber } }: Pick<ProfileNode, 'callFrame'>) =>
	`${functionName || '(anonymous)'} ${url.split('/').at(-1)}:${lineNumber + 1}`;

/** The package that a function belongs to; what V8 itself does stands in brackets. */
function ownerOf({ callFrame: { functionName, url } }: Pick<ProfileNode, 'callFrame'>): string {
	if (url === '') return functionName.startsWith('(') ? functionName : '(V8)';
	if (url.startsWith('node:')) return 'node';
	const [, inModules = ''] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
	return inModules || url.split('/').at(-1)!;
}

const asTable = (times: Array<[string, number]>, total: number, count: number) =>
	Object.fromEntries(
		times
			.sort(([, a], [, b]) => b - a)
			.slice(0, count)
			.map(([name, time]) => [
				name,
				{ ms: (time / 1e3).toFixed(0), '%': ((100 * time) / total).toFixed(1) },
			]),
	);
