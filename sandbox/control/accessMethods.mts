// What happens to access methods at the front desk.
import { notFound } from '../http/apiError.mts';
import { encodeCard } from '../life/grants/methods.mts';
import { entranceIdOf, systemIdOf } from '../portfolio/entrances.mts';
import { type Controls, refuseControl } from './control.mts';

export const methodControls: Controls = {
	/** Aliases, as the devices have. */
	'GET /sandbox/entrances': () => ({
		entrances: {
			hotel_room: entranceIdOf('hotel_room'),
			office_lobby: entranceIdOf('office_lobby'),
		},
		systems: { brivo: systemIdOf('brivo'), visionline: systemIdOf('visionline') },
	}),
	'POST /sandbox/access_methods/:id/encode': ({ world, id }) => {
		const record = world.accessMethods.get(id);
		if (!record) throw notFound('access_method');
		if (!record.method.is_ready_for_encoding) throw refuseControl('no card waits to be encoded');
		encodeCard(world, record);
		return record.method;
	},
};
