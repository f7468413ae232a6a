import { searchEvents } from '../../shared/api/events';
import { Refusal } from '../../shared/refusal';
import { formatInZone } from '../../shared/time/format';
import { collectionField, textField, timeField } from '../../shared/ui/fieldKinds';
import { eventTypeOptions } from '../../shared/ui/eventTypes';
import { accountFilter, deviceFilter, filterBy } from '../../shared/ui/filterFields';
import { accessCodeField, connectWebviewField, entranceField } from '../../shared/ui/recordFields';
import { severalDevicesField, severalSpacesField } from '../../shared/ui/severalField';
import { simplifyField } from '../../shared/ui/simplifyField';
import { limitField, returnAllField } from '../fields';
import type { Operation } from '../operation';
import { given, readLimit } from '../parameters';
import { optionalTime } from '../times';
import { simplifiedEvents } from './summary';

const listField = (label: string, name: string, what: string) =>
	textField(label, name, `Only what happened to ${what}; IDs with commas between them`);

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
			filterBy(accessCodeField, 'Only what happened to this code'),
			listField('Access Code IDs', 'accessCodeIds', 'these codes'),
			textField(
				'Access Credential ID',
				'acsCredentialId',
				'Only what happened to this credential of an access system',
			),
			listField('Access Grant IDs', 'accessGrantIds', 'these grants'),
			listField('Access Method IDs', 'accessMethodIds', 'these access methods'),
			textField(
				'Access System Group ID',
				'acsAccessGroupId',
				'Only what happened to this group of an access system',
			),
			listField('Access System IDs', 'acsSystemIds', 'these access systems'),
			textField(
				'Access System User ID',
				'acsUserId',
				'Only what happened to this user of an access system',
			),
			textField('Card Encoder ID', 'acsEncoderId', 'Only what happened to this card encoder'),
			filterBy(connectWebviewField, 'Only what happened on this page'),
			accountFilter('Only what happened to this account and its devices'),
			textField('Customer Key', 'customerKey', 'Only what belongs to this customer of yours'),
			deviceFilter('Only what happened to this device'),
			severalDevicesField(
				'Device Names or IDs',
				'deviceIds',
				'Only what happened to these devices',
			),
			filterBy(
				{ ...entranceField, name: 'acsEntranceId' },
				'Only what happened to this entrance of an access system',
			),
			textField('Event IDs', 'eventIds', 'Only these events, with commas between their IDs'),
			{
				displayName: 'Event Types',
				name: 'eventTypes',
				type: 'multiOptions',
				options: eventTypeOptions,
				default: [],
				description: 'Only events of these types',
			},
			severalSpacesField('Space Names or IDs', 'spaceIds', 'Only what happened to these spaces'),
			timeField(
				'Until',
				'until',
				"Only events up to then. Without a time zone, the workflow's is used.",
			),
			textField('User Identity ID', 'userIdentityId', 'Only what happened to this person'),
		]),
		simplifyField,
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
		// An expression that gives nothing would ask for the events of all devices.
		filters.given('deviceIds');
		const deviceIds = await run.devices.idsOf(run, filters.devices('deviceIds'));
		const wanted = given({
			access_code_id: filters.textIfAny('accessCodeId'),
			access_code_ids: filters.optionalTexts('accessCodeIds'),
			access_grant_ids: filters.optionalTexts('accessGrantIds'),
			access_method_ids: filters.optionalTexts('accessMethodIds'),
			acs_access_group_id: filters.textIfAny('acsAccessGroupId'),
			acs_credential_id: filters.textIfAny('acsCredentialId'),
			acs_encoder_id: filters.textIfAny('acsEncoderId'),
			acs_entrance_id: filters.textIfAny('acsEntranceId'),
			acs_system_ids: filters.optionalTexts('acsSystemIds'),
			acs_user_id: filters.textIfAny('acsUserId'),
			connect_webview_id: filters.textIfAny('connectWebviewId'),
			connected_account_id: filters.account('connectedAccountId') ?? undefined,
			customer_key: filters.textIfAny('customerKey'),
			device_id: filters.deviceId('deviceId'),
			device_ids: deviceIds.length > 0 ? deviceIds : undefined,
			event_ids: filters.optionalTexts('eventIds'),
			event_types: filters.optionalTexts('eventTypes'),
			space_ids: filters.optionalTexts('spaceIds'),
			user_identity_id: filters.textIfAny('userIdentityId'),
			from,
			to: until ?? formatInZone(run.now, null),
		});
		return simplifiedEvents(item, await searchEvents(run, wanted, readLimit(item)));
	},
};
