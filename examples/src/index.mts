import { bookingToPin } from './bookingToPin.mts';
import { exampleOf } from './core.mts';
import { hostaway } from './systems/hostaway.mts';
const ofOneSystem = [hostaway];
export const builtExamples: Record<string, object> = {
	'booking-to-pin': bookingToPin,
	...Object.fromEntries(ofOneSystem.map((adapter) => [adapter.slug, exampleOf(adapter)])),
};
