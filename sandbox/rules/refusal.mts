import type { Refused } from './types.mts';

/** A 400 `invalid_input`, Seam's answer to parameters that a device cannot take. */
export const refuse = (rule: string, message: string): Refused => ({
	status: 400,
	type: 'invalid_input',
	message,
	rule,
});
