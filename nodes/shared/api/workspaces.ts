import { workspaceSchema, type Workspace } from '../schema/workspace';
import type { SeamContext } from './context';
import { answerWith } from './endpoint';
import { seamRequest } from './request';

/** Reads the workspace of the credential. */
export async function getWorkspace(context: SeamContext, itemIndex: number): Promise<Workspace> {
	return await seamRequest(context, {
		path: '/workspaces/get',
		body: {},
		schema: answerWith('workspace', workspaceSchema),
		itemIndex,
		subject: 'the workspace of this key',
		isRepeatable: true,
	});
}
