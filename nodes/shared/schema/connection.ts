import { z } from 'zod';

import { openObject, tolerant } from './tolerant';

/** An account at a lock maker, through which Seam reaches the maker's devices. */
export const connectedAccountSchema = openObject({
	connected_account_id: z.string(),
	display_name: tolerant(z.string()),
	account_type: tolerant(z.string()),
	account_type_display_name: tolerant(z.string()),
});

/** The page on which a person connects such an account. */
export const connectWebviewSchema = openObject({
	connect_webview_id: z.string(),
	customer_key: tolerant(z.string()),
	created_at: tolerant(z.string()),
	url: tolerant(z.string()),
	status: tolerant(z.string()),
	connected_account_id: tolerant(z.string()),
});

export type ConnectedAccount = z.infer<typeof connectedAccountSchema>;
export type ConnectWebview = z.infer<typeof connectWebviewSchema>;
