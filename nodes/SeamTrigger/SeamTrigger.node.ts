import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { toNodeError } from '../shared/api/nodeError';
import { loadDevices, searchConnectedAccounts, searchDevices } from '../shared/ui/editorLists';
import { addToEventField } from './attachments';
import { triggerOptions } from './eventGroups';
import { filterConnectedAccountField, filterDeviceField, filterDevicesField } from './filters';
import { collectionField } from '../shared/ui/fieldKinds';
import { CHOSEN_NAME, TITLE_CASE } from '../shared/ui/subtitle';

/** Starts a workflow on Seam's events. It keeps one webhook at Seam and trusts nothing that Seam has not signed. */
export class SeamTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Seam Trigger',
		name: 'seamTrigger',
		icon: { light: 'file:../../icons/seam.svg', dark: 'file:../../icons/seam.dark.svg' },
		group: ['trigger'],
		// Not 1: n8n evaluates an expression at each delivery to a webhook node of version 1.
		version: 1.1,
		subtitle:
			`={{ ((events, lock) => events.slice(0, 2).map((event) => event === "*" ? "All Events" : ${TITLE_CASE}(event.replace(".", ": ").replace(/[._]/g, " "))).join(", ")` +
			' + (events.length > 2 ? " and " + (events.length - 2) + " More" : "") + (lock ? " · " + lock : ""))' +
			`([$parameter["events"] ?? []].flat(), ${CHOSEN_NAME}($parameter["filters"]?.device)) }}`,
		// In its panel n8n shows this one for the trigger and for the node Seam, which it lists as one.
		description:
			'Work with access codes, grants, locks, spaces and thermostats in Seam; the trigger starts the workflow when something happens to a lock or a code',
		eventTriggerDescription: 'Waiting for Seam to send an event',
		activationMessage: 'Seam now sends its events to this workflow.',
		defaults: { name: 'Seam Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'seamApi', required: true }],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'seam' }],
		properties: [
			{
				displayName: 'Trigger On',
				name: 'events',
				type: 'multiOptions',
				required: true,
				default: [],
				options: triggerOptions,
			},
			collectionField('Filters', 'filters', [
				filterDevicesField,
				filterConnectedAccountField,
				filterDeviceField,
			]),
			collectionField('Options', 'options', [addToEventField]),
		],
	};

	methods = {
		listSearch: { searchConnectedAccounts, searchDevices },
		loadOptions: { loadDevices },
	};

	webhookMethods = {
		default: {
			// What only a published workflow needs is loaded by the first one: n8n loads every node at its start.
			async checkExists(this: IHookFunctions): Promise<boolean> {
				const { isRegistered } = await import('./registration');
				try {
					return await isRegistered(this);
				} catch (error) {
					throw toNodeError(this.getNode(), error);
				}
			},

			async create(this: IHookFunctions): Promise<boolean> {
				const { register } = await import('./registration');
				try {
					await register(this);
					return true;
				} catch (error) {
					throw toNodeError(this.getNode(), error);
				}
			},

			async delete(this: IHookFunctions): Promise<boolean> {
				const { unregister } = await import('./registration');
				return await unregister(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { receive } = await import('./delivery');
		return await receive(this);
	}
}
