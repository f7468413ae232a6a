import { reportTimeZone, type TimeZoneKeeper } from '../../shared/api/devices';
import { Refusal } from '../../shared/refusal';
import type { Device } from '../../shared/schema/device';
import { deviceField } from '../../shared/ui/deviceField';
import { requiredTextField } from '../../shared/ui/fieldKinds';
import { makerOf } from '../../shared/ui/makers';
import { outcomes, type Operation } from '../operation';
import { optionalZone } from '../times';

export const setTimeZone: Operation = {
	name: 'Set Time Zone',
	description: 'Tell Seam in which time zone an Omnitec, Schlage or Ultraloq lock is',
	action: 'Set time zone of device',
	effect: 'change',
	fields: [
		{ ...deviceField, hint: 'This operation only works with Omnitec, Schlage and Ultraloq locks' },
		requiredTextField(
			'Time Zone',
			'timeZone',
			'The IANA name of the zone in which the lock is',
			'e.g. Europe/Rome',
		),
	],
	execute: async (run, item) => {
		const zone = optionalZone(item, 'timeZone') ?? item.text('timeZone');
		const device = await run.devices.get(run, item.device());
		const { device_id } = device;
		await reportTimeZone(run, device_id, keeperOf(device), zone);
		return outcomes({ success: true, device_id, time_zone: zone });
	},
};

/** Seam: devices/report_provider_metadata; the other makers' locks tell Seam their zone themselves. */
const KEEPERS: Readonly<Record<string, TimeZoneKeeper>> = {
	omnitec_lock: 'omnitec_metadata',
	schlage_lock: 'schlage_metadata',
	ultraloq_lock: 'ultraloq_metadata',
};

function keeperOf(device: Device): TimeZoneKeeper {
	const { device_id, device_type, properties } = device;
	const keeper =
		KEEPERS[device_type ?? ''] ?? Object.values(KEEPERS).find((known) => properties[known] != null);
	if (keeper !== undefined) return keeper;
	const maker = makerOf(device);
	throw new Refusal(
		`Seam takes no time zone for ${maker === '' ? 'this device' : `devices of ${maker}`}`,
		{
			parameter: 'device',
			fix: `It takes one for Omnitec, Schlage and Ultraloq locks only. Set that of device ${device_id} in the maker's app.`,
		},
	);
}
