import { workspaceSchema } from '../schema/workspace';
import { answerWith, endpoint } from './endpoint';

/** Reads the workspace of the credential. */
export const getWorkspace = endpoint(() => ({
	path: '/workspaces/get',
	body: {},
	schema: answerWith('workspace', workspaceSchema),
	subject: 'the workspace of this key',
	isRepeatable: true,
}));
