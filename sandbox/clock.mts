import { toIso } from './rules/time.mts';

interface Task {
	at: number;
	order: number;
	run: () => void | Promise<void>;
	isCancelled: boolean;
}

export interface ScheduledTask {
	cancel(): void;
}

export interface ClockSetting {
	/** The instant to go to (epoch ms). Everything due up to then happens first, in order. */
	now?: number;
	/** Sandbox seconds per real second. */
	speed?: number;
	frozen?: boolean;
	/** How far to move on from the present. */
	advance_ms?: number;
}

/** How long a move forward waits for deliveries that an instant started (real ms). */
const PATIENCE = 10_000;
const LONGEST_TIMER = 2 ** 31 - 1;

/** The sandbox's time: the machine's by default; tests may set it, speed it up, freeze it and move it on. */
export class SandboxClock {
	#base = { real: Date.now(), sandbox: Date.now() };
	#speed = 1;
	#isFrozen = false;
	#pinned: number | null = null;
	#tasks: Task[] = [];
	#order = 0;
	#timer: NodeJS.Timeout | undefined;
	#running = new Set<Promise<void>>();
	#moves: Promise<void> = Promise.resolve();
	#moveCount = 0;
	/** Told after each thing that happened by the clock, and when it ended where that takes time. */
	onTask: () => void = () => {};

	/** Epoch milliseconds of the sandbox. */
	now(): number {
		if (this.#pinned !== null) return this.#pinned;
		if (this.#isFrozen) return this.#base.sandbox;
		return Math.floor(this.#base.sandbox + (Date.now() - this.#base.real) * this.#speed);
	}

	read(): { now: string; speed: number; frozen: boolean } {
		return { now: toIso(this.now()), speed: this.#speed, frozen: this.#isFrozen };
	}

	/** How often the clock was set to another time: it changes by that only, not as time goes on. */
	get moveCount(): number {
		return this.#moveCount;
	}

	/** Runs `run` when the sandbox reaches `at` (epoch ms); at once, but not before this call returns, if that has passed. */
	schedule(at: number, run: () => void | Promise<void>): ScheduledTask {
		const task: Task = { at, order: this.#order++, run, isCancelled: false };
		let low = 0;
		let high = this.#tasks.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.#tasks[middle].at <= at) low = middle + 1;
			else high = middle;
		}
		this.#tasks.splice(low, 0, task);
		this.#arm();
		return {
			cancel: () => {
				task.isCancelled = true;
			},
		};
	}

	/** Changes the clock; resolves when everything that became due has happened. Calls queue up. */
	set(setting: ClockSetting): Promise<void> {
		const move = this.#moves.then(() => this.#apply(setting));
		this.#moves = move.catch(() => undefined);
		return move;
	}

	/** Back to the machine's time, with nothing scheduled. */
	reset(): void {
		this.#tasks = [];
		this.#pinned = null;
		this.#isFrozen = false;
		this.#speed = 1;
		this.#base = { real: Date.now(), sandbox: Date.now() };
		this.stop();
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	async #apply({ now, speed, frozen, advance_ms: advance }: ClockSetting): Promise<void> {
		const from = this.now();
		const target = (now ?? from) + (advance ?? 0);
		if (target > from) await this.#moveTo(from, target);
		if (target !== from) this.#moveCount++;
		this.#pinned = null;
		this.#base = {
			real: Date.now(),
			sandbox: now === undefined && advance === undefined ? this.now() : target,
		};
		if (speed !== undefined) this.#speed = speed;
		if (frozen !== undefined) this.#isFrozen = frozen;
		this.#arm();
	}

	async #moveTo(from: number, target: number): Promise<void> {
		this.#pinned = from;
		while (this.#tasks.length > 0 && this.#tasks[0].at <= target) {
			const due = Math.max(this.#tasks[0].at, this.#pinned);
			this.#pinned = due;
			this.#runDue(due);
			if (this.#running.size > 0) {
				await Promise.race([Promise.all(this.#running), patience()]);
			}
		}
		this.#pinned = target;
	}

	#runDue(until: number): void {
		while (this.#tasks.length > 0 && this.#tasks[0].at <= until) {
			const task = this.#tasks.shift()!;
			if (task.isCancelled) continue;
			const outcome = task.run();
			if (outcome instanceof Promise) {
				const tracked = outcome.finally(() => {
					this.#running.delete(tracked);
					this.onTask();
				});
				this.#running.add(tracked);
			}
			this.onTask();
		}
	}

	#arm(): void {
		clearTimeout(this.#timer);
		if (this.#isFrozen || this.#pinned !== null) return;
		while (this.#tasks[0]?.isCancelled) this.#tasks.shift();
		if (this.#tasks.length === 0) return;
		const wait = (this.#tasks[0].at - this.now()) / this.#speed;
		this.#timer = setTimeout(
			() => {
				if (this.#pinned === null) this.#runDue(this.now());
				this.#arm();
			},
			Math.min(Math.max(Math.ceil(wait), 0), LONGEST_TIMER),
		);
		this.#timer.unref();
	}
}

const patience = () =>
	new Promise<void>((resolve) => {
		setTimeout(resolve, PATIENCE).unref();
	});
