import { SeamTrigger } from '../../../nodes/SeamTrigger/SeamTrigger.node';

describe('what n8n does for a delivery besides the node', () => {
	const { version, webhooks } = new SeamTrigger().description;

	it('evaluates an expression of its own for webhook nodes of version 1 only', () => {
		expect(version).not.toBe(1);
	});

	it('finds no expression in what the node says of its webhook', () => {
		expect(JSON.stringify(webhooks)).not.toContain('"=');
	});
});
