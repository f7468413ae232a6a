// The booking systems that have an example.
import type { BookingSystem } from '../system.mts';
import { hostaway } from './hostaway.mts';

export const bookingSystems: BookingSystem[] = [hostaway];
