import type { Device } from '../schema/device';
import { dormakabaOracode } from './dormakabaOracode';
import { igloohome } from './igloohome';
import { lockly } from './lockly';
import { timeFrameOptions } from './timeFrameOptions';
import type { LockFamily } from './types';

/** Families with offline rules of their own; the last serves every other lock by its own properties. */
const FAMILIES: readonly LockFamily[] = [igloohome, dormakabaOracode, lockly, timeFrameOptions];

/** The family whose rules an offline code of this lock follows. */
export function lockFamilyOf(device: Device): LockFamily {
	return FAMILIES.find((family) => family.matches(device)) ?? timeFrameOptions;
}
