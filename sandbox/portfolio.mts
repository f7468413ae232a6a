import { SECOND_WORKSPACE_ID, WORKSPACE_ID } from './credentials.mts';
import { fixedId } from './ids.mts';
import { brandOf } from './maker.mts';
import { CLIMATE_AND_NOISE } from './portfolio/climate.mts';
import { OFFLINE_LOCKS } from './portfolio/offline.mts';
import { ONLINE_LOCKS } from './portfolio/online.mts';
import { PROFESSIONAL_DEVICES } from './portfolio/professional.mts';
import type { SeamDevice, Template } from './portfolio/types.mts';

export type { SeamDevice } from './portfolio/types.mts';

const TEMPLATES = [...ONLINE_LOCKS, ...OFFLINE_LOCKS, ...PROFESSIONAL_DEVICES];

/** Aliases of the first workspace's devices. */
export const ALIASES: readonly string[] = TEMPLATES.map(({ alias }) => alias);

/** The device behind an alias has the same id in every run. */
const deviceIdOf = (alias: string): string => fixedId(`device:${alias}`);

export const accountIdOf = (provider: string, workspaceId: string): string =>
	fixedId(`account:${workspaceId}:${provider}`);

/** A device with the sandbox's own knowledge of it. */
export interface PortfolioDevice {
	alias: string;
	provider: string;
	scheduling: 'native' | 'just_in_time';
	isLock: boolean;
	device: SeamDevice;
}

/** The first workspace's devices as they stand when the sandbox starts; `now` is an ISO 8601 instant. */
export const buildPortfolio = (now: string): PortfolioDevice[] =>
	TEMPLATES.map((template) => build(template, template.alias, WORKSPACE_ID, now));

/** A lock of the second workspace, which the first must never see. */
export const buildSecondPortfolio = (now: string): PortfolioDevice[] => [
	build(templateOf('august')!, 'second_august', SECOND_WORKSPACE_ID, now),
];

const templateOf = (alias: string): Template | undefined =>
	[...TEMPLATES, ...CLIMATE_AND_NOISE].find((template) => template.alias === alias);

/** A further device in the likeness of `template`, with its own id; undefined where there is no such template. */
export function buildFromTemplate(
	template: string,
	alias: string,
	now: string,
): PortfolioDevice | undefined {
	const found = templateOf(template);
	// A listing belongs to one lock: the copy starts without the template's metadata.
	return found && build({ ...found, metadata: {} }, alias, WORKSPACE_ID, now);
}

function build(
	template: Template,
	alias: string,
	workspaceId: string,
	now: string,
): PortfolioDevice {
	const { zone, provider, isLock = true, scheduling = 'just_in_time' } = template;
	const isOnline = template.online ?? true;
	const device: SeamDevice = {
		device_id: deviceIdOf(alias),
		device_type: template.deviceType,
		display_name: template.name,
		nickname: template.name,
		capabilities_supported:
			template.capabilities ?? (isLock ? ['access_code', 'lock'] : ['thermostat']),
		...template.flags,
		connected_account_id: accountIdOf(provider, workspaceId),
		workspace_id: workspaceId,
		created_at: now,
		custom_metadata: { ...template.metadata },
		device_manufacturer: {
			manufacturer: template.manufacturer,
			display_name: brandOf(template.manufacturer),
		},
		device_provider: {
			device_provider_name: provider,
			display_name: brandOf(provider),
			provider_category: 'stable',
		},
		errors: (template.errors ?? []).map((error) => ({
			...error,
			is_device_error: true,
			created_at: now,
		})),
		warnings: (template.warnings ?? []).map((warning) => ({ ...warning, created_at: now })),
		is_managed: true,
		space_ids: [],
		location: zone ? { location_name: template.name, time_zone: zone, timezone: zone } : {},
		properties: {
			online: isOnline,
			...(isLock && isOnline && { locked: true }),
			name: template.name,
			appearance: { name: template.name },
			manufacturer: template.manufacturer,
			model: {
				display_name: template.model,
				manufacturer_display_name: brandOf(template.manufacturer),
				...(template.hasBuiltInKeypad !== undefined && {
					has_built_in_keypad: template.hasBuiltInKeypad,
				}),
				...(template.canConnectKeypad && {
					has_built_in_keypad: false,
					can_connect_accessory_keypad: true,
				}),
			},
			...(template.batteryLevel !== undefined && {
				battery: { level: template.batteryLevel, status: 'good' },
				battery_level: template.batteryLevel,
			}),
			...structuredClone(template.properties),
		},
	};
	return { alias, provider, scheduling, isLock, device };
}
