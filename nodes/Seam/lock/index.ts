import type { Resource } from '../operation';
import { configureAutoLock } from './configureAutoLock';
import { lockNow } from './lock';
import { unlockNow } from './unlock';

export const lock: Resource = {
	name: 'Lock',
	operations: { configureAutoLock, lock: lockNow, unlock: unlockNow },
	default: 'lock',
};
