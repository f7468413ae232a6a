import { deleteConnectWebview } from '../../shared/api/connections';
import { deletedOrGone } from '../deletedOrGone';
import type { Operation } from '../operation';
import { connectWebviewIdField } from './fields';

export const deleteOne: Operation = {
	name: 'Delete',
	description: 'Close a page that nobody is to use any more; an account connected on it stays',
	action: 'Delete connect webview',
	effect: 'delete',
	fields: [connectWebviewIdField],
	execute: async (run, item) => {
		const id = item.text('connectWebviewId');
		return await deletedOrGone(deleteConnectWebview(run, id));
	},
};
