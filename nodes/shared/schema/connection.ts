import { z } from 'zod';

import { tolerant } from './tolerant';

/** An account at a lock maker, through which Seam reaches the maker's devices. */
export const connectedAccountSchema = z
	.object({
		connected_account_id: z.string(),
		display_name: tolerant(z.string()),
		account_type: tolerant(z.string()),
	})
	.passthrough();

/** The page on which a person connects such an account. */
export const connectWebviewSchema = z
	.object({
		connect_webview_id: z.string(),
		url: tolerant(z.string()),
		status: tolerant(z.string()),
		connected_account_id: tolerant(z.string()),
	})
	.passthrough();

export type ConnectedAccount = z.infer<typeof connectedAccountSchema>;
export type ConnectWebview = z.infer<typeof connectWebviewSchema>;
