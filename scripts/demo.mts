// `npm run demo`: bookings arrive at a real n8n, and each guest gets a PIN that opens a (simulated) lock.
// With `-- --once` it ends by itself, with 0 only if every guest got a working PIN.
import { parseArgs } from 'node:util';
import { Listr, type ListrTaskWrapper } from 'listr2';
import { packPackage, startN8n, startSandbox } from '../test/e2e/harness/index.mts';
import { demoBookings, LOCKS_USED, type Booking, type Lock } from './demo/bookings.mts';
import { tryAtKeypads, type Tried } from './demo/keypad.mts';
import { confirmation, readOutcome, type Outcome } from './demo/outcome.mts';
import { reportOf } from './demo/report.mts';
import { prepareLocks, publishExamples, type Stage } from './demo/setUp.mts';
import { passTimeUntilSettled, type Arrived } from './demo/stay.mts';
import { whatNext } from './demo/whatNext.mts';
import { endOnSignals } from './setup/atExit.mjs';
import { withHeartbeat } from './setup/heartbeat.mjs';
import { ensureN8n, N8N_VERSION } from './setup/n8n.mts';
import { inOneSentence } from './setup/trouble.mjs';

const { values: flags } = parseArgs({ options: { once: { type: 'boolean', default: false } } });

interface Context extends Stage {
	tarball: string;
	locks: Lock[];
	bookings: Booking[];
	arrived: Arrived[];
	outcomes: Outcome[];
	tried: Tried[];
}

const context: Partial<Context> = {};
let isReady = false;

// All that runs and all that was stored for it ends with this process.
endOnSignals('The demo has ended: n8n and the local Seam are stopped, nothing is kept.', () =>
	isReady ? 0 : 1,
);

type Task = ListrTaskWrapper<Context, never, never>;

/** A task that takes long says so, except at a terminal, which shows that something moves. */
function patient(work: (ctx: Context, task: Task) => Promise<void>) {
	return async (ctx: Context, task: Task): Promise<void> => {
		if (process.stdout.isTTY) await work(ctx, task);
		else {
			const say = (line: string): void => void (task.output = line);
			await withHeartbeat('at it', say, async () => await work(ctx, task));
		}
	};
}

const demo = new Listr<Context>(
	[
		{
			title: `n8n ${N8N_VERSION} is installed`,
			task: patient(async (_, task) => {
				await ensureN8n(N8N_VERSION, (line) => (task.output = line));
			}),
		},
		{
			title: 'The package is built and packed',
			task: patient(async (ctx) => void (ctx.tarball = await packPackage())),
		},
		{
			title: 'A local Seam with a portfolio of locks',
			task: async (ctx, task) => {
				ctx.sandbox = await startSandbox();
				ctx.locks = await prepareLocks(LOCKS_USED, ctx.sandbox);
				ctx.bookings = demoBookings(ctx.locks, new Date());
				task.title += ` at ${ctx.sandbox.baseUrl}`;
			},
		},
		{
			// Its address is told in the end, with the sign-in that it asks for.
			title: 'n8n, with the package installed as a community package',
			task: patient(async (ctx, task) => {
				ctx.n8n = await startN8n({
					tarball: ctx.tarball,
					say: (line) => (task.output = line),
				});
			}),
		},
		{
			title: 'The example workflows, imported and published',
			task: async (ctx) =>
				void (ctx.workflows = await publishExamples(ctx.n8n, ctx.sandbox, ctx.locks)),
		},
		{
			title: 'Bookings arrive at n8n’s webhook',
			task: async (ctx, task) => {
				ctx.arrived = [];
				return task.newListr(
					ctx.bookings.map((booking) => ({
						title: booking.title,
						task: async () => {
							const { client } = ctx.n8n;
							const send = async (): Promise<unknown> =>
								await client.postWebhook(booking.path, booking.body);
							const workflow = ctx.workflows[booking.path];
							const executionId = await client.executionStartedBy(workflow, send);
							ctx.arrived.push({ booking, executionId });
						},
					})),
				);
			},
		},
		{
			title: 'Codes are planned, created and confirmed; the guests are told',
			rendererOptions: { bottomBar: Infinity, persistentOutput: true },
			task: patient(async (ctx, task) => {
				const say = (line: string): void => void (task.output = line);
				say('The stays are days ahead, so the local Seam’s clock is moved.');
				ctx.outcomes = [];
				const onSettled = async ({ booking, executionId }: Arrived): Promise<void> => {
					const execution = await ctx.n8n.client.waitForExecution(executionId);
					const outcome = await readOutcome(booking, execution, ctx.sandbox);
					ctx.outcomes.push(outcome);
					say(confirmation(outcome));
				};
				await passTimeUntilSettled(ctx.arrived, ctx.locks, { ...ctx, say, onSettled });
			}),
		},
		{
			title: 'Every guest types the PIN of their message at the lock',
			task: patient(async (ctx) => {
				ctx.tried = await tryAtKeypads(ctx.outcomes, ctx.sandbox);
			}),
		},
	],
	// Its own listeners would end this process at once, and what was begun would stay.
	{ ctx: context as Context, concurrent: false, registerSignalListeners: false },
);

/** Ends what runs, in order, and then this process. */
async function end(exitCode: number): Promise<void> {
	await context.n8n?.stop();
	await context.sandbox?.stop();
	process.exit(exitCode);
}

try {
	const { outcomes, tried, locks, ...stage } = await demo.run();
	const { lines, isAllRight } = reportOf(outcomes, tried, { isBrief: !flags.once });
	console.log(lines.join('\n'));
	if (flags.once) await end(isAllRight ? 0 : 1);
	console.log(whatNext(stage, locks, new Date()).join('\n'));
	isReady = true;
} catch (error) {
	console.error(`\n${inOneSentence(error)}`);
	await end(1);
}
