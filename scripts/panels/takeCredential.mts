// The picture of the credential, saved and tested.
import type { PanelStage } from './stage.mts';

export async function takeCredential(stage: PanelStage): Promise<void> {
	const { n8n, credential, page, atRest, shoot, isWanted } = stage;
	const name = 'credential';
	if (!isWanted({ name })) return;
	await page.goto(`${n8n.baseUrl}/home/credentials/${credential.id}`);
	await page.getByTestId('parameter-input-apiKey').waitFor();
	await page.getByTestId('credentials-config-container-test-success').waitFor();
	await atRest();
	await shoot(name);
}
