import type { Resource } from '../operation';
import { configureAutoLock } from './configureAutoLock';
import { lockDoor } from './lock';
import { unlockDoor } from './unlock';

export const lock: Resource = {
	name: 'Lock',
	operations: { configureAutoLock, lock: lockDoor, unlock: unlockDoor },
	default: 'lock',
};
