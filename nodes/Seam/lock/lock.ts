import type { Operation } from '../operation';
import { move, moveFields } from './move';

export const lockDoor: Operation = {
	name: 'Lock',
	description: 'Lock the door now',
	action: 'Lock door',
	effect: 'change',
	fields: moveFields,
	execute: move('lock'),
};
