import type { INodeProperties } from 'n8n-workflow';

import type { lockDoor } from '../../shared/api/locks';
import { deviceField } from '../../shared/ui/deviceField';
import type { Execute } from '../operation';
import { readDeviceId } from '../parameters';
import { moving, readWait, settled, waitFields } from '../deviceAction';

export const moveFields: INodeProperties[] = [
	deviceField,
	...waitFields('Whether to wait until the door is locked or unlocked'),
];

/** Locks or unlocks a door. @param begin The call that does it */
export const move =
	(direction: 'lock' | 'unlock', begin: typeof lockDoor): Execute =>
	async (run, item) => {
		const deviceId = await readDeviceId(run, item);
		const seconds = readWait(item);
		const begun = await begin(run, deviceId);
		return await settled(run, begun, { deviceId, seconds, wording: moving(direction) });
	};
