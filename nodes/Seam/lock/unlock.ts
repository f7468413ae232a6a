import type { Operation } from '../operation';
import { move, moveFields } from './move';

export const unlockDoor: Operation = {
	name: 'Unlock',
	description: 'Unlock the door now',
	action: 'Unlock door',
	fields: moveFields,
	execute: move('unlock'),
};
