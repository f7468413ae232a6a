// What Seam added between the pinned OpenAPI (1.977.0) and 1.1038.0, as far as the sandbox speaks of it.

interface Schema {
	oneOf?: Schema[];
	properties?: Record<string, Schema>;
	items?: Schema;
	enum?: unknown[];
	required?: string[];
	[key: string]: unknown;
}

type Schemas = Record<string, Schema>;

const TEXT: Schema = { type: 'string' };
const TIME: Schema = { type: 'string', format: 'date-time' };
const exactly = (value: unknown): Schema => ({ type: typeof value, enum: [value] });

/** An error or warning of that name; `flags` are the fields that say whose it is. */
const notice = (field: 'error_code' | 'warning_code', name: string, flags = {}): Schema => ({
	type: 'object',
	properties: {
		[field]: exactly(name),
		message: TEXT,
		created_at: TIME,
		...Object.fromEntries(Object.entries(flags).map(([flag, is]) => [flag, exactly(is)])),
	},
	required: [field, 'message', ...Object.keys(flags)],
});

const ofCode = (name: string) => notice('error_code', name, { is_access_code_error: true });

/** The account lacks rights; an error of its device and of its codes too, no longer a warning of the device. */
const insufficientPermissions = notice('error_code', 'insufficient_permissions', {
	is_connected_account_error: true,
	is_device_error: false,
});

/** The new types of event, each with the fields of one that is older. */
const EVENTS_LIKE: Record<string, string> = {
	'access_code.issued': 'access_code.set_on_device',
	'access_code.delay_in_issuing': 'access_code.delay_in_setting_on_device',
	'access_code.failed_to_issue': 'access_code.failed_to_set_on_device',
	'access_code.failed_to_update': 'access_code.failed_to_set_on_device',
	'access_code.failed_to_expire': 'access_code.failed_to_set_on_device',
};

/** The schemas of the pinned document with the additions; the document itself stays as it is. */
export function withAdditions(pinned: Schemas): Schemas {
	const schemas = structuredClone(pinned);
	const add = (schema: string, list: 'errors' | 'warnings', ...added: Schema[]) =>
		schemas[schema].properties![list].items!.oneOf!.push(...added);
	add(
		'access_code',
		'errors',
		...['code_constraints_violated', 'failed_to_issue', 'failed_to_update', 'failed_to_expire'].map(
			ofCode,
		),
		insufficientPermissions,
	);
	add('access_code', 'warnings', notice('warning_code', 'delay_in_issuing'));
	add('device', 'errors', insufficientPermissions);
	add('device', 'warnings', notice('warning_code', 'accessory_keypad_low_battery'));

	const events = schemas.event.oneOf!;
	const typeOf = ({ properties }: Schema) => properties!.event_type.enum![0];
	for (const [type, like] of Object.entries(EVENTS_LIKE)) {
		const model = structuredClone(events.find((event) => typeOf(event) === like)!);
		model.properties!.event_type.enum = [type];
		events.push(model);
	}
	return schemas;
}
