import { ApiError, notFound } from '../http/apiError.mts';
import { paginate } from '../http/pagination.mts';
import { countCall } from '../http/rateLimits.mts';
import { createCode, deleteCode, pullBackup, updateCode } from '../life/accessCodes.mts';
import { attempt } from '../life/actionAttempts.mts';
import { generatePin } from '../life/pins.mts';
import { present, type CodeRecord } from '../life/record.mts';
import type { UpdateRequest } from '../rules/judgeChange.mts';
import type { CreateRequest } from '../rules/types.mts';
import {
	type Call,
	type Routes,
	codeOf,
	isIn,
	isValue,
	managedDeviceOf,
	matchesSearch,
	urlOf,
} from './call.mts';
import { createMultiple, updateMultiple } from './linkedCodes.mts';

export const accessCodeRoutes: Routes = {
	'/access_codes/create': create,
	'/access_codes/create_multiple': (call) => ({
		access_codes: createMultiple(call).map(present),
	}),
	'/access_codes/get': (call) => ({ access_code: present(codeOf(requireCode(call))) }),
	'/access_codes/list': list,
	'/access_codes/update': update,
	'/access_codes/update_multiple': updateMultiple,
	'/access_codes/delete': remove,
	'/access_codes/pull_backup_access_code': (call) => {
		const backup = present(pullBackup(call.world, codeOf(call)));
		return { access_code: backup, backup_access_code: backup };
	},
	'/access_codes/generate_code': generate,
	'/access_codes/report_device_constraints': reportConstraints,
};

/** Seam documents: `access_code_id`, or `device_id` with `code`. */
export function requireCode(call: Call): Call {
	const { access_code_id: id, device_id: deviceId, code } = call.parameters;
	if (id === undefined && (deviceId === undefined || code === undefined)) {
		throw new ApiError(400, 'invalid_input', 'Specify access_code_id, or device_id and code');
	}
	return call;
}

function create(call: Call) {
	const { world } = call;
	const device = managedDeviceOf(call);
	countCall(world, device, 'create');
	const record = createCode(world, device, call.parameters as CreateRequest);
	const action = attempt(world, device, 'CREATE_ACCESS_CODE', () => ({
		result: { access_code: present(record) },
	}));
	return { access_code: present(record), action_attempt: action };
}

function list(call: Call) {
	const { world, workspace, parameters } = call;
	const { device_id: deviceId, access_code_ids: ids, search } = parameters;
	const byGrant = ['access_method_id', 'access_grant_id', 'access_grant_key'];
	const isNamed = (name: string) => parameters[name] !== undefined;
	if (![...byGrant, 'device_id', 'access_code_ids'].some(isNamed)) {
		throw new ApiError(400, 'invalid_input', 'Specify device_id or access_code_ids');
	}
	// The sandbox's codes belong to no customer.
	const isNobodys = ['customer_key', 'user_identifier_key'].some(isNamed);
	const ofGrant = byGrant.some(isNamed) ? codesOfGrant(call) : undefined;
	if (deviceId !== undefined) managedDeviceOf({ ...call, parameters: { device_id: deviceId } });
	const candidates: Iterable<CodeRecord> =
		deviceId === undefined
			? world.codes.values()
			: (world.codesByDevice.get(deviceId as string) ?? []);
	const codes = [...candidates].filter(
		({ code }) =>
			!isNobodys &&
			isIn(ofGrant, code.access_code_id) &&
			code.workspace_id === workspace.workspace_id &&
			code.is_managed &&
			isValue(deviceId, code.device_id) &&
			isIn(ids, code.access_code_id) &&
			matchesSearch(search, [code.name, code.code, code.access_code_id]),
	);
	const { items, pagination } = paginate(
		codes,
		({ code }) => code.access_code_id,
		parameters,
		urlOf(call),
	);
	return { access_codes: items.map(present), pagination };
}

/** The codes of an access method, or of all those of a grant. */
function codesOfGrant({ world, parameters }: Call): string[] {
	const { access_method_id, access_grant_id, access_grant_key } = parameters;
	return [...world.accessMethods.values()]
		.filter(
			({ method, grant: { grant } }) =>
				isValue(access_method_id, method.access_method_id) &&
				isValue(access_grant_id, grant.access_grant_id) &&
				isValue(access_grant_key, grant.access_grant_key),
		)
		.flatMap(({ codes }) => codes.map(({ code }) => code.access_code_id));
}

function update(call: Call) {
	const { world, parameters } = call;
	const record = codeOf({ ...call, parameters: { access_code_id: parameters.access_code_id } });
	refuseOtherDevice(record, parameters.device_id);
	countCall(world, record.device, 'update');
	updateCode(world, record, parameters as UpdateRequest);
	if (parameters.is_managed === false) record.code.is_managed = false;
	return {
		action_attempt: attempt(world, record.device, 'UPDATE_ACCESS_CODE', () => ({
			result: { access_code: present(record) },
		})),
	};
}

function remove(call: Call) {
	const { world, parameters } = call;
	const record = codeOf({ ...call, parameters: { access_code_id: parameters.access_code_id } });
	refuseOtherDevice(record, parameters.device_id);
	countCall(world, record.device, 'delete');
	deleteCode(world, record);
	return {
		action_attempt: attempt(world, record.device, 'DELETE_ACCESS_CODE', () => ({ result: {} })),
	};
}

function refuseOtherDevice({ code }: CodeRecord, deviceId: unknown): void {
	if (deviceId !== undefined && deviceId !== code.device_id) throw notFound('access_code');
}

function generate(call: Call) {
	const device = managedDeviceOf(call);
	const code = generatePin(call.world, [device]);
	if (device.device.can_program_online_access_codes !== true || code === null) {
		throw new ApiError(400, 'invalid_input', 'The device cannot program online access codes');
	}
	return { generated_code: { device_id: device.device.device_id, code } };
}

/** Documented for SmartThings only: either a list of lengths or a range. */
function reportConstraints(call: Call): void {
	const { device } = managedDeviceOf(call);
	const {
		supported_code_lengths: lengths,
		min_code_length: min,
		max_code_length: max,
	} = call.parameters as Record<string, number & number[]>;
	if (device.device_type !== 'smartthings_lock') {
		throw new ApiError(400, 'invalid_input', 'Constraints can be reported for SmartThings only');
	}
	const isRange = min !== undefined && max !== undefined && lengths === undefined;
	const isList = lengths !== undefined && min === undefined && max === undefined;
	if (!isRange && !isList) {
		throw new ApiError(
			400,
			'invalid_input',
			'Report supported_code_lengths or a minimum and maximum',
		);
	}
	if (isRange && min > max) {
		throw new ApiError(400, 'invalid_input', 'min_code_length is greater than max_code_length');
	}
	device.properties.supported_code_lengths = isList
		? lengths
		: Array.from({ length: max - min + 1 }, (_, i) => min + i);
}
