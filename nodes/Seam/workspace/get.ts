import { getWorkspace } from '../../shared/api/workspaces';
import { outcomes, type Operation } from '../operation';

export const execute: Operation = async (run, itemIndex) =>
	outcomes(await getWorkspace(run.context, itemIndex));
