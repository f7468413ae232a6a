// The people who are given access.
import { newId } from '../ids.mts';
import type { PlainRecord, World } from '../world.mts';

export interface Person {
	full_name?: string | null;
	email_address?: string | null;
	phone_number?: string | null;
	user_identity_key?: string | null;
}

/** A person as the API shows one. */
export type UserIdentity = PlainRecord & Person & { user_identity_id: string };

export function addUserIdentity(world: World, workspaceId: string, person: Person): UserIdentity {
	const name = person.full_name ?? null;
	const identity: UserIdentity = {
		user_identity_id: newId(),
		workspace_id: workspaceId,
		user_identity_key: person.user_identity_key ?? null,
		full_name: name,
		email_address: person.email_address ?? null,
		phone_number: person.phone_number ?? null,
		display_name: name ?? person.email_address ?? 'Unnamed',
		created_at: world.clock.read().now,
		acs_user_ids: [],
		errors: [],
		warnings: [],
	};
	world.userIdentities.set(identity.user_identity_id, identity);
	return identity;
}

export const findPerson = (
	world: World,
	workspaceId: string,
	isThatOne: (person: UserIdentity) => boolean,
): UserIdentity | undefined =>
	[...world.userIdentities.values()].find(
		(person) => person.workspace_id === workspaceId && isThatOne(person),
	);
