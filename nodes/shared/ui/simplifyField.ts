import type { INodeProperties } from 'n8n-workflow';

/** Whether a node returns the few fields that workflows use, or Seam's object as it is. */
export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};
