import type { INodeParameters } from 'n8n-workflow';

import { Seam } from '../../../nodes/Seam/Seam.node';
import { fault, startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import { runNode } from '../support/nodeHarness.mts';
import { grantCases } from './cases/grants';
import { refusalOf, testOperations } from './operationCases';

const ENTRANCE = '8c1f2c0e-6a52-4a1e-9d70-0a7f3f6f2b11';

let seam: FakeSeam;
beforeEach(async () => {
	seam = await startFakeSeam();
});
afterEach(async () => await seam.stop());

const refusal = async (what: string, parameters: INodeParameters) =>
	await refusalOf(seam, what, parameters);

testOperations(grantCases);

const GRANT = { guestName: 'Ada', additionalFields: { spaceKeys: 'listing-1' } };
const RESERVATION = { customerKey: 'host-7', reservationKey: 'HA-1', spaceKeys: 'listing-1' };

const REFUSED: Array<[what: string, operation: string, parameters: INodeParameters, says: string]> =
	[
		['no method', 'accessMethod: get', {}, "'Access Method' is empty"],
		['no grant', 'accessMethod: getMany', {}, "'Access Grant' is empty"],
		[
			'no key of a grant',
			'accessMethod: getMany',
			{ findBy: 'key' },
			"'Access Grant Key' is empty",
		],
		[
			'no reservation to delete by',
			'accessMethod: delete',
			{ deleteBy: 'reservationKey' },
			"'Reservation Key' is empty",
		],
		[
			'another way to delete',
			'accessMethod: delete',
			{ deleteBy: '={{ "all" }}', accessMethodId: 'method-1' },
			"'Delete By' is not set to one of its choices",
		],
		['no grant to delete', 'accessGrant: delete', { findBy: 'key' }, "'Access Grant Key' is empty"],
		[
			'uses of a key that is not asked for',
			'accessGrant: create',
			{ ...GRANT, additionalFields: { spaceKeys: 'a', instantKeyMaxUseCount: 2 } },
			"'Mobile Key Uses' is given, but 'Access Methods' has no Mobile Key",
		],
		[
			'half a use',
			'accessGrant: requestAccessMethods',
			{
				accessGrantId: 'grant-1',
				accessMethods: ['mobile_key'],
				options: { instantKeyMaxUseCount: 0.5 },
			},
			"'Mobile Key Uses' must be a whole number of 1 or more",
		],
		[
			'a PIN that is not asked for',
			'accessGrant: requestAccessMethods',
			{ accessGrantId: 'grant-1', accessMethods: ['card'], options: { code: '471193' } },
			"'PIN' is given, but 'Access Methods' has no PIN",
		],
		[
			'a PIN of letters',
			'accessGrant: requestAccessMethods',
			{ accessGrantId: 'grant-1', options: { code: 'abcd' } },
			"'PIN' is not made of 4 to 9 digits",
		],
		[
			'no methods',
			'accessGrant: requestAccessMethods',
			{ accessGrantId: 'grant-1', accessMethods: [] },
			"'Access Methods' is empty",
		],
		[
			'a kind that Seam does not have',
			'accessGrant: getRelated',
			{ accessGrantId: 'grant-1', include: ['locks'] },
			"'Include'",
		],
		['no entrances', 'entrance: getMany', { limit: 0 }, "'Limit' must be a whole number"],
		[
			'an account that is none',
			'entrance: getMany',
			{ filters: { connectedAccountId: 'Yale' } },
			"'Connected Account'",
		],
		['no reservation', 'reservation: delete', {}, "'Reservation Key' is empty"],
		[
			'no customer',
			'reservation: push',
			{ ...RESERVATION, customerKey: ' ' },
			"'Customer Key' is empty",
		],
		['no space', 'reservation: push', { ...RESERVATION, spaceKeys: '' }, "'Space Keys' is empty"],
		[
			'a guest without a name',
			'reservation: push',
			{ ...RESERVATION, additionalFields: { email: 'ada@example.com' } },
			"'Guest Name' is empty, but other details of the guest are given",
		],
		[
			'an end that is no time',
			'reservation: push',
			{ ...RESERVATION, startsAt: '2027-07-01T15:00', endsAt: 'later' },
			"'Ends At'",
		],
		[
			'a wish for a PIN that is none',
			'reservation: push',
			{ ...RESERVATION, additionalFields: { preferredCode: '12' } },
			"'Preferred PIN' is not made of 4 to 9 digits",
		],
	];

it.each(REFUSED)('refuses %s without a call (%s)', async (_what, operation, parameters, says) => {
	const { message } = await refusal(operation, parameters);
	expect(message).toContain(says);
	expect(seam.requests).toEqual([]);
});

const HOTELS = [
	['assa_abloy_vostio', 'ASSA ABLOY Vostio'],
	['dormakaba_ambiance_site', 'dormakaba Ambiance'],
	['dormakaba_community_site', 'dormakaba Community'],
	['salto_space_system', 'Salto Space'],
	['visionline_system', 'Visionline'],
];

it.each(HOTELS)('refuses a grant on %s without a reservation key', async (type, name) => {
	const entrance = { acs_entrance_id: ENTRANCE, acs_system_id: 's-1', display_name: 'Room 204' };
	seam.respondWith('/acs/entrances/list', { acs_entrances: [entrance] });
	seam.respondWith('/acs/systems/get', {
		acs_system: { acs_system_id: 's-1', external_type: type },
	});
	const { message, description } = await refusal('accessGrant: create', {
		guestName: 'Ada',
		additionalFields: { entranceIds: ENTRANCE },
	});
	expect(message).toBe("'Reservation Key' is missing [item 0]");
	expect(description).toContain(`Entrance 'Room 204' belongs to ${name}`);
	expect(seam.requestsTo('/access_grants/create')).toEqual([]);
});

it('leaves to Seam what it cannot read of the entrances', async () => {
	const refused = fault(403, 'forbidden', 'No access');
	seam.respondWith('/acs/entrances/list', refused);
	seam.respondWith('/access_grants/create', { access_grant: { access_grant_id: 'grant-1' } });
	const additionalFields = { entranceIds: ENTRANCE };
	const [[{ json }]] = await runNode(Seam, {
		parameters: {
			resource: 'accessGrant',
			operation: 'create',
			guestName: 'Ada',
			additionalFields,
		},
		seam,
	});
	expect(json).toMatchObject({ access_grant_id: 'grant-1' });
});

it('refuses a reservation of a space that Seam does not know, before anything is pushed', async () => {
	seam.respondWith('/spaces/get', fault(404, 'space_not_found', 'Space not found'));
	const { message } = await refusal('reservation: push', RESERVATION);
	expect(message).toContain("'Space Keys': no space has the key 'listing-1'");
	expect(seam.requestsTo('/customers/push_data')).toEqual([]);
});

it('refuses a bare time of a reservation if its spaces have no common zone', async () => {
	seam.respondWith('/spaces/get', { space: { space_id: 'space-1' } });
	const { message } = await refusal('reservation: push', {
		...RESERVATION,
		startsAt: '2027-07-01T15:00',
	});
	expect(message).toContain("'Starts At' has no offset");
	expect(seam.requestsTo('/customers/push_data')).toEqual([]);
});

it.each([
	['accessGrant: delete', { findBy: 'key', accessGrantKey: 'HA-1' }, '/access_grants/get'],
	['accessMethod: delete', { accessMethodId: 'method-1' }, '/access_methods/delete'],
	['reservation: delete', { reservationKey: 'HA-1' }, '/customers/delete_data'],
])('%s: what is gone counts as deleted', async (what, parameters, path) => {
	const [resource, operation] = what.split(': ');
	seam.respondWith(path, fault(404, 'not_found', 'Not found'));
	const [[{ json }]] = await runNode(Seam, {
		parameters: { resource, operation, ...parameters },
		seam,
	});
	expect(json).toEqual({ deleted: true });
});
