import { Seam } from '../../../nodes/Seam/Seam.node';
import { startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import { runNode } from '../support/nodeHarness.mts';

/** More than a function takes as arguments. */
const MANY = 150_000;

let seam: FakeSeam;
beforeEach(async () => {
	seam = await startFakeSeam();
});
afterEach(async () => await seam.stop());

it('returns all, however many there are', async () => {
	const access_codes = Array.from({ length: MANY }, (_, index) => ({
		access_code_id: `code-${index}`,
		device_id: 'device-1',
	}));
	seam.respondWith('/access_codes/unmanaged/list', { access_codes });
	const [items] = await runNode(Seam, {
		seam,
		parameters: {
			resource: 'unmanagedAccessCode',
			operation: 'getMany',
			device: { __rl: true, mode: 'id', value: '3d4f0a1c-8e53-4b0a-9d6e-2f7c51b8a905' },
			returnAll: true,
		},
	});
	expect(items).toHaveLength(MANY);
	expect(items[MANY - 1].json.access_code_id).toBe(`code-${MANY - 1}`);
}, 60_000);
