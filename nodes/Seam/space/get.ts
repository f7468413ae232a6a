import { getSpace } from '../../shared/api/spaces';
import { outcomes, type Operation } from '../operation';
import { readSpace, spaceFields } from './fields';

export const get: Operation = {
	name: 'Get',
	description: 'Retrieve one space by its ID or your key',
	action: 'Get space',
	effect: 'read',
	fields: spaceFields,
	execute: async (run, item) => outcomes(await getSpace(run, readSpace(item))),
};
