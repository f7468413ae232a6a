import { idIn, pms } from '../pms.mts';
import { message, reservation } from '../samples/guesty.mts';

/** Without naming them, Guesty gives neither local dates nor times. */
const FIELDS = [
	...[
		'status',
		'listingId',
		'checkIn',
		'checkOut',
		'checkInDateLocalized',
		'checkOutDateLocalized',
	],
	...['plannedArrival', 'plannedDeparture', 'lastUpdatedAt'],
	...['listing.defaultCheckInTime', 'listing.defaultCheckOutTime'],
	...['guest.fullName', 'guest.email', 'guest.phone', 'guest.phones'],
].join('%20');

/** The date on the lock’s clock, with the planned time or the listing’s; if there is no such date, the instant. */
const when = (date: string, planned: string, usual: string, instant: string) =>
	`={{ $json.${date} ? [$json.${date}, $json.${planned} || $json.listing?.${usual}].filter(Boolean).join('T') : $json.${instant} }}`;

/** In the messages of its second version, under either of two names, and in those of the first. */
const ID =
	'$json.body.data?.reservationId ?? $json.body.data?.reservation?.id ?? $json.body.reservation?._id';

export const guesty = pms({
	slug: 'guesty',
	name: 'Guesty',
	read: {
		url: `https://open-api.guesty.com/v1/reservations/${idIn(ID)}?fields=${FIELDS}`,
		authentication: 'oAuth2Api',
		credential:
			'an OAuth2 credential (grant type *Client Credentials*, access token URL `https://open-api.guesty.com/oauth2/token`, scope `open-api`)',
	},
	hint: 'It is Guesty’s listing ID.',
	...{ message, reservation },
	booking: {
		booking_key: '=guesty-{{ $json._id }}',
		state: "={{ { confirmed: 'stay', canceled: 'cancelled' }[$json.status] ?? 'none' }}",
		listing_id: '={{ $json.listingId }}',
		guest_name: "={{ ($json.guest?.fullName ?? '').trim() }}",
		guest_phone: "={{ ($json.guest?.phone ?? $json.guest?.phones?.[0] ?? '').trim() }}",
		guest_email: "={{ ($json.guest?.email ?? '').trim() }}",
		arrives: when('checkInDateLocalized', 'plannedArrival', 'defaultCheckInTime', 'checkIn'),
		leaves: when('checkOutDateLocalized', 'plannedDeparture', 'defaultCheckOutTime', 'checkOut'),
		changed_at: "={{ $json.lastUpdatedAt ?? '' }}",
	},
});
