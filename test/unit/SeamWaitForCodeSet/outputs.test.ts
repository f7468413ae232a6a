import { NodeHelpers, type IDataObject, type INodeParameters } from 'n8n-workflow';

import { SeamWaitForCodeSet } from '../../../nodes/SeamWaitForCodeSet/SeamWaitForCodeSet.node';
import { startFakeSeam, type FakeSeam } from '../support/fakeSeam.mts';
import { executeContext, runNode, subtitleOf, waitingTooltipOf } from '../support/nodeHarness.mts';
import { useFakeClock } from '../support/time.mts';

const NOW = '2027-03-01T12:00:00.000Z';
const CODE: IDataObject = {
	access_code_id: 'code-1',
	device_id: 'device-1',
	type: 'time_bound',
	status: 'set',
	code: '481516',
	name: 'Ada [HA-1]',
	created_at: NOW,
	starts_at: '2027-03-01T14:00:00.000Z',
	ends_at: '2027-03-05T10:00:00.000Z',
	is_managed: true,
	errors: [],
	warnings: [],
};
const INSTRUCTION = 'Use it before 2027-03-02 15:00: later it stops working.';
const FIRST = ['code_to_give', 'is_ready', 'outcome', 'why', 'starts_at_local', 'ends_at_local'];
const ITEM: IDataObject = {
	access_code_id: 'code-1',
	time_zone: 'Europe/Rome',
	guest_instructions: [INSTRUCTION],
};

let seam: FakeSeam;
let code: IDataObject;

beforeEach(async () => {
	seam = await startFakeSeam();
	useFakeClock(NOW);
	code = { ...CODE };
	seam.respondWith('/access_codes/get', () => ({ access_code: code }));
});
afterEach(async () => {
	jest.useRealTimers();
	await seam.stop();
});

async function waited(parameters: INodeParameters = {}, item = ITEM, typeVersion?: number) {
	const given = { whenNotReady: 'continue', ...parameters };
	const setting = { seam, parameters: given, items: [{ json: item }], typeVersion };
	const [[{ json }]] = await runNode(SeamWaitForCodeSet, setting);
	return json;
}

describe('the item', () => {
	test('has the PIN, whether it works and why, and the window first', async () => {
		const json = await waited();
		expect(Object.keys(json).slice(0, 9)).toEqual([
			...FIRST,
			...['starts_at_text', 'ends_at_text', 'guest_instructions'],
		]);
		for (const field of ['created_at', 'is_managed', 'status', 'type', 'warnings']) {
			expect(json).not.toHaveProperty(field);
		}
		expect(json).toMatchObject({ code_to_give: '481516', device_id: 'device-1', is_ready: true });
	});

	test('has all fields of the code with Simplify off, and in stored workflows of version 1', async () => {
		for (const json of [await waited({ simplify: false }), await waited({}, ITEM, 1)]) {
			expect(json).toMatchObject(CODE);
			expect(Object.keys(json).slice(0, 6)).toEqual(FIRST);
		}
	});

	test('of a code that is not ready begins with that, and has no PIN', async () => {
		code = {
			...CODE,
			status: 'unset',
			errors: [{ error_code: 'device_removed', message: 'Gone' }],
		};
		for (const simplify of [true, false]) {
			const json = await waited({ simplify });
			expect(Object.keys(json).slice(0, 3)).toEqual(['is_ready', 'outcome', 'why']);
			expect({ isTold: JSON.stringify(json).includes('481516') }).toEqual({ isTold: false });
		}
	});
});

describe('dates for a guest', () => {
	test('are in one form, also in the instructions', async () => {
		expect(await waited()).toMatchObject({
			starts_at_text: '1 March 2027, 15:00',
			ends_at_text: '5 March 2027, 11:00',
			guest_instructions: ['Use it before 2 March 2027, 15:00: later it stops working.'],
		});
	});

	/** As Seam Create Access Code hands them on: its own texts are written already, those of its plan are not. */
	const ofCreate = {
		...ITEM,
		guest_instructions: ['Use it before March 2, 2027, 3:00 PM: later it stops working.'],
		plan: {
			guest_instructions: [INSTRUCTION],
			date_form: { language: 'en-US', clock: 'language' },
		},
	};

	test('are as in the item, unless the node says otherwise', async () => {
		expect(await waited({}, ofCreate)).toMatchObject({
			starts_at_text: 'March 1, 2027, 3:00 PM',
			guest_instructions: ofCreate.guest_instructions,
		});
		const options = { dateLanguage: 'de', dateClock: '24_hours' };
		expect(await waited({ options }, ofCreate)).toMatchObject({
			starts_at_text: '1. März 2027, 15:00',
			guest_instructions: ['Use it before 2. März 2027, 15:00: later it stops working.'],
		});
	});

	test('do not stumble over a form that the item can’t have', async () => {
		const plan = { date_form: { language: 7, clock: 'sundial' } };
		expect(await waited({}, { ...ITEM, plan })).toMatchObject({
			starts_at_text: '1 March 2027, 15:00',
		});
	});
});

describe('the panel', () => {
	function shownFor(parameters: INodeParameters) {
		const { description } = new SeamWaitForCodeSet();
		const node = { typeVersion: 1.1 };
		const { properties } = description;
		const all = NodeHelpers.getNodeParameters(
			...([properties, parameters, true, false, node, description] as const),
		);
		return properties.filter(
			(field) =>
				field.type !== 'hidden' &&
				NodeHelpers.displayParameter(all ?? {}, field, node, description),
		);
	}

	test('has nothing to set, and no ID that is missing, as a part of a parked wait', () => {
		const shown = shownFor({ parkedWait: 'poll' });
		expect(shown.map(({ name }) => name)).toEqual(['parkedWaitNotice']);
		expect(shownFor({}).map(({ name }) => name)).toEqual(
			expect.arrayContaining(['accessCodeId', 'readyWhen', 'giveUp', 'minutesBeforeStart']),
		);
	});

	test('has no notice; the hint comes with the items of several guests', () => {
		const { hints = [] } = new SeamWaitForCodeSet().description;
		expect(shownFor({}).filter(({ type }) => type === 'notice')).toEqual([]);
		const [{ message, displayCondition }] = hints;
		expect(message).toContain('All guests of one run are answered together');
		const isShown = (...items: IDataObject[]) => {
			const context = executeContext(SeamWaitForCodeSet, {
				items: items.map((json) => ({ json })),
			});
			return context.evaluateExpression(String(displayCondition).slice(1), 0);
		};
		const [street, flat, other] = [
			{ access_code_id: 'a', booking_key: 'HA-1' },
			{ access_code_id: 'b', booking_key: 'HA-1' },
			{ access_code_id: 'c', booking_key: 'HA-2' },
		];
		expect(isShown(street)).toBe(false);
		expect(isShown(street, flat)).toBe(false);
		expect(isShown(street, flat, other)).toBe(true);
		expect(isShown({ access_code_id: 'a' }, { access_code_id: 'b' })).toBe(true);
	});

	test.each<[INodeParameters, string]>([
		[
			{},
			'Waiting until the lock is known to have the code, at most until 30 minutes before the code starts. The note in the sub-execution of this wait tells of the next check.',
		],
		[
			{ readyWhen: 'set', giveUp: 'after_duration', duration: 2, durationUnit: 'hours' },
			'Waiting until the code opens the door, at most until 2 hours after the wait began. The note in the sub-execution of this wait tells of the next check.',
		],
		[
			{ giveUp: 'after_duration', duration: '={{ $json.patience }}' },
			'Waiting until the lock is known to have the code, at most until the time under Stop Waiting. The note in the sub-execution of this wait tells of the next check.',
		],
		[{ parkedWait: 'sleep' }, 'Sleeping until the next check; the output of Poll Codes says when'],
		[{ parkedWait: 'supervise' }, 'Waiting for the sub-execution that checks the code'],
	])('while it waits, the tooltip of %j says what for and until when', (parameters, text) => {
		expect(waitingTooltipOf(SeamWaitForCodeSet, parameters)).toBe(text);
	});
});

test.each([
	['Until Stored on the Lock', {}],
	['Until It Opens the Door', { readyWhen: 'set' }],
])('the subtitle says %s', (subtitle, parameters) => {
	expect(subtitleOf(SeamWaitForCodeSet, parameters)).toBe(subtitle);
});

describe('the fields', () => {
	const { properties } = new SeamWaitForCodeSet().description;
	const field = (name: string) => properties.find((one) => one.name === name);

	it('asks for the code to use instead before what becomes of an item that has none', () => {
		const labels = properties.map(({ displayName }) => displayName);
		const last = labels.indexOf('Replacement Code');
		expect(labels.slice(last, last + 2)).toEqual(['Replacement Code', 'If Still Not Ready']);
	});

	it('says what the deadline is, and which way it may move', () => {
		expect(field('giveUp')?.description).toMatch(
			/^The deadline .* moved later if .*, and earlier if/,
		);
	});

	it('says that a guest waits behind a form or a chat', () => {
		const { hint = '' } = field('giveUp') ?? {};
		expect(hint).toMatch(/^If an n8n form .* waits just as long, unless .* 'Form Is Submitted'$/);
		expect(hint.length).toBeLessThanOrEqual(120);
	});
});
