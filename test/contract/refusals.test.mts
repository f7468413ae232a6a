// Tests against a yes-man prove nothing: each documented refusal is sent raw, next to a neighbour that is accepted.
import { constraintRows } from './refusals/constraints.mts';
import {
	CONSTRAINTS,
	MANUFACTURERS,
	TIME_FRAME_FIELDS,
	TIME_RULES,
} from './refusals/documented.mts';
import { generalRows } from './refusals/general.mts';
import { hotelRows } from './refusals/hotels.mts';
import { igloohomeRows } from './refusals/igloohome.mts';
import { manufacturerRows } from './refusals/manufacturers.mts';
import { oracodeRows } from './refusals/oracode.mts';
import { NOW, type Row } from './refusals/row.mts';
import { timeFrameRows } from './refusals/timeFrames.mts';
import { startTestSandbox, type TestSandbox } from './support/sandbox.mts';

const documented: Row[] = [
	...igloohomeRows,
	...oracodeRows,
	...manufacturerRows,
	...hotelRows,
	...constraintRows,
	...timeFrameRows,
];
const rows = [...generalRows, ...documented];

let sandbox: TestSandbox;

beforeAll(async () => {
	sandbox = await startTestSandbox();
	await sandbox.freezeAt(NOW);
});
afterAll(() => sandbox.close());

/** Puts the row's codes on a fresh lock and returns its id. */
async function prepare(row: Row, overrides: Row['overrides']): Promise<string> {
	const device = await sandbox.device(row.template, overrides);
	for (const body of row.before ?? []) {
		const answer = await sandbox.call('/access_codes/create', { device_id: device, ...body });
		expect([answer.status, answer.body.error]).toEqual([200, undefined]);
	}
	return device;
}

test.each(rows.map((row) => [row.section, row.what, row] as const))(
	'%s: refuses %s',
	async (_section, _what, row) => {
		const path = row.path ?? '/access_codes/create';
		const device = await prepare(row, row.overrides);
		const refused = await sandbox.call(path, { device_id: device, ...row.refused });
		expect([refused.status, refused.body.error]).toEqual([row.status ?? 400, expect.anything()]);
		expect((refused.body.error as { message: string }).message).toMatch(row.says);

		const neighbour = await prepare(row, row.acceptedBy ?? row.overrides);
		const accepted = await sandbox.call(path, { device_id: neighbour, ...row.accepted });
		expect([accepted.status, accepted.body.error]).toEqual([200, undefined]);
	},
);

test('every documented row has its pair, and no pair stands without a row', () => {
	const listed = [...MANUFACTURERS, ...TIME_RULES, ...CONSTRAINTS, ...TIME_FRAME_FIELDS];
	const covered = new Set(documented.map(({ section }) => section));
	expect([...covered].sort()).toEqual([...listed].sort());
	expect([MANUFACTURERS.length, TIME_RULES.length]).toEqual([30, 12]);
});
