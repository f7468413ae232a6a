import { sendBooking } from '../bookings.mts';
import { isLoopback } from '../webhookDelivery.mts';
import { type ControlCall, type Controls, refuseControl } from './control.mts';

export const bookingControls: Controls = {
	'POST /sandbox/bookings/webhook': setWebhook,
	'POST /sandbox/bookings': async ({ world, body }) => {
		await sendBooking(world, {
			guest: String(body.guest ?? ''),
			listing: String(body.listing ?? ''),
			arrival: String(body.arrival ?? ''),
			nights: Number(body.nights),
			from: String(body.from ?? '15:00'),
			until: String(body.until ?? '11:00'),
		});
		return { sent: true };
	},
};

/** From now on the console has a form, and n8n gets what is booked on it. */
function setWebhook({ world, body }: ControlCall) {
	const { url, runs_url: runsUrl = null } = body;
	for (const address of [url, ...(runsUrl === null ? [] : [runsUrl])]) {
		if (
			typeof address !== 'string' ||
			!/^https?:/.test(address) ||
			!URL.canParse(address) ||
			!isLoopback(address)
		) {
			throw refuseControl('url and runs_url are addresses on this machine');
		}
	}
	world.bookingWebhook = { url: url as string, runsUrl: runsUrl as string | null };
	return { url, runs_url: runsUrl };
}
