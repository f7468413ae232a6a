import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { searchEvents } from '../../shared/api/events';
import { Refusal } from '../../shared/refusal';
import { formatInZone } from '../../shared/time/format';
import { limitField, returnAllField } from '../fields';
import { outcomes, type Operation } from '../operation';
import {
	given,
	optionalList,
	optionalText,
	optionalTime,
	readCollection,
	readLimit,
} from '../parameters';

export const properties: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['event'], operation: ['getMany'] } },
	[
		{
			displayName: 'Since',
			name: 'since',
			type: 'dateTime',
			required: true,
			default: '',
			description: "The earliest events; without an offset it is meant in the workflow's time zone",
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
					description: "Seam's names of events, with commas between them",
				},
				{
					displayName: 'Until',
					name: 'until',
					type: 'dateTime',
					default: '',
					description:
						"The latest events; without an offset it is meant in the workflow's time zone",
				},
			],
		},
	],
);

export const execute: Operation = async (run, itemIndex) => {
	const { context } = run;
	const filters = readCollection(run, 'filters', itemIndex);
	const zone = () => context.getTimezone();
	const from = await optionalTime(
		context.getNodeParameter('since', itemIndex, ''),
		{ name: 'since', label: 'Since', end: 'start' },
		zone,
	);
	if (from === undefined) {
		throw new Refusal("'Since' is empty", {
			parameter: 'since',
			fix: 'Say from when on events are wanted, like {{ $now.minus({ days: 1 }) }}.',
		});
	}
	const until = await optionalTime(
		filters.until,
		{ name: 'filters.until', label: 'Until', end: 'end' },
		zone,
	);
	const events = await searchEvents(
		context,
		{
			...given({
				access_code_id: optionalText(filters.accessCodeId),
				connected_account_id: optionalText(filters.connectedAccountId),
				device_id: optionalText(filters.deviceId),
				event_types: optionalList(filters.eventTypes),
			}),
			from,
			to: until ?? formatInZone(run.now, null),
		},
		itemIndex,
		readLimit(run, itemIndex),
	);
	return outcomes(events);
};
