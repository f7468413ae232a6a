/** Bookings whose PINs are remembered, in this process. */
const MOST_BOOKINGS = 1_000;

const refused = new Map<string, string[]>();

/**
 * Remembers a PIN that a lock refused for good, so that the booking does not get it again after its code was deleted.
 * While the code exists, Seam's error on it says so; this is for the time after, and is lost when n8n restarts.
 */
export function rememberRefusedPin(deviceId: string, identity: string, pin: string): void {
	const key = `${deviceId} ${identity}`;
	const pins = refusedPinsOf(deviceId, identity).filter((known) => known !== pin);
	refused.delete(key);
	refused.set(key, [...pins, pin]);
	const [oldest] = refused.keys();
	if (refused.size > MOST_BOOKINGS) refused.delete(oldest);
}

export function refusedPinsOf(deviceId: string, identity: string): readonly string[] {
	return refused.get(`${deviceId} ${identity}`) ?? [];
}
