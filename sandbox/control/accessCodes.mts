// What happens to single codes behind Seam's back.
import { emitForCode } from '../events.mts';
import { notFound } from '../http/apiError.mts';
import { erase, remember } from '../life/keypad.mts';
import { failForGood, live } from '../life/lifecycle.mts';
import { cancelTasks, forget, present, type CodeRecord } from '../life/record.mts';
import { addUnmanagedCode } from '../life/unmanaged.mts';
import {
	type ControlCall,
	type Controls,
	deviceNamed,
	optionalNumber,
	refuseControl,
} from './control.mts';

export const codeControls: Controls = {
	'POST /sandbox/access_codes/unmanaged': (call) => {
		const { world, body } = call;
		const name = String(body.name ?? 'Set at the lock');
		return present(addUnmanagedCode(world, deviceNamed(call), String(body.code), name));
	},
	'POST /sandbox/access_codes/:id/fail': (call) => {
		const { error_code: code = 'failed_to_set_on_device', message = 'The lock refused the code.' } =
			call.body as Record<string, string>;
		const record = recordOf(call);
		const recovers = optionalNumber(call.body.recovers_after_ms, 'recovers_after_ms');
		failForGood(call.world, record, { code, message }, recovers);
		return present(record);
	},
	'POST /sandbox/access_codes/:id/remove_externally': removeExternally,
	'POST /sandbox/access_codes/:id/modify_externally': modifyExternally,
	'POST /sandbox/access_codes/:id/flags': (call) => {
		const { code } = recordOf(call);
		if (!code.dormakaba_oracode_metadata) throw refuseControl('only Oracode codes carry flags');
		Object.assign(code.dormakaba_oracode_metadata, call.body);
		return code;
	},
	'POST /sandbox/access_codes/:id/forget': (call) => {
		forget(call.world, recordOf(call));
		return {};
	},
};

function recordOf({ world, id }: ControlCall): CodeRecord {
	const record = world.codes.get(id);
	if (!record) throw notFound('access_code');
	return record;
}

function takeOffLock(record: CodeRecord): void {
	cancelTasks(record);
	erase(record.device, record.code.access_code_id);
	record.isOnLock = false;
	record.code.is_scheduled_on_device = false;
	if (record.code.status === 'set') record.code.status = 'setting';
}

/** Someone deleted the code at the lock. Seam sets it anew, unless external changes are allowed: then it follows. */
function removeExternally(call: ControlCall) {
	const { world } = call;
	const record = recordOf(call);
	takeOffLock(record);
	emitForCode(world, record, 'access_code.deleted_external_to_seam');
	if (record.code.is_external_modification_allowed) {
		emitForCode(world, record, 'access_code.deleted', { code: record.code.code });
		forget(world, record);
		return {};
	}
	conflict(call, record, 'removed');
	live(world, record);
	return present(record);
}

/** Someone changed the PIN at the lock. Seam sets it back, unless external changes are allowed: then it follows. */
function modifyExternally(call: ControlCall) {
	const { world, body } = call;
	const record = recordOf(call);
	const pin = String(body.code ?? '');
	if (!/^\d{4,12}$/.test(pin)) throw refuseControl('code is a PIN of 4 to 12 digits');
	emitForCode(world, record, 'access_code.modified_external_to_seam');
	remember(record.device, {
		access_code_id: record.code.access_code_id,
		pin,
		from: record.starts,
		until: record.expires,
		isOneTime: false,
		firstUseBy: null,
	});
	if (record.code.is_external_modification_allowed) {
		record.code.warnings.push({
			warning_code: 'external_modification_in_effect',
			message: 'This access code was modified outside of Seam.',
			created_at: world.clock.read().now,
		});
		record.code.code = pin;
		return present(record);
	}
	conflict(call, record, 'modified');
	live(world, record);
	return present(record);
}

function conflict(
	{ world }: ControlCall,
	{ code }: CodeRecord,
	change: 'modified' | 'removed',
): void {
	code.errors.push({
		error_code: 'conflicting_external_modification',
		message: `This access code was ${change} outside of Seam.`,
		created_at: world.clock.read().now,
		is_access_code_error: true,
		change_type: change,
	});
}
