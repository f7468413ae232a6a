import type { INodeProperties, INodePropertyRegexValidation } from 'n8n-workflow';

import { connectedAccountField } from '../../../../nodes/shared/ui/connectedAccountField';
import { readConnectedAccountId } from '../../../../nodes/shared/ui/connectedAccountReference';
import { deviceField } from '../../../../nodes/shared/ui/deviceField';
import { readDeviceReference } from '../../../../nodes/shared/ui/deviceReference';

const ID = '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905';

const idMode = (field: INodeProperties) => {
	const mode = field.modes?.find(({ name }) => name === 'id');
	const validation = mode?.validation?.[0] as INodePropertyRegexValidation;
	return {
		// The editor puts the anchors around a validation itself.
		accepts: (text: string) => new RegExp(`^${validation.properties.regex}$`).test(text),
		extracts: (text: string) => new RegExp(mode?.extractValue?.regex as string).exec(text)?.[1],
	};
};

/** The editor must neither warn of what the node takes nor let pass what it refuses. */
describe.each([
	['a device', deviceField, 'devices', readDeviceReference],
	['a connected account', connectedAccountField, 'connected-accounts', readConnectedAccountId],
])('the field for %s', (_, field, page, read) => {
	it.each([ID, ID.toUpperCase(), `https://console.seam.co/${page}/${ID}`, ` ${ID} `])(
		'takes what the node takes: %s',
		(text) => {
			expect(idMode(field).accepts(text)).toBe(true);
			expect(idMode(field).extracts(text)?.toLowerCase()).toBe(ID);
			expect(() => read({ mode: 'id', value: text })).not.toThrow();
		},
	);

	it.each(['Front Door', ID.slice(1), `${ID}0`, `https://console.seam.co/${page}`])(
		'warns of what the node refuses: %s',
		(text) => {
			expect(idMode(field).accepts(text)).toBe(false);
			expect(idMode(field).extracts(text)).toBeUndefined();
			expect(() => read({ mode: 'id', value: text })).toThrow();
		},
	);
});
