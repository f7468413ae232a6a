// Customers' data. The answer is `ok: true` whatever was made of it.
import {
	deleteReservation,
	pushGuest,
	pushReservation,
	type GuestData,
	type ReservationData,
} from '../life/reservations.mts';
import type { Call, Routes } from './call.mts';

export const customerRoutes: Routes = {
	'/customers/push_data': push,
	'/customers/delete_data': remove,
};

function push({ world, workspace, parameters }: Call): void {
	const { customer_key, user_identities = [], reservations = [] } = parameters;
	const owner = { workspaceId: workspace.workspace_id, customerKey: customer_key as string };
	for (const guest of user_identities as GuestData[]) pushGuest(world, owner, guest);
	for (const data of reservations as ReservationData[]) pushReservation(world, owner, data);
}

function remove({ world, workspace, parameters }: Call): void {
	const { workspace_id: workspaceId } = workspace;
	const customers = (parameters.customer_keys as string[] | undefined) ?? [];
	const ofCustomers = world.reservations
		.filter((one) => one.workspaceId === workspaceId && customers.includes(one.customerKey))
		.map(({ data }) => data.reservation_key);
	const named = (parameters.reservation_keys as string[] | undefined) ?? [];
	for (const key of [...named, ...ofCustomers]) deleteReservation(world, workspaceId, key);
	const guests = (parameters.user_identity_keys as string[] | undefined) ?? [];
	for (const [id, person] of world.userIdentities) {
		const isMeant = person.workspace_id === workspaceId;
		if (isMeant && guests.includes(person.user_identity_key ?? '')) world.userIdentities.delete(id);
	}
}
