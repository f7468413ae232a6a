// The examples as the demo changes them can be read on n8n's canvas, and remember a wait before it begins.
import { withWakeWaits } from '../../scripts/demo/adapted.mts';
import { readExample } from '../e2e/harness/index.mts';

/** What a node takes on the canvas, with its name below it. */
const WIDTH = 150;
const HEIGHT = 150;

test.each(['booking-to-pin', 'by-hand'])('%s: the added node is free of others', async (name) => {
	const example = await readExample(name);
	const { nodes, connections } = withWakeWaits(example, '1');
	const placeOf = (wanted: string): [number, number] =>
		nodes.find((node) => node.name === wanted)!.position as [number, number];
	const [x, y] = placeOf('Remember the Wait');
	const near = example.nodes.filter(({ position }) => {
		const [otherX, otherY] = position as [number, number];
		return Math.abs(otherX - x) < WIDTH && Math.abs(otherY - y) < HEIGHT;
	});
	expect(near.map((node) => node.name)).toEqual([]);

	// n8n runs what is further up first.
	const { main } = connections['Seam Create Access Code'] as {
		main: Array<Array<{ node: string }>>;
	};
	const [first, ...others] = main[0].map(({ node }) => node);
	expect(first).toBe('Remember the Wait');
	expect(Math.min(...others.map((other) => placeOf(other)[1]))).toBeGreaterThan(y);
});
