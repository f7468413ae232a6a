import { DAY, HOUR } from './time.mts';
import type { CreateRequest, Reading } from './types.mts';

/**
 * How far Seam may move an end of the window (`max_time_rounding`), in ms.
 * The pages name 1 hour as the default, the newest OpenAPI names none: where the parameter is absent, strict allows nothing.
 */
export function roundingAllowed(request: CreateRequest, reading: Reading): number {
	switch (request.max_time_rounding) {
		case '1d':
		case '1day':
			return DAY;
		case '1h':
		case '1hour':
			return HOUR;
		default:
			return reading === 'strict' ? 0 : HOUR;
	}
}
