// The pictures of parameter panels, with a sample of what comes out beside them.
import { closePanel, cutNames, downThePanel, openCanvas, openPanel } from './panel.mts';
import type { PanelStage } from './stage.mts';
import type { Subject } from './subjects.mts';
import { createWorkflow, type ItemsOf } from './workflow.mts';

/** @returns the names of fields that were cut off, each with its panel. */
export async function takePanels(
	{ n8n, credential, page, atRest, shoot, isWanted }: PanelStage,
	subjects: Subject[],
	itemsOf: ItemsOf,
): Promise<string[]> {
	const cut: string[] = [];
	const wanted = subjects.filter(isWanted);
	if (wanted.length === 0) return cut;
	await openCanvas(page, await createWorkflow(n8n, wanted, credential, itemsOf));
	for (const { name } of wanted) {
		await openPanel(page, name);
		await atRest();
		cut.push(...(await cutNames(page)).map((label) => `${name}: ${label}`));
		await downThePanel(page, async (piece) => await shoot(`${name}-${piece}`));
		await closePanel(page);
	}
	return cut;
}
