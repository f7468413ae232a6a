import type { Resource } from '../operation';
import { createMultiple } from './createMultiple';
import { deleteCode } from './delete';
import { generatePin } from './generatePin';
import { get } from './get';
import { getMany } from './getMany';
import { handBack } from './handBack';
import { pullBackup } from './pullBackup';
import { reportConstraints } from './reportConstraints';
import { update } from './update';
import { updateMultiple } from './updateMultiple';

export const accessCode: Resource = {
	name: 'Access Code',
	operations: {
		createMultiple,
		delete: deleteCode,
		generatePin,
		get,
		getMany,
		handBack,
		pullBackup,
		reportConstraints,
		update,
		updateMultiple,
	},
	default: 'get',
};
