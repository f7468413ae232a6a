import { lockDoor } from '../../shared/api/locks';
import type { Operation } from '../operation';
import { move, moveFields } from './move';

export const lockNow: Operation = {
	name: 'Lock',
	description: 'Lock the door now',
	action: 'Lock door',
	effect: 'change',
	fields: moveFields,
	execute: move('lock', lockDoor),
};
