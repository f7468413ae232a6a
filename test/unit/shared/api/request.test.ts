import type { IExecuteFunctions } from 'n8n-workflow';

import { getAccessCode } from '../../../../nodes/shared/api/accessCodes';
import { startFakeSeam, type FakeSeam } from '../../support/fakeSeam.mts';
import { executeContext, TEST_API_KEY } from '../../support/nodeHarness.mts';
import { probeNode } from '../../support/probeNode.mts';

let seam: FakeSeam;
let context: IExecuteFunctions;

beforeEach(async () => {
	seam = await startFakeSeam();
	context = executeContext(
		probeNode(async () => ({})),
		{ seam },
	);
});
afterEach(async () => await seam.stop());

it('sends one POST with the key and reads the answer', async () => {
	const accessCode = { access_code_id: 'code-1', device_id: 'device-1', status: 'set', news: [1] };
	seam.respondWith('/access_codes/get', { access_code: accessCode });

	expect(await getAccessCode(context, 'code-1', 0)).toEqual(accessCode);
	expect(seam.requests).toEqual([
		{ method: 'POST', path: '/access_codes/get', body: { access_code_id: 'code-1' } },
	]);
	expect(seam.headersOf(0).authorization).toBe(`Bearer ${TEST_API_KEY}`);
});
