import type { Resource } from '../operation';
import { createMultiple } from './createMultiple';
import { deleteCode } from './delete';
import { generatePin } from './generatePin';
import { get } from './get';
import { getMany } from './getMany';
import { pullBackup } from './pullBackup';
import { update } from './update';

export const accessCode: Resource = {
	name: 'Access Code',
	operations: { createMultiple, delete: deleteCode, generatePin, get, getMany, pullBackup, update },
	default: 'get',
};
