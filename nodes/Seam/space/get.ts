import { getSpace } from '../../shared/api/spaces';
import { simplifyField } from '../../shared/ui/simplifyField';
import type { Operation } from '../operation';
import { readSpace, spaceFields } from './fields';
import { simplifiedSpaces } from './summary';

export const get: Operation = {
	name: 'Get',
	description: 'Retrieve one space by its ID or your key',
	action: 'Get space',
	effect: 'read',
	fields: [...spaceFields, simplifyField],
	execute: async (run, item) => simplifiedSpaces(item, await getSpace(run, readSpace(item))),
};
