import { getEvent } from '../../shared/api/events';
import { requiredTextField } from '../../shared/ui/fieldKinds';
import { simplifyField } from '../../shared/ui/simplifyField';
import type { Operation } from '../operation';
import { simplifiedEvents } from './summary';

export const get: Operation = {
	name: 'Get',
	description: 'Retrieve one event',
	action: 'Get event',
	effect: 'read',
	fields: [
		requiredTextField(
			'Event ID',
			'eventId',
			'The ID of the event, as Seam Trigger puts it out',
			'e.g. de11cc9d-ea95-4c21-ae9c-82b1478c281d',
		),
		simplifyField,
	],
	execute: async (run, item) => simplifiedEvents(item, await getEvent(run, item.text('eventId'))),
};
