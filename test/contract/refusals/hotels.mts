import { entranceIdOf } from '../../../sandbox/portfolio/entrances.mts';
import type { Row } from './row.mts';

// Hotel access systems (Visionline, Vostio, Ambiance, Community, Salto Space) have entrances, which take grants, not codes.
const ENTRANCE = 'd5c1a0de-4f43-4c07-8a53-1c0f9e6b7a11';

export const hotelRows: Row[] = [
	{
		section: 'Hotel access systems',
		what: 'an access code on an entrance instead of a lock',
		template: 'august',
		refused: { device_id: ENTRANCE },
		accepted: {},
		status: 404,
		says: /Device not found/,
	},
	{
		section: 'Hotel access systems',
		path: '/access_grants/create',
		what: 'a grant that names no place',
		template: 'august',
		refused: { user_identity: { full_name: 'Ada' }, requested_access_methods: [{ mode: 'card' }] },
		accepted: {
			user_identity: { full_name: 'Ada' },
			requested_access_methods: [{ mode: 'card' }],
			acs_entrance_ids: [entranceIdOf('office_lobby')],
		},
		says: /at least one device, entrance or space/,
	},
];
