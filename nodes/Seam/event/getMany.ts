import { searchEvents } from '../../shared/api/events';
import { Refusal } from '../../shared/refusal';
import { formatInZone } from '../../shared/time/format';
import { collectionField, textField, timeField } from '../../shared/ui/fieldKinds';
import { limitField, returnAllField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { given, readLimit } from '../parameters';
import { optionalTime } from '../times';

export const getMany: Operation = {
	name: 'Get Many',
	description: 'Retrieve what happened since a point in time',
	action: 'Get many events',
	effect: 'read',
	fields: [
		{
			...timeField(
				'Since',
				'since',
				"Only events from then on. Without a time zone, the workflow's is used.",
			),
			required: true,
		},
		returnAllField,
		limitField,
		collectionField('Filters', 'filters', [
			textField('Access Code ID', 'accessCodeId', 'Only what happened to this code'),
			textField(
				'Connected Account ID',
				'connectedAccountId',
				'Only what happened to this account and its devices',
			),
			textField('Device ID', 'deviceId', 'Only what happened to this device'),
			textField(
				'Event Types',
				'eventTypes',
				"Seam's event types, with commas between them",
				'e.g. access_code.set_on_device, lock.unlocked',
			),
			timeField(
				'Until',
				'until',
				"Only events up to then. Without a time zone, the workflow's is used.",
			),
		]),
	],
	execute: async (run, item) => {
		const filters = item.collection('filters');
		const zone = () => run.context.getTimezone();
		const from = await optionalTime(item, 'since', 'start', zone);
		if (from === undefined) {
			throw new Refusal("'Since' is empty", {
				parameter: 'since',
				fix: 'Give the time of the earliest events, like {{ $now.minus({ days: 1 }) }}.',
			});
		}
		const until = await optionalTime(filters, 'until', 'end', zone);
		const wanted = given({
			access_code_id: filters.textIfAny('accessCodeId'),
			connected_account_id: filters.textIfAny('connectedAccountId'),
			device_id: filters.textIfAny('deviceId'),
			event_types: filters.optionalTexts('eventTypes'),
			from,
			to: until ?? formatInZone(run.now, null),
		});
		return outcomes(await searchEvents(run, wanted, readLimit(item)));
	},
};
