import { codeControls } from './accessCodes.mts';
import { methodControls } from './accessMethods.mts';
import { bookingControls } from './bookings.mts';
import { clockControls } from './clock.mts';
import type { Controls } from './control.mts';
import { deviceControls } from './devices.mts';
import { eventControls } from './events.mts';
import { troubleControls } from './trouble.mts';

/** Routes by which tests and the demo steer the sandbox: `METHOD /sandbox/…`. They need no key. */
export const controls: Controls = {
	...clockControls,
	...deviceControls,
	...codeControls,
	...methodControls,
	...bookingControls,
	...eventControls,
	...troubleControls,
};
