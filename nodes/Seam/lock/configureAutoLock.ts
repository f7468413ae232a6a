import { configureAutoLock as askForAutoLock } from '../../shared/api/locks';
import { deviceField } from '../../shared/ui/deviceField';
import { flagField, numberField } from '../../shared/ui/fieldKinds';
import type { Operation } from '../operation';
import { given, readDeviceId } from '../parameters';
import { readWait, settled, waitFields } from '../deviceAction';

const WORDING = { verb: 'change auto-lock', done: 'changed auto-lock', isConfirmed: false };

export const configureAutoLock: Operation = {
	name: 'Configure Auto-Lock',
	description: 'Have the door lock by itself some time after it was unlocked, or not any more',
	action: 'Configure auto lock',
	effect: 'change',
	fields: [
		deviceField,
		flagField(
			'Lock Automatically',
			'autoLockEnabled',
			true,
			'Whether the door locks by itself after it was unlocked',
		),
		{
			...numberField(
				'Delay (Seconds)',
				'autoLockDelay',
				30,
				{ minValue: 1, maxValue: 60, numberPrecision: 0 },
				'How long after it was unlocked the door locks',
			),
			displayOptions: { show: { autoLockEnabled: [true] } },
		},
		...waitFields('Whether to wait until the lock has taken the setting'),
	],
	execute: async (run, item) => {
		const isEnabled = item.flag('autoLockEnabled');
		const setting = given({
			auto_lock_enabled: isEnabled,
			auto_lock_delay_seconds: isEnabled ? item.number('autoLockDelay') : undefined,
		});
		const seconds = readWait(item);
		const deviceId = await readDeviceId(run, item);
		const begun = await askForAutoLock(run, deviceId, setting);
		return await settled(run, begun, { deviceId, seconds, wording: WORDING });
	},
};
