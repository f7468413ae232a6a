/** One step of a run: what it is called, what has to be done before, and what it does. */
export interface Step {
	name: string;
	after?: string[];
	/** Gives a short word about how it went, shown beside the name; throws if it went wrong. */
	run(say: (line: string) => void): Promise<string | void>;
}

export interface StepResult {
	name: string;
	outcome: 'done' | 'failed' | 'skipped';
	seconds: number;
}

const HEARTBEAT_MS = 14_000;

/**
 * Runs steps, `lanes` of them at a time, in the given order as far as what they wait for allows. A step that
 * fails stops only those that need it. Each start and end is printed; a failure with all it said.
 */
export async function runSteps(steps: Step[], { lanes }: { lanes: number }): Promise<StepResult[]> {
	const results = new Map<string, StepResult>();
	const waiting = [...steps];
	const begun = new Set<string>();

	const takeNext = (): Step | undefined => {
		const index = waiting.findIndex(({ after = [] }) => after.every((name) => results.has(name)));
		return index < 0 ? undefined : waiting.splice(index, 1)[0];
	};
	const runOne = async (step: Step): Promise<void> => {
		const blocker = (step.after ?? []).find((name) => results.get(name)?.outcome !== 'done');
		if (blocker) {
			results.set(step.name, { name: step.name, outcome: 'skipped', seconds: 0 });
			console.log(`-  ${step.name}: skipped, it needs "${blocker}"`);
			return;
		}
		const start = Date.now();
		begun.add(step.name);
		const seconds = (): number => (Date.now() - start) / 1000;
		console.log(`>  ${step.name} …`);
		try {
			const word = await step.run((line) => console.log(`   ${step.name}: ${line}`));
			console.log(`✓  ${step.name} (${seconds().toFixed(1)} s)${word ? `: ${word}` : ''}`);
			results.set(step.name, { name: step.name, outcome: 'done', seconds: seconds() });
		} catch (error) {
			console.log(
				`✗  ${step.name} (${seconds().toFixed(1)} s)\n${indent((error as Error).message)}`,
			);
			results.set(step.name, { name: step.name, outcome: 'failed', seconds: seconds() });
		}
	};

	const running = new Set<Promise<void>>();
	const heartbeat = setInterval(() => {
		const names = steps.map(({ name }) => name).filter((name) => begun.has(name));
		console.log(`…  still running: ${names.filter((name) => !results.has(name)).join(', ')}`);
	}, HEARTBEAT_MS);
	while (waiting.length > 0 || running.size > 0) {
		const next = running.size < lanes ? takeNext() : undefined;
		if (next) {
			const run = runOne(next).finally(() => running.delete(run));
			running.add(run);
		} else if (running.size > 0) await Promise.race(running);
		else
			throw new Error(
				`Steps that wait for each other: ${waiting.map(({ name }) => name).join(', ')}`,
			);
	}
	clearInterval(heartbeat);
	return steps.map(({ name }) => results.get(name)!);
}

function indent(text: string): string {
	return text.trimEnd().replaceAll(/^/gm, '     ');
}
