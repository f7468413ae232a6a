import { createOnce, type CreateCalls } from '../../../../nodes/shared/booking/createOnce';
import type { CreateAnswer } from '../../../../nodes/shared/booking/lockCalls';
import { SeamError } from '../../../../nodes/shared/api/seamError';
import type { AccessCode } from '../../../../nodes/shared/schema/accessCode';

const codeOf = (access_code_id: string, more: Partial<AccessCode> = {}): AccessCode => ({
	access_code_id,
	device_id: 'lock',
	name: 'Ada [HA-1]',
	code: '482915',
	created_at: `2027-01-01T00:00:0${access_code_id.slice(-1)}.000Z`,
	...more,
});

const failure = new SeamError('Seam said no', { kind: 'conflict' });
const conflict: CreateAnswer = { kind: 'conflict', failure };
const lost: CreateAnswer = { kind: 'lost', failure };

/** A lock whose answers are written down beforehand: what each create does and what each lookup shows. */
function scripted(creates: CreateAnswer[], lookups: AccessCode[][]) {
	const log: string[] = [];
	const calls: CreateCalls = {
		create: async () => {
			log.push('create');
			const answer = creates.shift();
			if (!answer) throw new Error('one create too many');
			return answer;
		},
		relist: async () => {
			log.push('look up');
			return lookups.length > 1 ? (lookups.shift() ?? []) : (lookups[0] ?? []);
		},
		pause: async () => {},
	};
	return { log, calls };
}

const isWanted = (code: AccessCode) => code.name === 'Ada [HA-1]';
const online = { isWanted, pin: '482915' };
const offline = { isWanted };
const own = codeOf('code-1');
const stranger = codeOf('code-9', { name: 'Somebody' });

describe('createOnce', () => {
	it.each([
		['a PIN of ours: Seam refuses it to any other run', online, true],
		['no PIN of ours: another run may have made one unseen', offline, false],
	])(
		'creates without a lookup, and says whether it is guarded: %s',
		async (_what, wanted, isGuarded) => {
			const { log, calls } = scripted([{ kind: 'created', code: own }], []);
			await expect(createOnce(calls, wanted)).resolves.toEqual({
				kind: 'created',
				code: own,
				isGuarded,
			});
			expect(log).toEqual(['create']);
		},
	);

	it('finds the code of the run that was faster', async () => {
		const { log, calls } = scripted([conflict], [[stranger, own]]);
		await expect(createOnce(calls, online)).resolves.toEqual({ kind: 'found', code: own });
		expect(log).toEqual(['create', 'look up']);
	});

	it('finds the oldest of several', async () => {
		const at = { created_at: '2027-01-01T00:00:00.000Z' };
		const { calls } = scripted([conflict], [[codeOf('b', at), codeOf('a', at), codeOf('code-2')]]);
		await expect(createOnce(calls, online)).resolves.toMatchObject({
			code: { access_code_id: 'a' },
		});
	});

	it('looks more than once for a code that Seam is still writing', async () => {
		const { log, calls } = scripted([conflict], [[], [], [own]]);
		await expect(createOnce(calls, online)).resolves.toMatchObject({ code: own });
		expect(log).toEqual(['create', 'look up', 'look up', 'look up']);
	});

	it('tells a PIN that somebody else has, without looking long', async () => {
		const { log, calls } = scripted([conflict], [[stranger]]);
		await expect(createOnce(calls, online)).resolves.toEqual({
			kind: 'conflict',
			failure,
			isPinOnLock: true,
		});
		expect(log).toEqual(['create', 'look up']);
	});

	it.each([
		['nobody is seen to have the PIN', online, []],
		[
			'Seam chooses the PIN, which a stranger may seem to have',
			offline,
			[codeOf('x', { name: 'Y', code: undefined })],
		],
	])('passes Seam’s conflict on if %s', async (_what, wanted, codes) => {
		const { calls } = scripted([conflict], [codes]);
		await expect(createOnce(calls, wanted)).resolves.toEqual({
			kind: 'conflict',
			failure,
			isPinOnLock: false,
		});
	});

	it('finds the code whose answer was lost, and does not create it again', async () => {
		const { log, calls } = scripted([lost], [[], [own]]);
		await expect(createOnce(calls, online)).resolves.toEqual({
			kind: 'created',
			code: own,
			isGuarded: false,
		});
		expect(log.filter((entry) => entry === 'create')).toHaveLength(1);
	});

	it('takes the code with its own PIN for the one whose answer was lost', async () => {
		const older = codeOf('code-0', { code: '111777' });
		const { calls } = scripted([lost], [[older, own]]);
		await expect(createOnce(calls, online)).resolves.toMatchObject({ code: own });
	});

	it('creates again only after a lookup found nothing', async () => {
		const { log, calls } = scripted([lost, { kind: 'created', code: own }], [[]]);
		await expect(createOnce(calls, online)).resolves.toMatchObject({ code: own, isGuarded: true });
		expect(log).toEqual(['create', 'look up', 'look up', 'look up', 'look up', 'create']);
	});

	it('gives up with what went wrong if answers keep getting lost', async () => {
		const { log, calls } = scripted([lost, lost, lost], [[]]);
		await expect(createOnce(calls, online)).resolves.toEqual({ kind: 'unanswered', failure });
		expect(log.filter((entry) => entry === 'create')).toHaveLength(3);
	});
});
