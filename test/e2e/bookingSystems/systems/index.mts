// The booking systems that have an example.
import type { BookingSystem } from '../system.mts';
import { beds24 } from './beds24.mts';
import { byHand } from './by-hand.mts';
import { calCom } from './cal-com.mts';
import { calendly } from './calendly.mts';
import { cloudbeds } from './cloudbeds.mts';
import { googleCalendar } from './google-calendar.mts';
import { guesty } from './guesty.mts';
import { hospitable } from './hospitable.mts';
import { hostaway } from './hostaway.mts';
import { lodgify } from './lodgify.mts';
import { mews } from './mews.mts';
import { ownerrez } from './ownerrez.mts';
import { smoobu } from './smoobu.mts';

export const bookingSystems: BookingSystem[] = [
	...[beds24, byHand, calCom, calendly, cloudbeds, googleCalendar, guesty, hospitable],
	...[hostaway, lodgify, mews, ownerrez, smoobu],
];
