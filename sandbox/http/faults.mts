// Trouble on demand: what tests and demos ask the sandbox to do to calls of the API.
import { newId } from '../ids.mts';
import type { World } from '../world.mts';

export const FAULT_KINDS = [
	'status',
	'reset',
	'lost_answer',
	'latency',
	'not_json',
	'wrong_shape',
	'hold',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface FaultRequest {
	/** Path of the API; `*` for all. */
	path: string;
	kind: FaultKind;
	/** How many calls it strikes; all from now on where absent. */
	times?: number;
	/** `status`: HTTP status, 500 where absent. */
	status?: number;
	/** `status`: value of the `Retry-After` header, in seconds. */
	retry_after?: number | string;
	/** `latency`: real ms. */
	delay_ms?: number;
	/** Body of the answer (`status`, `not_json`, `wrong_shape`); `{{code}}` and `{{key}}` stand for the request's own. */
	body?: unknown;
	/** Only calls that name this device. */
	device_id?: string;
}

export interface Fault extends FaultRequest {
	fault_id: string;
	struck: number;
	/** `hold`: the calls that wait for the release. */
	held: Array<() => void>;
}

export function addFault(world: World, request: FaultRequest): Fault {
	const fault: Fault = { ...request, fault_id: newId(), struck: 0, held: [] };
	world.faults.push(fault);
	return fault;
}

/** The fault that strikes a call, if any; the oldest that fits. */
export function strike(
	world: World,
	path: string,
	parameters: Record<string, unknown>,
): Fault | undefined {
	const fault = world.faults.find(
		(candidate) =>
			(candidate.path === '*' || candidate.path === path) &&
			(candidate.times === undefined || candidate.struck < candidate.times) &&
			(candidate.device_id === undefined || candidate.device_id === parameters.device_id),
	);
	if (fault) fault.struck++;
	return fault;
}

/** Resolves when the fault is released. */
export const held = (fault: Fault): Promise<void> =>
	new Promise((resolve) => {
		fault.held.push(resolve);
	});

/** Lets every held call go on, in the order of arrival; returns how many. */
export const release = ({ faults }: World): number =>
	faults.reduce((released, fault) => released + releaseOf(fault), 0);

function releaseOf({ held: waiting }: Fault): number {
	const going = waiting.splice(0);
	for (const go of going) go();
	return going.length;
}

export function clearFaults(world: World): void {
	release(world);
	world.faults = [];
}

/** Takes one fault away, and lets go what it holds; false where there is none with this id. */
export function removeFault(world: World, id: string): boolean {
	const fault = world.faults.find(({ fault_id: other }) => other === id);
	if (!fault) return false;
	releaseOf(fault);
	world.faults = world.faults.filter((other) => other !== fault);
	return true;
}

export const presentFault = ({ held: waiting, ...fault }: Fault) => ({
	...fault,
	held: waiting.length,
});

/** Fills `{{code}}` and `{{key}}` in a fault's body from the call that it strikes. */
export function fillIn(body: unknown, code: unknown, key: string): string {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return text.replaceAll('{{code}}', String(code ?? '')).replaceAll('{{key}}', key);
}
