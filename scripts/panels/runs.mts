// Runs of the named nodes in the editor, one for each thing that can come out: the kinds of code, what becomes of a booking
// that has one, a refusal; a wait that is over, goes on, or failed; a device, and what a maintainer is sent of it.
import type { INodeParameters } from 'n8n-workflow';
import type { Sandbox } from '../../test/e2e/harness/index.mts';
import { byId } from '../../test/e2e/operations/operationCall.mts';
import type { Subject } from './subjects.mts';

/** A node that is carried out before it is looked at. */
export interface Run extends Subject {
	/** Also as JSON. */
	isMain?: boolean;
	/** It does not end: what it says while it waits is looked at. */
	isWaiting?: boolean;
}

const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;

const NODES = {
	create: { node: 'SeamCreateAccessCode', type: 'n8n-nodes-seam.seamCreateAccessCode' },
	wait: { node: 'SeamWaitForCodeSet', type: 'n8n-nodes-seam.seamWaitForCodeSet' },
	get: { node: 'SeamGetDevice', type: 'n8n-nodes-seam.seamGetDevice' },
} as const;

/**
 * In the order in which they are to run. Brings about at Seam what they need.
 *
 * @param versions of the nodes, by their types.
 */
export async function prepareRuns(
	sandbox: Sandbox,
	versions: ReadonlyMap<string, number>,
): Promise<Run[]> {
	const now = (await sandbox.now()).getTime();
	/** As the date picker writes it. */
	const day = (days: number) => `${new Date(now + days * DAY).toISOString().slice(0, 10)}T00:00:00`;
	const run = (
		what: keyof typeof NODES,
		name: string,
		parameters: INodeParameters,
		more: Pick<Run, 'isMain' | 'isWaiting'> = {},
	): Run => ({
		...{ ...NODES[what], name: `output-${name}`, parameters, ...more },
		typeVersion: versions.get(NODES[what].type) ?? 1,
	});
	const lock = async (alias: string) => byId(await sandbox.deviceId(alias));
	const code = async (alias: string): Promise<string> => {
		const { access_code } = await sandbox.seam<{ access_code: { access_code_id: string } }>(
			'/access_codes/create',
			{
				device_id: await sandbox.deviceId(alias),
				name: 'Ada Palmer',
				starts_at: new Date(now + DAY).toISOString(),
				ends_at: new Date(now + 3 * DAY).toISOString(),
			},
		);
		return access_code.access_code_id;
	};
	await sandbox.control('POST', '/programming', { device: 'schlage', outcome: 'never' });
	const [ready, waiting, failed] = [await code('nuki'), await code('schlage'), await code('yale')];
	await sandbox.setClock({ advance_ms: 10 * MINUTE });
	await sandbox.control('POST', `/access_codes/${failed}/fail`, {
		error_code: 'duplicate_code_on_device',
	});

	const stay = { startsAt: day(2), endsAt: day(5), name: 'Ada Palmer', bookingKey: 'HM4QX2' };
	const [august, igloohome, oracode] = await Promise.all(
		['august', 'igloohome', 'oracode'].map(lock),
	);
	const slot = { ...stay, checkInTime: '16:00', checkOutTime: '10:00' };
	return [
		run('create', 'create-plan-only', { device: august, ...stay, planOnly: true }),
		run('create', 'create-online', { device: august, ...stay }, { isMain: true }),
		run('create', 'create-update', { device: august, ...stay, endsAt: day(6) }),
		run('create', 'create-return', {
			device: august,
			...stay,
			options: { ifBookingHasCode: 'return' },
		}),
		run('create', 'create-algopin', { device: igloohome, ...stay }),
		run('create', 'create-oracode', { device: oracode, ...slot }),
		run('create', 'create-refusal', {
			device: oracode,
			...stay,
			options: { whenWindowDoesNotFit: 'refuse' },
		}),
		run('wait', 'wait-ready', { accessCodeId: ready }, { isMain: true }),
		run('wait', 'wait-failed', { accessCodeId: failed, whenNotReady: 'continue' }),
		run('wait', 'wait-stopped', { accessCodeId: failed }),
		run('get', 'get-device', { device: august }, { isMain: true }),
		run('get', 'get-device-support-bundle', {
			device: august,
			options: { supportBundle: true },
		}),
		// Last: nothing else can be run until it ends.
		run('wait', 'wait-waiting', { accessCodeId: waiting }, { isWaiting: true }),
	];
}
