import { getDevice } from '../../../../nodes/shared/api/devices';
import { failureOfConnection } from '../../../../nodes/shared/api/failure';
import { startFakeSeam, type FakeSeam } from '../../support/fakeSeam.mts';
import { executeContext } from '../../support/nodeHarness.mts';
import { probeNode } from '../../support/probeNode.mts';
import { skippingWaits, useFakeClock } from '../../support/time.mts';

const WRITE = {
	path: '/access_codes/create',
	subject: 'device device-1',
	isWrite: true,
	baseUrl: 'https://seam.example.com',
	secrets: [],
};

/** As n8n throws it: the HTTP client's error inside one of its own. */
const failed = (code: string) =>
	new Error('Request failed', { cause: Object.assign(new Error(code), { code }) });

it.each([
	'SELF_SIGNED_CERT_IN_CHAIN',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'CERT_HAS_EXPIRED',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'EPROTO',
])('%s: nothing was sent, and the way out is about the certificate', (code) => {
	const failure = failureOfConnection(failed(code), WRITE);
	expect(failure).toMatchObject({
		kind: 'unreachable',
		message: `Seam can't be reached at https://seam.example.com (${code})`,
		answerLost: false,
		fix: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
	});
});

it.each(['ECONNREFUSED', 'ENOTFOUND'])(
	'%s: nothing was sent, and the way out is the network',
	(code) => {
		const failure = failureOfConnection(failed(code), WRITE);
		expect(failure).toMatchObject({
			answerLost: false,
			fix: 'Check the network of this n8n and the Base URL of the credential, then run again.',
		});
	},
);

it.each([
	['ECONNRESET', 'The connection to Seam broke off when asked about device device-1 (ECONNRESET)'],
	['ETIMEDOUT', 'Seam did not answer in time when asked about device device-1 (ETIMEDOUT)'],
])('%s: a write may have been carried out, a read was in vain', (code, message) => {
	expect(failureOfConnection(failed(code), WRITE)).toMatchObject({
		message,
		answerLost: true,
		fix: expect.stringContaining('may have been carried out'),
	});
	expect(failureOfConnection(failed(code), { ...WRITE, isWrite: false })).toMatchObject({
		message,
		answerLost: false,
		fix: expect.stringContaining('Check the network'),
	});
});

describe('a handshake that fails', () => {
	let seam: FakeSeam;
	beforeEach(async () => {
		seam = await startFakeSeam();
	});
	afterEach(async () => {
		jest.useRealTimers();
		await seam.stop();
	});

	it('is known by the code that Node gives it', async () => {
		const baseUrl = seam.baseUrl.replace('http:', 'https:');
		const context = executeContext(
			probeNode(async () => ({})),
			{ seam: { baseUrl } },
		);
		useFakeClock();
		const asking = skippingWaits(
			async () => await getDevice({ context, itemIndex: 0 }, 'device-1'),
		);
		await expect(asking).rejects.toMatchObject({
			message: `Seam can't be reached at ${baseUrl} (EPROTO)`,
		});
	});
});
