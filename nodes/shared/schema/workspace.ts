import { z } from 'zod';

import { tolerant } from './tolerant';

export const workspaceSchema = z
	.object({
		workspace_id: z.string(),
		name: tolerant(z.string()),
		is_sandbox: tolerant(z.boolean()),
		is_suspended: tolerant(z.boolean()),
	})
	.passthrough();

export type Workspace = z.infer<typeof workspaceSchema>;
