import {
	createOnce,
	type CreateAnswer,
	type CreateCalls,
} from '../../../../../nodes/shared/accessCode/deciding/createOnce';
import type { AccessCode } from '../../../../../nodes/shared/schema/accessCode';

const codeOf = (access_code_id: string, more: Partial<AccessCode> = {}): AccessCode => ({
	access_code_id,
	device_id: 'lock',
	name: 'Ada [HA-1]',
	code: '482915',
	created_at: `2027-01-01T00:00:0${access_code_id.slice(-1)}.000Z`,
	...more,
});

const failure = new Error('no answer');

/** A lock whose answers are written down beforehand: what each create does and what each look shows. */
function scripted(creates: CreateAnswer[], looks: AccessCode[][]) {
	const log: string[] = [];
	const calls: CreateCalls = {
		create: async () => {
			log.push('create');
			const answer = creates.shift();
			if (!answer) throw new Error('one create too many');
			return answer;
		},
		list: async () => {
			log.push('look');
			return looks.length > 1 ? (looks.shift() ?? []) : (looks[0] ?? []);
		},
		delete: async (code) => {
			log.push(`delete ${code.access_code_id}`);
		},
		pause: async () => {},
	};
	return { log, calls };
}

const online = {
	isWanted: (code: AccessCode) => code.name === 'Ada [HA-1]',
	pin: '482915',
	canBeDeleted: true,
};
const offline = { isWanted: online.isWanted, canBeDeleted: false };
const stranger = codeOf('code-9', { name: 'Somebody' });

describe('createOnce', () => {
	it('creates, looks again and is done', async () => {
		const own = codeOf('code-1');
		const { log, calls } = scripted([{ kind: 'created', code: own }], [[stranger, own]]);
		await expect(createOnce(calls, online)).resolves.toEqual({
			kind: 'code',
			code: own,
			wasCreated: true,
			surplus: [],
		});
		expect(log).toEqual(['create', 'look']);
	});

	it('keeps its own code where Seam does not list it yet', async () => {
		const own = codeOf('code-1');
		const { calls } = scripted([{ kind: 'created', code: own }], [[]]);
		await expect(createOnce(calls, online)).resolves.toMatchObject({ code: own, wasCreated: true });
	});

	it('adopts the code of the run that was faster', async () => {
		const winner = codeOf('code-1');
		const { log, calls } = scripted([{ kind: 'pin_taken' }], [[stranger, winner]]);
		await expect(createOnce(calls, online)).resolves.toEqual({
			kind: 'code',
			code: winner,
			wasCreated: false,
			surplus: [],
		});
		expect(log).toEqual(['create', 'look']);
	});

	it('looks more than once for a code that Seam is still writing', async () => {
		const winner = codeOf('code-1');
		const { log, calls } = scripted([{ kind: 'pin_taken' }], [[], [], [winner]]);
		await expect(createOnce(calls, online)).resolves.toMatchObject({ code: winner });
		expect(log).toEqual(['create', 'look', 'look', 'look']);
	});

	it('says so where the PIN is a stranger’s, without looking long', async () => {
		const { log, calls } = scripted([{ kind: 'pin_taken' }], [[stranger]]);
		await expect(createOnce(calls, online)).resolves.toEqual({ kind: 'pin_taken' });
		expect(log).toEqual(['create', 'look']);
	});

	it('says so where nobody is seen to have the PIN', async () => {
		const { calls } = scripted([{ kind: 'pin_taken' }], [[]]);
		await expect(createOnce(calls, online)).resolves.toEqual({ kind: 'pin_taken' });
	});

	it('finds the code whose answer was lost, and does not create it again', async () => {
		const own = codeOf('code-1');
		const { log, calls } = scripted([{ kind: 'lost', failure }], [[], [own]]);
		await expect(createOnce(calls, online)).resolves.toEqual({
			kind: 'code',
			code: own,
			wasCreated: true,
			surplus: [],
		});
		expect(log.filter((entry) => entry === 'create')).toHaveLength(1);
	});

	it('creates again only after looking in vain', async () => {
		const own = codeOf('code-1');
		const { log, calls } = scripted(
			[
				{ kind: 'lost', failure },
				{ kind: 'created', code: own },
			],
			[[], [], [], [], [own]],
		);
		await expect(createOnce(calls, online)).resolves.toMatchObject({ code: own, wasCreated: true });
		expect(log).toEqual(['create', 'look', 'look', 'look', 'look', 'create', 'look']);
	});

	it('gives up with what went wrong where answers keep getting lost', async () => {
		const lost: CreateAnswer = { kind: 'lost', failure };
		const { calls } = scripted([lost, lost, lost], [[]]);
		await expect(createOnce(calls, online)).resolves.toEqual({ kind: 'unanswered', failure });
	});

	it.each([
		['keeps its own where it is the older', 'code-1', 'code-2', 'code-1', true, []],
		[
			'deletes its own where it is the younger',
			'code-2',
			'code-1',
			'code-1',
			false,
			['delete code-2'],
		],
	])('online: %s', async (_what, ownId, otherId, keptId, wasCreated, deletes) => {
		const own = codeOf(ownId);
		const other = codeOf(otherId, { code: '111222' });
		const { log, calls } = scripted([{ kind: 'created', code: own }], [[own, other]]);
		await expect(createOnce(calls, online)).resolves.toMatchObject({
			code: { access_code_id: keptId },
			wasCreated,
			surplus: [],
		});
		expect(log.slice(2)).toEqual(deletes);
	});

	it('offline: keeps the oldest, deletes none and tells the surplus', async () => {
		const own = codeOf('code-2');
		const other = codeOf('code-1');
		const { log, calls } = scripted([{ kind: 'created', code: own }], [[own, other]]);
		await expect(createOnce(calls, offline)).resolves.toEqual({
			kind: 'code',
			code: other,
			wasCreated: false,
			surplus: [own],
		});
		expect(log).toEqual(['create', 'look']);
	});

	it('offline: tells a surplus after a lost answer, too', async () => {
		const codes = [codeOf('code-2'), codeOf('code-1')];
		const { calls } = scripted([{ kind: 'lost', failure }], [codes]);
		await expect(createOnce(calls, offline)).resolves.toMatchObject({
			code: { access_code_id: 'code-1' },
			surplus: [{ access_code_id: 'code-2' }],
		});
	});

	it('orders codes of the same instant by ID, as every other run does', async () => {
		const at = { created_at: '2027-01-01T00:00:00.000Z' };
		const own = codeOf('code-b', at);
		const { calls } = scripted([{ kind: 'created', code: own }], [[own, codeOf('code-a', at)]]);
		await expect(createOnce(calls, offline)).resolves.toMatchObject({
			code: { access_code_id: 'code-a' },
			wasCreated: false,
		});
	});
});
