// "Your first code" of the README, built as it says in a real n8n: from the form in a browser to a PIN that opens the door.
import { DateTime } from 'luxon';
import type { Browser } from 'playwright-core';
import { SeamCreateAccessCode } from '../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import { launchBrowser } from '../../scripts/browser.mts';
import { readFirstCode } from './harness/firstCode.mts';
import {
	outputOf,
	startN8n,
	startSandbox,
	waitFor,
	type N8n,
	type Sandbox,
	type WorkflowNode,
} from './harness/index.mts';
import { byId } from './operations/operationCall.mts';

const NIGHTS = 2;
const { form, expressions, message } = readFirstCode();

let sandbox: Sandbox;
let n8n: N8n;
let browser: Browser;
let credential: { id: string; name: string };

beforeAll(async () => {
	[sandbox, n8n] = await Promise.all([startSandbox(), startN8n()]);
	browser = await launchBrowser();
	const { apiKey, baseUrl } = sandbox;
	credential = await n8n.client.createCredential('seamApi', 'Seam account', { apiKey, baseUrl });
}, 300_000);

afterAll(async () => {
	await browser?.close();
	await n8n?.stop();
	await sandbox?.stop();
}, 60_000);

/** The README names fields as the editor shows them. */
function parameterOf(label: string): string {
	const { properties } = new SeamCreateAccessCode().description;
	const property = properties.find(({ displayName }) => displayName === label);
	if (!property) throw new Error(`Seam Create Access Code has no field "${label}".`);
	return property.name;
}

/** The four nodes in a row, published; what the README does not name stays as the editor has it. */
async function publishFirstCode(alias: string): Promise<string> {
	const types = [
		{
			...{
				name: form.name,
				type: 'n8n-nodes-base.formTrigger',
				typeVersion: 2.6,
				webhookId: alias,
			},
			parameters: {
				formTitle: 'First code',
				formFields: {
					values: form.elements.map(({ label, kind }) => ({ fieldLabel: label, fieldType: kind })),
				},
			},
		},
		{
			...{ name: 'Seam Create Access Code', type: 'n8n-nodes-seam.seamCreateAccessCode' },
			typeVersion: 1.1,
			parameters: {
				device: byId(await sandbox.deviceId(alias)),
				...Object.fromEntries(
					Object.entries(expressions).map(([label, text]) => [parameterOf(label), `=${text}`]),
				),
			},
		},
		{
			...{ name: 'Seam Wait for Code Set', type: 'n8n-nodes-seam.seamWaitForCodeSet' },
			...{ typeVersion: 1.1, parameters: {} },
		},
		{
			...{ name: 'Message', type: 'n8n-nodes-base.set', typeVersion: 3.5 },
			parameters: {
				assignments: {
					assignments: [{ id: 'text', name: 'text', value: `=${message}`, type: 'string' }],
				},
			},
		},
	];
	const nodes = types.map((node, place) => ({
		...node,
		id: node.name,
		position: [place * 220, 0],
	}));
	const links = nodes
		.slice(1)
		.map(({ name }, place) => [
			nodes[place].name,
			{ main: [[{ node: name, type: 'main', index: 0 }]] },
		]);
	const id = await n8n.client.importWorkflow(
		{
			name: `First code for ${alias}`,
			nodes: nodes as WorkflowNode[],
			connections: Object.fromEntries(links),
		},
		credential,
	);
	await n8n.client.activate(id);
	return id;
}

async function fillIn(path: string, answers: Record<string, string>): Promise<void> {
	const page = await browser.newPage();
	try {
		// It goes live a moment after it was published.
		await waitFor(async () => (await page.goto(`${n8n.baseUrl}/form/${path}`))?.ok(), {
			limit: 10,
			what: 'the form to be live',
		});
		for (const [label, answer] of Object.entries(answers))
			await page.getByLabel(label).fill(answer);
		await page.getByRole('button', { name: 'Submit' }).click();
		await page.getByText('Form Submitted').waitFor();
	} finally {
		await page.close();
	}
}

test.each(['august', 'igloohome', 'oracode'])(
	'%s: the guest is told a PIN that opens the door for as long as the message says',
	async (alias) => {
		const workflowId = await publishFirstCode(alias);
		const { device } = await sandbox.seam<{ device: { location: { time_zone: string } } }>(
			'/devices/get',
			{ device_id: await sandbox.deviceId(alias) },
		);
		const { time_zone: zone } = device.location;
		const today = DateTime.fromJSDate(await sandbox.now(), { zone });
		const execution = await n8n.client.waitForExecution(
			await n8n.client.executionStartedBy(workflowId, async () => {
				await fillIn(alias, {
					Guest: 'Ada Palmer',
					Arrival: today.toISODate()!,
					Departure: today.plus({ days: NIGHTS }).toISODate()!,
				});
			}),
			{ limit: 180 },
		);

		const [{ text }] = outputOf(execution, 'Message');
		const [, pin, from, until] =
			/^Hello Ada Palmer, your door code is (\d{4,12})\. It works from (.+?) to (.+?)\. /.exec(
				`${String(text)} `,
			)!;
		const [start, end] = [from, until].map((told) =>
			DateTime.fromFormat(told, 'd MMMM yyyy, HH:mm', { zone, locale: 'en' }),
		);
		expect(end.diff(today, 'days').days).toBeGreaterThan(1);
		const opensAt = async (moment: DateTime): Promise<boolean> => {
			await sandbox.setClock({ now: moment.toISO()! });
			return (await sandbox.keypad(alias, pin)).opens;
		};
		const firstMoment = DateTime.max(start, today).plus({ minutes: 1 });
		expect(await opensAt(firstMoment)).toBe(true);
		expect(await opensAt(end.minus({ minutes: 1 }))).toBe(true);
		expect(await opensAt(end.plus({ minutes: 1 }))).toBe(false);
		await sandbox.setClock({ now: new Date().toISOString() });
	},
	240_000,
);
