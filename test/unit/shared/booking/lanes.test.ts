import { inLanes } from '../../../../nodes/shared/booking/lanes';

function held() {
	let release = () => {};
	const gate = new Promise<void>((resolve) => {
		release = resolve;
	});
	return { gate, release };
}

describe('inLanes', () => {
	it('runs tasks of one key one after the other, in order, also after one that failed', async () => {
		const seen: string[] = [];
		const { gate, release } = held();
		const first = inLanes(['a'], async () => {
			seen.push('first begins');
			await gate;
			seen.push('first ends');
			throw new Error('first failed');
		});
		const second = inLanes(['a'], async () => seen.push('second'));
		const third = inLanes(['a'], async () => {
			seen.push('third');
			return 3;
		});
		release();
		await expect(first).rejects.toThrow('first failed');
		await second;
		await expect(third).resolves.toBe(3);
		expect(seen).toEqual(['first begins', 'first ends', 'second', 'third']);
	});

	it('lets other keys pass', async () => {
		const { gate, release } = held();
		const first = inLanes(['a'], async () => await gate);
		await expect(inLanes(['b'], async () => 'b')).resolves.toBe('b');
		release();
		await first;
	});
});
