import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { getEvent } from '../../shared/api/events';
import { outcomes, type Operation } from '../operation';
import { readText } from '../parameters';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['event'], operation: ['get'] } },
	[
		{
			displayName: 'Event ID',
			name: 'eventId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. {{ $json.event_id }}',
		},
	],
);

export const execute: Operation = async (run, itemIndex) => {
	const id = readText(run, 'eventId', 'Event ID', itemIndex);
	return outcomes(await getEvent(run.context, id, itemIndex));
};
