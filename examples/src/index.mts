// Every example that is put together by `scripts/examples.mts`, by its file's name without `.json`.
import { bookingToPin } from './bookingToPin.mts';
import { calendly } from './systems/calendly.mts';
import { exampleOf } from './core.mts';
import { guesty } from './systems/guesty.mts';
import { hospitable } from './systems/hospitable.mts';
import { hostaway } from './systems/hostaway.mts';
import { smoobu } from './systems/smoobu.mts';

const ofOneSystem = [calendly, guesty, hospitable, hostaway, smoobu];

export const builtExamples: Record<string, object> = {
	'booking-to-pin': bookingToPin,
	...Object.fromEntries(ofOneSystem.map((adapter) => [adapter.slug, exampleOf(adapter)])),
};
