// Codes on several locks that share one PIN.
import { ApiError, refusedBy } from '../http/apiError.mts';
import { countCall } from '../http/rateLimits.mts';
import { newId } from '../ids.mts';
import { judgeCreate } from '../rules/judgeCreate.mts';
import type { CreateRequest } from '../rules/types.mts';
import { createCode, updateCode } from '../life/accessCodes.mts';
import { generatePin } from '../life/pins.mts';
import { existingCodes, type CodeRecord } from '../life/record.mts';
import { type Call, managedDeviceOf } from './call.mts';

/**
 * `/access_codes/create_multiple`: one PIN on all locks or nothing. A PIN that the caller chose does not link the codes; where
 * a PIN cannot be shared, `create_random_code` gives each lock its own.
 */
export function createMultiple(call: Call): CodeRecord[] {
	const { world, parameters } = call;
	const { device_ids: ids, behavior_when_code_cannot_be_shared: behavior, ...rest } = parameters;
	const request = rest as CreateRequest;
	const devices = (ids as string[]).map((id) =>
		managedDeviceOf({ ...call, parameters: { device_id: id } }),
	);
	for (const device of devices) countCall(world, device, 'create');
	const shared = request.code ?? generatePin(world, devices, request.preferred_code_length);
	if (shared === null && behavior !== 'create_random_code') {
		throw new ApiError(400, 'code_cannot_be_shared', 'No code fits all of the devices');
	}
	const requestFor = (isShared: boolean): CreateRequest => ({
		...request,
		...(isShared && shared !== null && { code: shared }),
	});
	const verdictOf = (device: (typeof devices)[number], isShared: boolean) =>
		judgeCreate(
			requestFor(isShared),
			device.device,
			existingCodes(world, device.device.device_id),
			world.clock.now(),
			world.reading,
		);
	// All or nothing: every lock is asked before any code is made.
	const plans = devices.map((device) => {
		const verdict = verdictOf(device, true);
		if (!verdict.refused) return { device, isShared: true };
		const alone = behavior === 'create_random_code' && !verdictOf(device, false).refused;
		if (!alone) throw refusedBy(verdict.refused);
		return { device, isShared: false };
	});
	const key =
		request.code === undefined && shared !== null ? `auto_set_by_create_multiple_${newId()}` : null;
	return plans.map(({ device, isShared }) => {
		const record = createCode(world, device, requestFor(isShared));
		if (isShared) record.code.common_code_key = key;
		return record;
	});
}

/** `/access_codes/update_multiple`: the same change to every code of one `common_code_key`. */
export function updateMultiple({ world, workspace, parameters }: Call): void {
	const { common_code_key: key, ...change } = parameters;
	const linked = [...world.codes.values()].filter(
		({ code }) => code.workspace_id === workspace.workspace_id && code.common_code_key === key,
	);
	if (linked.length === 0) {
		throw new ApiError(404, 'access_code_not_found', 'No access codes have this common_code_key');
	}
	for (const record of linked) {
		countCall(world, record.device, 'update');
		updateCode(world, record, change as CreateRequest);
	}
}
