import type { INodeProperties } from 'n8n-workflow';

import { flagField, numberField, textField } from '../../shared/ui/fieldKinds';
import { thermostatScheduleField } from '../../shared/ui/recordFields';

export const scheduleIdField: INodeProperties = { ...thermostatScheduleField, required: true };

export const THERMOSTAT_TIME = "Without a time zone, the thermostat's local time is used";

export const overrideField = flagField(
	'Allow Override',
	'isOverrideAllowed',
	true,
	'Whether people may change the thermostat while the schedule is active',
);

export const overridePeriodField: INodeProperties = numberField(
	'Longest Override (Minutes)',
	'maxOverridePeriodMinutes',
	120,
	{ minValue: 1, numberPrecision: 0 },
	"How long a person's change lasts before the schedule takes over again (Seam: max_override_period_minutes)",
);

export const scheduleNameField = textField(
	'Name',
	'name',
	'What the schedule is called in Seam',
	'e.g. Between Stays',
);
