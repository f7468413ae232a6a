import { startTestSandbox, type TestSandbox } from './support/sandbox.mts';

let sandbox: TestSandbox;
let device_id: string;
beforeAll(async () => {
	sandbox = await startTestSandbox();
	device_id = await sandbox.device('august');
	for (const code of ['4821', '4822', '4823', '4824', '4825']) {
		await sandbox.seam.accessCodes.create({ device_id, code });
	}
});
afterAll(() => sandbox.close());

test('the official paginator collects every page once', async () => {
	const pages = sandbox.seam.createPaginator(
		sandbox.seam.accessCodes.list({ device_id, limit: 2 }),
	);
	const codes = await pages.flattenToArray();
	expect(codes.map(({ code }) => code)).toEqual(['4821', '4822', '4823', '4824', '4825']);
});

test('the last page says so', async () => {
	const first = await sandbox.call('/access_codes/list', { device_id, limit: 4 });
	const { next_page_cursor: cursor, ...rest } = first.body.pagination as Record<string, string>;
	expect(rest).toEqual({ has_next_page: true, next_page_url: expect.stringContaining(cursor) });
	const last = await sandbox.call('/access_codes/list', {
		device_id,
		limit: 4,
		page_cursor: cursor,
	});
	expect(last.body.pagination).toEqual({
		has_next_page: false,
		next_page_cursor: null,
		next_page_url: null,
	});
	expect(last.body.access_codes).toHaveLength(1);
});

test.each([
	['other filters', { search: '48' }],
	['a made-up cursor', { page_cursor: 'bm9wZQ' }],
])('%s with a cursor are refused', async (_name, change) => {
	const first = await sandbox.call('/access_codes/list', { device_id, limit: 2 });
	const { next_page_cursor } = first.body.pagination as { next_page_cursor: string };
	const second = await sandbox.call('/access_codes/list', {
		device_id,
		limit: 2,
		page_cursor: next_page_cursor,
		...change,
	});
	expect(second.status).toBe(400);
});
