import { failureOf, withoutSecrets } from '../../../examples/src/watch/failure';

test.each([
	['PIN 8351 is taken', 'PIN •••• is taken'],
	['{"code":"402913"}', '{"code":"••••"}'],
	['code:8351', 'code:••••'],
	['key seam_made1up_Key0', 'key seam_…'],
	['Authorization: Bearer abc.def', 'Authorization: Bearer …'],
	['https://feeds.example.com/1.ics?s=secret&t=2', 'https://feeds.example.com/1.ics?s=…&t=…'],
	['token 0123456789abcdefABCDEF0123', 'token …'],
])('no secret is told: %#', (text, told) => {
	expect(withoutSecrets(text)).toBe(told);
});

test.each([
	'from 2027-03-01T15:00 to 2027-03-04',
	'device 8c1e2f3a-0000-4000-8000-1b2c3d4e5f60',
	'after 15 s, 3 tries',
])('what is no secret stays: %s', (text) => {
	expect(withoutSecrets(text)).toBe(text);
});

test('names the workflow, the node, the message and the execution', () => {
	const failure = failureOf({
		workflow: { id: '1', name: 'Bookings' },
		execution: {
			...{ url: 'https://n8n.example.com/workflow/1/executions/23145' },
			...{ lastNodeExecuted: 'Seam Get Device', mode: 'webhook' },
			error: { message: 'No lock [item 0]', description: 'Ask Seam (Seam request ID: abc)' },
		},
	});
	expect(failure).toEqual({
		about: '1 Seam Get Device No lock Ask Seam',
		subject: 'Failed: Bookings',
		text: expect.stringContaining(
			'Workflow: Bookings\nNode: Seam Get Device\nMessage: No lock Ask Seam\nExecution: https://n8n.example.com/workflow/1/executions/23145\n',
		),
	});
});

test('a trigger that could not start has no execution, but a node', () => {
	const trigger = {
		error: { message: 'refused', node: { name: 'Seam Trigger' } },
		mode: 'trigger',
	};
	expect(failureOf({ workflow: { id: '2', name: 'Bookings' }, trigger }).text).toMatch(
		/^Workflow: Bookings\nNode: Seam Trigger\nMessage: refused\n\n/,
	);
	expect(failureOf({}).text).toContain('Message: none');
});
