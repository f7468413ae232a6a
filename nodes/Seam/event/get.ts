import { getEvent } from '../../shared/api/events';
import { requiredTextField } from '../../shared/ui/fieldKinds';
import { outcomes, type Operation } from '../operation';

export const get: Operation = {
	name: 'Get',
	description: 'Retrieve one event',
	action: 'Get event',
	effect: 'read',
	fields: [requiredTextField('Event ID', 'eventId', 'e.g. {{ $json.event_id }}')],
	execute: async (run, item) => outcomes(await getEvent(run, item.text('eventId'))),
};
