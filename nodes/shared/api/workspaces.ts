import { workspaceSchema } from '../schema/workspace';
import { answerWith, endpoint, listEndpoint } from './endpoint';

/** Reads the workspace of the credential. */
export const getWorkspace = endpoint(() => ({
	path: '/workspaces/get',
	body: {},
	schema: answerWith('workspace', workspaceSchema),
	subject: 'the workspace of this key',
	isRepeatable: true,
}));

/** Reads the workspaces that the credential reaches; Seam does not page them. */
export const listWorkspaces = listEndpoint((asked: object) => ({
	path: '/workspaces/list',
	body: asked,
	field: 'workspaces',
	record: workspaceSchema,
	subject: 'the list of workspaces',
}));
