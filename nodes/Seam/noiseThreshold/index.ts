import type { Resource } from '../operation';
import { create } from './create';
import { deleteThreshold } from './delete';
import { getMany } from './getMany';
import { update } from './update';

export const noiseThreshold: Resource = {
	name: 'Noise Threshold',
	operations: { create, delete: deleteThreshold, getMany, update },
	default: 'create',
};
