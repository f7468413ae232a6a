import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { searchEvents } from '../../shared/api/events';
import { Refusal } from '../../shared/refusal';
import { formatInZone } from '../../shared/time/format';
import { limitField, returnAllField } from '../fields';
import { outcomes, type Operation } from '../operation';
import { given, readLimit } from '../parameters';
import { optionalTime } from '../times';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['event'], operation: ['getMany'] } },
	[
		{
			displayName: 'Since',
			name: 'since',
			type: 'dateTime',
			required: true,
			default: '',
			description: "Only events from then on. Without a time zone, the workflow's is used.",
		},
		returnAllField,
		limitField,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Access Code ID',
					name: 'accessCodeId',
					type: 'string',
					default: '',
					description: 'Only what happened to this code',
				},
				{
					displayName: 'Connected Account ID',
					name: 'connectedAccountId',
					type: 'string',
					default: '',
					description: 'Only what happened to this account and its devices',
				},
				{
					displayName: 'Device ID',
					name: 'deviceId',
					type: 'string',
					default: '',
					description: 'Only what happened to this device',
				},
				{
					displayName: 'Event Types',
					name: 'eventTypes',
					type: 'string',
					default: '',
					placeholder: 'e.g. access_code.set_on_device, lock.unlocked',
					description: "Seam's event types, with commas between them",
				},
				{
					displayName: 'Until',
					name: 'until',
					type: 'dateTime',
					default: '',
					description: "Only events up to then. Without a time zone, the workflow's is used.",
				},
			],
		},
	],
);

export const execute: Operation = async (run, itemIndex, item) => {
	const { context } = run;
	const filters = item.collection('filters');
	const zone = () => context.getTimezone();
	const from = await optionalTime(item, 'since', 'start', zone);
	if (from === undefined) {
		throw new Refusal("'Since' is empty", {
			parameter: 'since',
			fix: 'Give the time of the earliest events, like {{ $now.minus({ days: 1 }) }}.',
		});
	}
	const until = await optionalTime(filters, 'until', 'end', zone);
	const events = await searchEvents(
		context,
		{
			...given({
				access_code_id: filters.textIfAny('accessCodeId'),
				connected_account_id: filters.textIfAny('connectedAccountId'),
				device_id: filters.textIfAny('deviceId'),
				event_types: filters.optionalTexts('eventTypes'),
			}),
			from,
			to: until ?? formatInZone(run.now, null),
		},
		itemIndex,
		readLimit(item),
	);
	return outcomes(events);
};
