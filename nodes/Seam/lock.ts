import type { INodeProperties } from 'n8n-workflow';

import { waitForActionAttempt } from '../shared/api/actionAttempts';
import { moveLock } from '../shared/api/locks';
import { Refusal } from '../shared/refusal';
import { deviceField } from '../shared/ui/deviceField';
import { flagField, numberField } from '../shared/ui/fieldKinds';
import { outcomes, type Execute, type Resource } from './operation';
import { readDeviceId } from './parameters';

const fields: INodeProperties[] = [
	deviceField,
	flagField(
		'Wait for Result',
		'waitForResult',
		true,
		'Whether to wait until the door is locked or unlocked',
	),
	{
		...numberField(
			'Longest Wait (Seconds)',
			'longestWait',
			30,
			{ minValue: 1, maxValue: 300 },
			'How long to wait for the lock to answer',
		),
		displayOptions: { show: { waitForResult: [true] } },
	},
];

const move =
	(direction: 'lock' | 'unlock'): Execute =>
	async (run, item) => {
		const deviceId = await readDeviceId(run, item);
		const isWaiting = item.flag('waitForResult');
		const seconds = isWaiting ? item.number('longestWait') : 0;

		const begun = await moveLock(run, deviceId, direction);
		const attempt = await waitForActionAttempt(run, begun, seconds * 1_000);
		if (attempt.status === 'error') {
			const because = attempt.error?.message ?? attempt.error?.type;
			throw new Refusal(`Device ${deviceId} did not ${direction}${because ? `: ${because}` : ''}`, {
				parameter: 'device',
				fix: 'Read the lock with Seam Get Device: its problems say what to do.',
			});
		}
		if (isWaiting && attempt.status === 'pending') {
			throw new Refusal(
				`Device ${deviceId} has not said within ${seconds} seconds whether it did ${direction}`,
				{
					parameter: 'longestWait',
					fix: `It may still do so: look up action attempt ${attempt.action_attempt_id} later, or raise 'Longest Wait (Seconds)'.`,
				},
			);
		}
		return outcomes({ ...attempt, device_id: deviceId });
	};

export const lock: Resource = {
	name: 'Lock',
	operations: {
		lock: {
			name: 'Lock',
			description: 'Lock the door now',
			action: 'Lock door',
			effect: 'change',
			fields,
			execute: move('lock'),
		},
		unlock: {
			name: 'Unlock',
			description: 'Unlock the door now',
			action: 'Unlock door',
			effect: 'open',
			fields,
			execute: move('unlock'),
		},
	},
	default: 'lock',
};
