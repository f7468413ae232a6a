import { emitForCode } from '../events.mts';
import { ApiError } from '../http/apiError.mts';
import { paginate } from '../http/pagination.mts';
import { countCall } from '../http/rateLimits.mts';
import { attempt } from '../life/actionAttempts.mts';
import { erase } from '../life/keypad.mts';
import { forget, presentUnmanaged } from '../life/record.mts';
import { addUnmanagedCode } from '../life/unmanaged.mts';
import { type Call, type Routes, codeOf, managedDeviceOf, matchesSearch, urlOf } from './call.mts';
import { requireCode } from './accessCodes.mts';

export const unmanagedAccessCodeRoutes: Routes = {
	'/access_codes/unmanaged/get': (call) => ({
		access_code: presentUnmanaged(codeOf(requireCode(call), false)),
	}),
	'/access_codes/unmanaged/list': list,
	'/access_codes/unmanaged/convert_to_managed': convert,
	'/access_codes/unmanaged/update': (call) => {
		if (call.parameters.is_managed === true) convert(call);
	},
	'/access_codes/unmanaged/delete': remove,
	'/access_codes/simulate/create_unmanaged_access_code': simulate,
};

function list(call: Call) {
	const { world, parameters } = call;
	const { device } = managedDeviceOf(call);
	const codes = [...(world.codesByDevice.get(device.device_id) ?? [])].filter(
		({ code }) => !code.is_managed && matchesSearch(parameters.search, [code.name, code.code]),
	);
	const { items, pagination } = paginate(
		codes,
		({ code }) => code.access_code_id,
		parameters,
		urlOf(call),
	);
	return { access_codes: items.map(presentUnmanaged), pagination };
}

/** Makers whose codes cannot be taken over, after Seam's page on migrating existing access codes. */
const NOT_CONVERTIBLE = new Set(['igloohome_lock', 'kwikset_lock', 'smartthings_lock']);

function convert(call: Call): void {
	const { world, parameters } = call;
	const record = codeOf(
		{ ...call, parameters: { access_code_id: parameters.access_code_id } },
		false,
	);
	const { device } = record.device;
	if (NOT_CONVERTIBLE.has(device.device_type)) {
		throw new ApiError(400, 'invalid_input', 'Codes of this device cannot be converted');
	}
	const allowed =
		parameters.is_external_modification_allowed ?? parameters.allow_external_modification;
	world.clock.schedule(world.clock.now() + record.device.programming.delay_ms, () => {
		if (record.isGone) return;
		record.code.is_managed = true;
		record.code.is_external_modification_allowed = allowed === true;
		emitForCode(world, record, 'access_code.unmanaged.converted_to_managed');
	});
}

function remove(call: Call) {
	const { world } = call;
	const record = codeOf(call, false);
	countCall(world, record.device, 'delete');
	const action = attempt(world, record.device, 'DELETE_ACCESS_CODE', () => {
		if (!record.isGone) {
			erase(record.device, record.code.access_code_id);
			emitForCode(world, record, 'access_code.unmanaged.removed');
			forget(world, record);
		}
		return { result: {} };
	});
	return { action_attempt: action };
}

function simulate(call: Call) {
	const { code, name } = call.parameters as { code: string; name: string };
	const device = managedDeviceOf(call);
	return { access_code: presentUnmanaged(addUnmanagedCode(call.world, device, code, name)) };
}
