import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { toNodeError } from '../api/nodeError';
import { seamPage } from '../api/request';
import { accessCodeSchema } from '../schema/accessCode';
import type { Device } from '../schema/device';
import { daysOf } from './labels';
import { DEVICES, deviceName } from './searchDevices';
import { PAGE_SIZE } from './searchPage';

/** How many locks are asked for their codes at once. */
const LOCKS_AT_ONCE = 10;

/**
 * The codes of all locks, by name, lock and days. A PIN is never shown. Seam lists codes lock by lock only (Seam:
 * access_codes/list), so a page holds those of some locks; locks without a code that matches make no page of their own.
 */
const search = (path: string) =>
	async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		try {
			const results: INodeListSearchResult['results'] = [];
			let token = paginationToken;
			do {
				const { records, next } = await seamPage(
					this,
					{
						...DEVICES,
						...{ body: { limit: LOCKS_AT_ONCE }, itemIndex: 0 },
					},
					token,
				);
				const codes = records
					.filter(takesCodes)
					.map(async (device) => await choicesOn(this, path, device, filter));
				results.push(...(await Promise.all(codes)).flat());
				// A cursor that does not move on would be asked for ever.
				token = next === token ? undefined : next;
			} while (results.length === 0 && token !== undefined);
			return {
				results: results.sort((a, b) => a.name.localeCompare(b.name)),
				paginationToken: token,
			};
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};

export const searchAccessCodes = search('/access_codes/list');

export const searchUnmanagedAccessCodes = search('/access_codes/unmanaged/list');

/** Absent flags: never (Seam: device capabilities). */
const takesCodes = ({
	can_program_online_access_codes,
	can_program_offline_access_codes,
}: Device): boolean =>
	[can_program_online_access_codes, can_program_offline_access_codes].some(
		(flag) => flag !== undefined && flag !== null,
	);

async function choicesOn(
	context: ILoadOptionsFunctions,
	path: string,
	device: Device,
	filter: string | undefined,
): Promise<INodeListSearchResult['results']> {
	const { device_id } = device;
	const { records } = await seamPage(context, {
		...{ path, field: 'access_codes', record: accessCodeSchema, itemIndex: 0 },
		body: { device_id, limit: PAGE_SIZE, ...(filter ? { search: filter } : {}) },
	});
	return records.map(({ access_code_id, name, code, starts_at, ends_at }) => {
		// Some name a code after its PIN.
		const shown = code ? name?.replaceAll(code, '****') : name;
		return {
			name: `${shown ?? access_code_id} – ${deviceName(device)}${daysOf(starts_at, ends_at)}`,
			value: access_code_id,
		};
	});
}
