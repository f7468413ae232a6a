// `npm run demo`: bookings arrive at a real n8n, and each guest gets a PIN that opens a (simulated) lock.
// With `-- --once` it ends by itself, with 0 only if every guest got a working PIN.
import { parseArgs } from 'node:util';
import { Listr } from 'listr2';
import { OWNER, packPackage, startN8n, startSandbox } from '../test/e2e/harness/index.mts';
import { demoBookings, LOCKS_USED, type Booking, type Lock } from './demo/bookings.mts';
import { tryAtKeypads, type Tried } from './demo/keypad.mts';
import { readOutcome, type Outcome } from './demo/outcome.mts';
import { printOutcomes } from './demo/report.mts';
import { prepareLocks, publishExamples, type Stage } from './demo/setUp.mts';
import { passTimeUntilSettled, type Arrived } from './demo/stay.mts';
import { ensureN8n, N8N_VERSION } from './setup/n8n.mts';

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

const demo = new Listr<Context>(
	[
		{
			title: `n8n ${N8N_VERSION} is installed`,
			task: async (_, task) => void (await ensureN8n(N8N_VERSION, (line) => (task.output = line))),
		},
		{
			title: 'The package is built and packed',
			task: async (ctx) => void (ctx.tarball = await packPackage()),
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
			title: 'n8n, with the package installed as a community package',
			task: async (ctx, task) => {
				ctx.n8n = await startN8n({
					tarball: ctx.tarball,
					say: (line) => (task.output = line),
				});
				task.title += ` at ${ctx.n8n.baseUrl}`;
			},
		},
		{
			title: 'The example workflow, imported and published',
			task: async (ctx) => void (ctx.workflows = await publishExamples(ctx.n8n, ctx.sandbox)),
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
			task: async (ctx, task) => {
				const say = (line: string): void => void (task.output = line);
				say(
					'The stays are days ahead: the sandbox’s clock is moved, so that nobody has to wait for them.',
				);
				await passTimeUntilSettled(ctx.arrived, ctx.locks, { ...ctx, say });
				ctx.outcomes = [];
				for (const { booking, executionId } of ctx.arrived) {
					const execution = await ctx.n8n.client.waitForExecution(executionId);
					ctx.outcomes.push(await readOutcome(booking, execution, ctx.sandbox));
				}
			},
		},
		{
			title: 'Every guest types the PIN of their message at the lock',
			task: async (ctx) => void (ctx.tried = await tryAtKeypads(ctx.outcomes, ctx.sandbox)),
		},
	],
	{ ctx: context as Context, concurrent: false },
);

/** Ends what runs, whatever the demo was doing, and then this process. */
async function end(exitCode: number): Promise<void> {
	await context.n8n?.stop();
	await context.sandbox?.stop();
	process.exit(exitCode);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
	process.on(signal, () => void end(flags.once ? 1 : 0));

try {
	await demo.run();
	const { outcomes = [], tried = [], n8n, sandbox } = context;
	const areAllRight = printOutcomes(outcomes, tried);
	if (flags.once) await end(areAllRight ? 0 : 1);
	console.log(`\nLook around in n8n: ${n8n?.baseUrl}  (${OWNER.email} / ${OWNER.password})`);
	console.log(`See the doors and type PINs at them: ${sandbox?.baseUrl}/`);
	console.log('Ctrl-C ends the demo.');
} catch (error) {
	console.error(`\n${(error as Error).message}`);
	await end(1);
}
