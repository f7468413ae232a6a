import type { INodeProperties } from 'n8n-workflow';

import { SEAM_ID } from './seamId';

/**
 * One of Seam's records, chosen from a list with search or by ID. Read its value as text; the node that uses it lists
 * `searchListMethod` among its `methods.listSearch`.
 */
function recordField(
	displayName: string,
	name: string,
	searchListMethod: string,
	description: string,
): INodeProperties {
	const what = displayName.toLowerCase();
	const article = /^[aeiou]/.test(what) ? 'an' : 'a';
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Select ${article} ${what}...`,
				typeOptions: { searchListMethod, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 9c1f7c1e-2f6b-4d7a-8a4e-5b0d3e6f7a81',
				validation: [
					{
						type: 'regex',
						properties: { regex: SEAM_ID, errorMessage: `Not the ID of ${article} ${what}` },
					},
				],
			},
		],
	};
}

/** A code that Seam manages. */
export const accessCodeField = recordField(
	'Access Code',
	'accessCodeId',
	'searchAccessCodes',
	'The code to work with, such as the one that Seam Create Access Code returns',
);

/** A code on a lock that Seam manages, made outside Seam. */
export const unmanagedAccessCodeField: INodeProperties = recordField(
	'Access Code',
	'accessCodeId',
	'searchUnmanagedAccessCodes',
	'The code that was made outside Seam',
);

export const accessGrantField = recordField(
	'Access Grant',
	'accessGrantId',
	'searchAccessGrants',
	'The grant to work with',
);

export const spaceField = recordField('Space', 'spaceId', 'searchSpaces', 'The space to work with');

export const connectWebviewField = recordField(
	'Connect Webview',
	'connectWebviewId',
	'searchConnectWebviews',
	'The page to work with',
);

export const entranceField = recordField(
	'Entrance',
	'entranceId',
	'searchEntrances',
	'The entrance to work with',
);

export const accessMethodField = recordField(
	'Access Method',
	'accessMethodId',
	'searchAccessMethods',
	"The PIN, card or key, such as one of the grant's access_method_ids",
);

export const thermostatScheduleField = recordField(
	'Thermostat Schedule',
	'thermostatScheduleId',
	'searchThermostatSchedules',
	'The schedule to work with',
);

export const noiseThresholdField = recordField(
	'Noise Threshold',
	'noiseThresholdId',
	'searchNoiseThresholds',
	'The threshold to work with, one of those of the sensor',
);
