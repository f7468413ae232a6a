import { getWorkspace } from '../shared/api/workspaces';
import { outcomes, type Resource } from './operation';

export const workspace: Resource = {
	name: 'Workspace',
	operations: {
		get: {
			name: 'Get',
			description: 'Retrieve the workspace that the key belongs to',
			action: 'Get workspace',
			fields: [],
			execute: async (run, itemIndex) => outcomes(await getWorkspace(run.context, itemIndex)),
		},
	},
	default: 'get',
};
