// Every example that is put together by `scripts/examples.mts`, by its file's name without `.json`.
import { bookingToPin } from './bookingToPin.mts';
import { cleanerAndTradesperson } from './cleanerAndTradesperson.mts';
import { exampleOf } from './core.mts';
import { doorCodeByChat } from './doorCodeByChat.mts';
import { errorWorkflow } from './errorWorkflow.mts';
import { icalFeed } from './icalFeed.mts';
import { lockNeedsAttention } from './lockNeedsAttention.mts';
import { noPinBeforeCheckIn } from './noPinBeforeCheckIn.mts';
import { beds24 } from './systems/beds24.mts';
import { byHand } from './systems/byHand.mts';
import { calCom } from './systems/calCom.mts';
import { calendly } from './systems/calendly.mts';
import { cloudbeds } from './systems/cloudbeds.mts';
import { googleCalendar } from './systems/googleCalendar.mts';
import { guesty } from './systems/guesty.mts';
import { hospitable } from './systems/hospitable.mts';
import { hostaway } from './systems/hostaway.mts';
import { lodgify } from './systems/lodgify.mts';
import { mews } from './systems/mews.mts';
import { ownerrez } from './systems/ownerrez.mts';
import { smoobu } from './systems/smoobu.mts';
import { turnover } from './turnover.mts';
import { wakeWaits } from './wakeWaits.mts';

const ofOneSystem = [
	...[beds24, byHand, calCom, calendly, cloudbeds, googleCalendar, guesty, hospitable],
	...[hostaway, lodgify, mews, ownerrez, smoobu],
];

export const builtExamples: Record<string, object> = {
	'booking-to-pin': bookingToPin,
	...Object.fromEntries(ofOneSystem.map((adapter) => [adapter.slug, exampleOf(adapter)])),
	'ical-feed': icalFeed,
	'wake-waits': wakeWaits,
	'lock-needs-attention': lockNeedsAttention,
	'no-pin-before-check-in': noPinBeforeCheckIn,
	'cleaner-and-tradesperson': cleanerAndTradesperson,
	'door-code-by-chat': doorCodeByChat,
	turnover,
	'error-workflow': errorWorkflow,
};
