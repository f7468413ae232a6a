import type { Resource } from '../operation';
import { getMany } from './getMany';
import { manage } from './manage';
import { setTimeZone } from './setTimeZone';
import { update } from './update';

export const device: Resource = {
	name: 'Device',
	operations: { getMany, manage, setTimeZone, update },
	default: 'getMany',
};
