import { unlockDoor } from '../../shared/api/locks';
import type { Operation } from '../operation';
import { move, moveFields } from './move';

export const unlockNow: Operation = {
	name: 'Unlock',
	description: 'Unlock the door now',
	action: 'Unlock door',
	effect: 'open',
	fields: moveFields,
	execute: move('unlock', unlockDoor),
};
