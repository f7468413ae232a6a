import { pms } from '../pms.mts';

export const hospitable = pms({
	slug: 'hospitable',
	name: 'Hospitable',
	address: 'https://public.api.hospitable.com',
	reservation: '/v2/reservations/{{ $json.body.data.id }}?include=guest,properties',
	hint: 'A message of Hospitable’s may carry only the fields that changed.',
	booking: {
		booking_key: '=hospitable-{{ $json.data.id }}',
		state:
			"={{ $json.data.stay_type === 'owner_stay' ? 'none' : ({ accepted: 'stay', cancelled: 'cancelled' }[$json.data.reservation_status.current.category] ?? 'none') }}",
		listing_id: '={{ $json.data.properties[0].id }}',
		guest_name:
			"={{ [$json.data.guest?.first_name, $json.data.guest?.last_name].filter(Boolean).join(' ').trim() }}",
		guest_phone: "={{ ($json.data.guest?.phone_numbers?.[0] ?? '').trim() }}",
		arrives: '={{ $json.data.check_in }}',
		leaves: '={{ $json.data.check_out }}',
	},
});
