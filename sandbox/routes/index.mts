import { accessCodeRoutes } from './accessCodes.mts';
import { accessGrantRoutes } from './accessGrants.mts';
import { accessMethodRoutes } from './accessMethods.mts';
import { accountRoutes } from './accounts.mts';
import type { Routes } from './call.mts';
import { customerRoutes } from './customers.mts';
import { deviceRoutes } from './devices.mts';
import { entranceRoutes } from './entrances.mts';
import { eventRoutes } from './events.mts';
import { lockRoutes } from './locks.mts';
import { noiseSensorRoutes } from './noiseSensors.mts';
import { thermostatRoutes } from './thermostats.mts';
import { thermostatScheduleRoutes } from './thermostatSchedules.mts';
import { spaceRoutes } from './spaces.mts';
import { unmanagedAccessCodeRoutes } from './unmanagedAccessCodes.mts';
import { webhookRoutes } from './webhooks.mts';
import { webviewRoutes } from './webviews.mts';

/** Every path of Seam's API that the sandbox answers. */
export const routes: Routes = {
	...accountRoutes,
	...webviewRoutes,
	...spaceRoutes,
	...deviceRoutes,
	...lockRoutes,
	...accessCodeRoutes,
	...unmanagedAccessCodeRoutes,
	...eventRoutes,
	...webhookRoutes,
	...accessGrantRoutes,
	...thermostatRoutes,
	...thermostatScheduleRoutes,
	...noiseSensorRoutes,
	...accessMethodRoutes,
	...entranceRoutes,
	...customerRoutes,
};
