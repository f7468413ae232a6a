import { z } from 'zod';

import { openObject, tolerant } from './tolerant';

export const workspaceSchema = openObject({
	workspace_id: z.string(),
	name: tolerant(z.string()),
	is_sandbox: tolerant(z.boolean()),
	is_suspended: tolerant(z.boolean()),
});

export type Workspace = z.infer<typeof workspaceSchema>;
