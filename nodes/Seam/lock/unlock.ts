import type { Operation } from '../operation';
import { move, moveFields } from './move';

export const unlockDoor: Operation = {
	name: 'Unlock',
	description: 'Unlock the door now',
	action: 'Unlock door',
	effect: 'open',
	fields: moveFields,
	execute: move('unlock'),
};
