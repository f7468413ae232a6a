import { getWorkspace } from '../shared/api/workspaces';
import { outcomes, type Resource } from './operation';

export const workspace: Resource = {
	name: 'Workspace',
	operations: {
		get: {
			name: 'Get',
			description: 'Retrieve the workspace that the key belongs to',
			action: 'Get workspace',
			effect: 'read',
			fields: [],
			execute: async (run) => outcomes(await getWorkspace(run)),
		},
	},
	default: 'get',
};
