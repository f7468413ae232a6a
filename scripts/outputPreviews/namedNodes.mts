// What the four named nodes put out: one stay on an online lock, from its lock to the event that its code is set; an
// offline code; and a code that does not work.
import { SeamCreateAccessCode } from '../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import { SeamGetDevice } from '../../nodes/SeamGetDevice/SeamGetDevice.node';
import { SeamTrigger } from '../../nodes/SeamTrigger/SeamTrigger.node';
import { SeamWaitForCodeSet } from '../../nodes/SeamWaitForCodeSet/SeamWaitForCodeSet.node';
import { byId } from '../../test/e2e/operations/operationCall.mts';
import { signed, type SeamEvent } from '../../test/e2e/trigger/signedDelivery.mts';
import { webhookContext } from '../../test/unit/support/nodeHarness.mts';
import type { Stage } from './stage.mts';

const MINUTE = 60_000;

interface Device {
	device_id: string;
}

const STAY = { startsAt: '2027-03-02T15:00', endsAt: '2027-03-05T11:00' };
const SECRET = `whsec_${Buffer.from('the preview of Seam Trigger').toString('base64')}`;

/** All items by the name of the node's class. */
export async function outputsOfNamedNodes(stage: Stage): Promise<Map<string, object[]>> {
	const { sandbox, run } = stage;
	const { devices } = await sandbox.seam<{ devices: Device[] }>('/devices/list');
	const reports = [];
	for (const { device_id } of devices) {
		reports.push(...(await run(SeamGetDevice, { device: byId(device_id) })));
	}

	const stayOn = async (alias: string) => {
		const device = byId(await sandbox.deviceId(alias));
		return await run(SeamCreateAccessCode, { device, bookingKey: 'stay', ...STAY });
	};
	const codes = [...(await stayOn('august')), ...(await stayOn('igloohome'))];
	const [doomed] = await stayOn('yale');
	await stage.pass(10 * MINUTE);
	await sandbox.control('POST', `/access_codes/${String(doomed.access_code_id)}/fail`, {
		error_code: 'duplicate_code_on_device',
	});

	const waits = [];
	for (const { access_code_id } of [...codes, doomed]) {
		const wait = { accessCodeId: String(access_code_id), whenNotReady: 'continue' };
		waits.push(...(await run(SeamWaitForCodeSet, wait)));
	}
	return new Map<string, object[]>([
		[SeamGetDevice.name, reports],
		[SeamCreateAccessCode.name, [...codes, doomed]],
		[SeamWaitForCodeSet.name, waits],
		[SeamTrigger.name, await eventsHeard(stage)],
	]);
}

/** What Seam Trigger makes of each event that the sandbox has. */
async function eventsHeard({ sandbox }: Stage): Promise<object[]> {
	const since = '2020-01-01T00:00:00Z';
	const { events } = await sandbox.seam<{ events: SeamEvent[] }>('/events/list', { since });
	const registered = { webhookId: 'webhook-1', url: '', secret: SECRET, eventTypes: [] };
	const heard = events.map(async (event) => {
		const { body: rawBody, headers } = signed(event, SECRET, { at: new Date(Date.now()) });
		const { context } = webhookContext(SeamTrigger, {
			mode: 'webhook',
			parameters: { events: ['*'] },
			staticData: { production: registered },
			request: { rawBody, headers },
		});
		const { workflowData } = await new SeamTrigger().webhook.call(context);
		return (workflowData?.flat() ?? []).map(({ json }) => json);
	});
	return (await Promise.all(heard)).flat();
}
