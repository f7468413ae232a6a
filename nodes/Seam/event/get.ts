import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { getEvent } from '../../shared/api/events';
import { outcomes, type Operation } from '../operation';

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

export const execute: Operation = async (run, itemIndex, item) => {
	const id = item.text('eventId');
	return outcomes(await getEvent(run.context, id, itemIndex));
};
