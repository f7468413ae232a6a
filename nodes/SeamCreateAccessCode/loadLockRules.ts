import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { createDeviceReader } from '../shared/api/deviceReader';
import { toNodeError } from '../shared/api/nodeError';
import { readDeviceReference } from '../shared/ui/deviceReference';
import { lacksCredential } from '../shared/ui/loadChoices';
import { isEmpty, readLocator } from '../shared/ui/locator';
import { lockRulesOf } from './lockRules';

/** What the chosen lock takes, as the choices of a field to read: the closed field shows the first one. */
export async function loadLockRules(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const device: unknown = this.getCurrentNodeParameter('device');
	const { given } = readLocator(device);
	if (isEmpty(given)) return only('Choose a device first');
	if (typeof given === 'string' && given.startsWith('=')) {
		return only(
			'The device comes from an expression: choose one from the list to see what it takes',
		);
	}
	if (lacksCredential(this)) return only('Choose a credential first');
	try {
		const item = { context: this, itemIndex: 0 };
		const lock = await createDeviceReader().get(item, readDeviceReference(device));
		return lockRulesOf(lock, Date.now()).map(({ rule, meaning }, index) => ({
			name: rule,
			value: index === 0 ? '' : `rule-${index}`,
			...(meaning === undefined ? {} : { description: meaning }),
		}));
	} catch (error) {
		// n8n shows an error here as “Error fetching options”, without what it says.
		return only(toNodeError(this.getNode(), error).message);
	}
}

const only = (text: string): INodePropertyOptions[] => [{ name: text, value: '' }];
