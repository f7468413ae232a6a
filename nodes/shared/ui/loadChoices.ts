import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { toNodeError } from '../api/nodeError';
import { seamList } from '../api/request';
import { byName } from './labels';
import { DEVICES, deviceLabel } from './searchDevices';
import { PAGE_SIZE, type SearchedList } from './searchPage';
import { ENTRANCES, entranceLabel, SPACES, spaceLabel } from './searchRecords';

/**
 * The editor asks for the lists of a node that it has just added before it has chosen the credential, and not again when
 * it has.
 */
export const lacksCredential = (context: ILoadOptionsFunctions): boolean =>
	context.getNode().credentials?.seamApi === undefined;

const only = (name: string): INodePropertyOptions[] => [{ name, value: '' }];
const LATER = only("Not loaded yet: choose Refresh List in this field's menu");

/** The lists of the fields that pick several records: all that there are, in alphabetical order. */
const load = <T>(
	list: SearchedList<T>,
	idOf: (record: T) => string,
	labelOf: (record: T) => string,
) =>
	async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		if (lacksCredential(this)) return LATER;
		try {
			const records = await seamList(this, { ...list, body: { limit: PAGE_SIZE }, itemIndex: 0 });
			return records.map((record) => ({ name: labelOf(record), value: idOf(record) })).sort(byName);
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};

export const loadDevices = load(DEVICES, ({ device_id }) => device_id, deviceLabel);

export const loadSpaces = load(SPACES, ({ space_id }) => space_id, spaceLabel);

export const loadEntrances = load(
	ENTRANCES,
	({ acs_entrance_id }) => acs_entrance_id,
	entranceLabel,
);
