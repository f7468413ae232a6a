// What the pictures of panels are taken with.
import type { Page } from 'playwright-core';
import type { N8n, Sandbox } from '../../test/e2e/harness/index.mts';

export interface PanelStage {
	n8n: N8n;
	sandbox: Sandbox;
	credential: { id: string; name: string };
	/** Signed in to the editor. */
	page: Page;
	/** Waits until nothing is loaded or moves any more. */
	atRest: () => Promise<void>;
	/** Takes the picture of that name, in light and dark. */
	shoot: (name: string) => Promise<void>;
	isWanted: (subject: { name: string }) => boolean;
}
