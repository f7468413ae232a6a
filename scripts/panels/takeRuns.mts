// The pictures of what comes out of runs, as a table, and of the main ones as JSON.
import { closePanel, executeNode, openCanvas, openPanel, showAs } from './panel.mts';
import { prepareRuns } from './runs.mts';
import type { PanelStage } from './stage.mts';
import { createWorkflow } from './workflow.mts';

/** @param versions of the nodes, by their types. */
export async function takeRuns(
	{ n8n, sandbox, credential, page, atRest, shoot, isWanted }: PanelStage,
	versions: ReadonlyMap<string, number>,
): Promise<void> {
	const runs = (await prepareRuns(sandbox, versions)).filter(isWanted);
	if (runs.length === 0) return;
	await openCanvas(page, await createWorkflow(n8n, runs, credential));
	for (const { name, isMain, isWaiting } of runs) {
		await openPanel(page, name);
		await executeNode(page, isWaiting);
		await atRest();
		await shoot(name);
		if (isMain) {
			await showAs(page, 'json');
			await shoot(`${name}-json`);
			await showAs(page, 'table');
		}
		await closePanel(page);
	}
}
