import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Device } from '../schema/device';
import { byName } from './labels';

/** Whose devices Seam reaches, and what kinds it knows: the keys of Seam's OpenAPI (1.977.0, which a test compares). */
const THERMOSTAT_MAKERS = ['ecobee', 'honeywell_resideo', 'nest', 'sensi', 'smartthings', 'tado'];

const MANUFACTURERS = [
	...['acuity_scheduling', 'akiles', 'akuvox', 'august', 'avigilon_alta', 'brivo', 'butterflymx'],
	...['controlbyweb', 'doorking', 'dormakaba_oracode', 'four_suites', 'genie', 'guesty'],
	...['hostaway', 'ical', 'igloo', 'igloohome', 'keyincode', 'keynest', 'keywe', 'kisi'],
	...['korelock', 'kwikset', 'linear', 'lockly', 'lodgify', 'minut', 'noiseaware', 'nuki'],
	...['omnitec', 'philia', 'ring', 'salto', 'samsung', 'schlage', 'seam', 'slack', 'tedee'],
	...['ttlock', 'two_n', 'ultraloq', 'unknown', 'wyze', 'yale'],
	...THERMOSTAT_MAKERS,
];

const THERMOSTATS = THERMOSTAT_MAKERS.map((maker) => `${maker}_thermostat`);

const DEVICE_TYPES = [
	...['akiles_lock', 'akuvox_lock', 'android_phone', 'august_lock', 'avigilon_alta_entry'],
	...['brivo_access_point', 'butterflymx_panel', 'controlbyweb_device', 'doorking_lock'],
	...['dormakaba_oracode_door', 'four_suites_door', 'genie_door', 'igloo_lock', 'igloohome_lock'],
	...['ios_phone', 'keyincode_lock', 'keynest_key', 'kisi_lock', 'kwikset_lock', 'linear_lock'],
	...['lockly_lock', 'minut_sensor', 'noiseaware_activity_zone', 'nuki_lock', 'omnitec_lock'],
	...['ring_camera', 'salto_lock', 'schlage_lock', 'smartthings_lock', 'tedee_lock'],
	...['ttlock_lock', 'two_n_intercom', 'ultraloq_lock', 'wyze_lock', 'yale_lock'],
	...THERMOSTATS,
];

const PROVIDERS = [
	...['acuity_scheduling', 'akiles', 'akuvox', 'assa_abloy_credential_service'],
	...['assa_abloy_vostio', 'assa_abloy_vostio_credential_service', 'august', 'avigilon_alta'],
	...['brivo', 'butterflymx', 'controlbyweb', 'doorking', 'dormakaba_ambiance'],
	...['dormakaba_community', 'dormakaba_oracode', 'dusaw', 'ecobee', 'first_alert'],
	...['four_suites', 'genie', 'google_nest', 'guesty', 'hid_cm', 'honeywell_resideo'],
	...['hostaway', 'hotek', 'ical', 'igloo', 'igloohome', 'keyincode', 'keynest', 'kisi'],
	...['korelock', 'kwikset', 'latch', 'legic_connect', 'linear', 'lockly', 'lodgify', 'minut'],
	...['my_2n', 'nest', 'noiseaware', 'nuki', 'omnitec', 'pti', 'ring', 'salto', 'salto_ks'],
	...['salto_ks_accept', 'salto_space', 'schlage', 'seam_passport', 'sensi', 'sifely', 'slack'],
	...['smartthings', 'tado', 'tedee', 'thirty_three_lock', 'ttlock', 'ultraloq', 'visionline'],
	...['wyze', 'yale', 'yale_access'],
];

/** How makers write themselves, where that is not the key with capitals. */
const WRITTEN: Readonly<Record<string, string>> = {
	assa_abloy: 'ASSA ABLOY',
	butterflymx: 'ButterflyMX',
	controlbyweb: 'ControlByWeb',
	doorking: 'DoorKing',
	dormakaba: 'dormakaba',
	ecobee: 'ecobee',
	four_suites: '4SUITES',
	hid_cm: 'HID CM',
	ical: 'iCal',
	igloohome: 'igloohome',
	ios: 'iOS',
	keyincode: 'KeyInCode',
	keynest: 'KeyNest',
	keywe: 'KEYWE',
	ks: 'KS',
	legic: 'LEGIC',
	my_2n: 'My2N',
	noiseaware: 'NoiseAware',
	pti: 'PTI',
	salto: 'SALTO',
	smartthings: 'SmartThings',
	thirty_three_lock: '33 Lock',
	ttlock: 'TTLock',
	two_n: '2N',
};
const WORDS = new RegExp(`(?<=^|_)(?:${Object.keys(WRITTEN).join('|')})(?=_|$)|[^_]+`, 'g');

/** How a maker with this key of Seam's writes itself. */
export const makerName = (key: string): string =>
	(key.match(WORDS) ?? [])
		.map((word) => WRITTEN[word] ?? word[0].toUpperCase() + word.slice(1))
		.join(' ');

/** The maker of a device as it writes itself, also where Seam tells only its key; empty if Seam tells neither. */
export function makerOf({ properties: { model, manufacturer } }: Device): string {
	const told = model?.manufacturer_display_name;
	return told == null || SEAM_KEY.test(told) ? makerName(told ?? manufacturer ?? '') : told;
}

const SEAM_KEY = /^[a-z0-9_]+$/;

const choicesOf = (keys: readonly string[]): INodePropertyOptions[] =>
	keys.map((value) => ({ name: makerName(value), value })).sort(byName);

/** One of Seam's keys; an expression may give one that is newer than this list, so read it as text. */
const keyField =
	(displayName: string, name: string, keys: readonly string[], usual: string) =>
	(description: string): INodeProperties => ({
		displayName,
		name,
		type: 'options',
		options: choicesOf(keys),
		default: usual,
		description,
	});

export const manufacturerField = keyField('Manufacturer', 'manufacturer', MANUFACTURERS, 'august');
export const deviceTypeField = keyField('Device Type', 'deviceType', DEVICE_TYPES, 'august_lock');
export const thermostatMakerField = keyField(
	'Manufacturer',
	'manufacturer',
	THERMOSTAT_MAKERS,
	'ecobee',
);
export const thermostatTypeField = keyField(
	'Device Type',
	'deviceType',
	THERMOSTATS,
	'ecobee_thermostat',
);

/** Several of Seam's keys of makers whose accounts can be connected. */
export const providersField = (
	displayName: string,
	name: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'multiOptions',
	options: choicesOf(PROVIDERS),
	default: [],
	description,
});
