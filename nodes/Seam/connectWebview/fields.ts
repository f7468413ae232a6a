import type { INodeProperties } from 'n8n-workflow';

import { connectWebviewField } from '../../shared/ui/recordFields';

export const connectWebviewIdField: INodeProperties = { ...connectWebviewField, required: true };
