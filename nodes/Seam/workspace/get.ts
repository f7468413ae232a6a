import { getWorkspace } from '../../shared/api/workspaces';
import { outcomes, type Operation } from '../operation';

export const get: Operation = {
	name: 'Get',
	description: 'Retrieve the workspace that the key belongs to',
	action: 'Get workspace',
	effect: 'read',
	fields: [],
	execute: async (run) => outcomes(await getWorkspace(run)),
};
