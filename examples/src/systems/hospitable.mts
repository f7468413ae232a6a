import { idIn, pms } from '../pms.mts';
import { message, reservation } from '../samples/hospitable.mts';

export const hospitable = pms({
	slug: 'hospitable',
	name: 'Hospitable',
	read: {
		url: `https://public.api.hospitable.com/v2/reservations/${idIn('$json.body.data?.id')}?include=guest,properties`,
		authentication: 'httpBearerAuth',
		credential: 'a personal access token',
	},
	hint: 'It is Hospitable’s property ID. A message may carry only the fields that changed.',
	...{ message, reservation },
	booking: {
		booking_key: '=hospitable-{{ $json.data.id }}',
		state:
			"={{ $json.data.stay_type === 'owner_stay' ? 'none' : ({ accepted: 'stay', cancelled: 'cancelled' }[$json.data.reservation_status?.current?.category] ?? 'none') }}",
		listing_id: "={{ $json.data.properties?.[0]?.id ?? '' }}",
		guest_name:
			"={{ [$json.data.guest?.first_name, $json.data.guest?.last_name].map((part) => (part ?? '').trim()).filter(Boolean).join(' ') }}",
		guest_phone: "={{ ($json.data.guest?.phone_numbers?.[0] ?? '').trim() }}",
		guest_email: "={{ ($json.data.guest?.email ?? '').trim() }}",
		arrives: '={{ $json.data.check_in }}',
		leaves: '={{ $json.data.check_out }}',
		changed_at: '',
	},
});
