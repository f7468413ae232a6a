// n8n is killed at every step of a fallback: in the end one code is left, and the item names it.
import { waitFor } from '../harness/index.mts';
import { dieAndComeBack, hold, untilHeld } from './dying.mts';
import {
	addLock,
	answersOf,
	callResumeUrl,
	createCode,
	endOf,
	startPlace,
	startWait,
	stopPlace,
	teach,
	waitUntilParked,
	type Place,
	type RunningWait,
} from './waits.mts';

const STEPS = ['pull_backup_access_code', 'delete', 'update'] as const;

interface Parked {
	device: string;
	code: string;
	name: string;
	wait: RunningWait;
}

let place: Place;
const parked = new Map<string, Parked>();

beforeAll(async () => {
	place = await startPlace();
	await Promise.all(STEPS.map(async (step) => parked.set(step, await parkWait(step))));
}, 400_000);
afterAll(async () => await stopPlace(place), 60_000);

async function parkWait(alias: string): Promise<Parked> {
	const device = await addLock(place, alias, 'fail');
	const more = { use_backup_access_code_pool: true, name: `Ada Lovelace [${alias}]` };
	const code = await createCode(place, device, { more });
	const setting = { parameters: { fallback: 'backup_code' } };
	const wait = await waitUntilParked(place, await startWait(place, alias, [code], setting));
	return { device, code, wait, name: more.name };
}

// One after the other, each to its end: what a death left behind is supervised anew for a moment at some time after it,
// and must not meet the next death then.
test.each(STEPS)(
	'SIGKILL during %s',
	async (step) => {
		const { device, code, name, wait } = parked.get(step)!;
		await place.sandbox.control('POST', `/access_codes/${code}/fail`, {
			error_code: 'no_space_for_access_code_on_device',
		});
		const path = `/access_codes/${step}`;
		await hold(place, path, 1);
		await callResumeUrl(wait);
		await untilHeld(place, path, 1);
		await dieAndComeBack(place, 'SIGKILL');

		await teach(place, step, 'set');
		const [answer] = answersOf(await endOf(place, wait, 'success', 300));
		expect(answer).toMatchObject({
			is_ready: true,
			name,
			replaced_access_code: { access_code_id: code, is_deletion_requested: true },
		});
		await waitFor(
			async () => {
				const { access_codes } = await place.sandbox.seam<{
					access_codes: Array<{ access_code_id: string }>;
				}>('/access_codes/list', { device_id: device });
				const ids = access_codes.map(({ access_code_id: id }) => id);
				return ids.length === 1 && ids[0] === answer.access_code_id;
			},
			{ limit: 30, what: `only the code of the item to be on ${step}` },
		);
	},
	600_000,
);
