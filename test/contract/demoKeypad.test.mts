// The demo's last step moves the local Seam's clock past every stay. Whoever goes on by hand finds it at the present.
import { DateTime } from 'luxon';

import type { Outcome } from '../../scripts/demo/outcome.mts';
import { tryAtKeypads } from '../../scripts/demo/keypad.mts';
import { startSandbox, type Sandbox } from '../e2e/harness/sandbox.mts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
}, 60_000);
afterAll(async () => await sandbox?.stop());

const inDays = (days: number) => DateTime.utc().plus({ days }).startOf('hour');

async function createCode(from: DateTime, to: DateTime): Promise<string> {
	const { access_code } = await sandbox.seam<{ access_code: { code: string } }>(
		'/access_codes/create',
		{
			device_id: await sandbox.deviceId('august'),
			name: 'Guest',
			starts_at: from.toISO(),
			ends_at: to.toISO(),
		},
	);
	return access_code.code;
}

test('after a stay far ahead was tried at the keypad, a code for next month can be made', async () => {
	const [checkIn, checkOut] = [inDays(12), inDays(47)];
	const stay = {
		booking: { title: 'A long stay', lock: 'august', checkIn, checkOut },
		kind: 'online time bound',
		granted: { startsAt: checkIn.toISO(), endsAt: checkOut.toISO(), text: '' },
		pinInMessage: await createCode(checkIn, checkOut),
	} as unknown as Outcome;
	const tried = await tryAtKeypads([stay], sandbox);
	expect(tried.map(({ opened }) => opened)).toEqual([true, true, false]);

	expect(await createCode(inDays(30), inDays(33))).toMatch(/^\d{4,}$/);
	const now = (await sandbox.now()).getTime();
	expect(Math.abs(now - Date.now())).toBeLessThan(60_000);
	expect((await sandbox.now()).getTime()).toBeGreaterThanOrEqual(now);
}, 60_000);
