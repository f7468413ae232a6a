import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { failedItem, toNodeError } from '../../../../nodes/shared/api/nodeError';
import { SeamError } from '../../../../nodes/shared/api/seamError';
import { Refusal } from '../../../../nodes/shared/refusal';

const node = { id: '1', name: 'Seam', type: 'n8n-nodes-seam.seam', typeVersion: 1 } as INode;

it('tells a refusal with item, parameter and the way out', () => {
	const refusal = new Refusal("'Ends At' is before 'Starts At'", {
		parameter: 'endsAt',
		fix: 'Give a later end.',
	});
	const error = toNodeError(node, refusal, 2);
	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error.message).toBe("'Ends At' is before 'Starts At' [item 2]");
	expect(error.description).toBe('Give a later end.');
	expect(error.context).toMatchObject({ itemIndex: 2, parameter: 'endsAt' });
});

it('tells what Seam refused, with nothing of the request', () => {
	const refused = new SeamError('Seam does not find device device-1: no such device', {
		kind: 'not_found',
		fix: 'Check the ID.',
		httpStatus: 404,
		seamType: 'device_not_found',
		requestId: 'request-1',
	});
	const error = toNodeError(node, refused, 0) as NodeApiError;
	expect(error).toBeInstanceOf(NodeApiError);
	expect(error.message).toBe('Seam does not find device device-1: no such device [item 0]');
	expect(error.description).toBe('Check the ID.');
	expect(error.httpCode).toBe('404');
	expect(error.context.itemIndex).toBe(0);
	expect(error.errorResponse).toEqual({
		message: error.message,
		kind: 'not_found',
		type: 'device_not_found',
		request_id: 'request-1',
	});
	expect(error.cause).toBeUndefined();
});

it.each(['ECONNREFUSED', 'ETIMEDOUT'])(
	'keeps its own words where n8n would put its own: %s',
	(code) => {
		const message = `Seam can't be reached at http://127.0.0.1:1 (${code})`;
		const error = toNodeError(node, new SeamError(message, { kind: 'unreachable' }), 1);
		expect(error.message).toBe(`${message} [item 1]`);
		expect(error.description).toBeUndefined();
	},
);

it('leaves n8n’s own errors as they are and adds the item where it is missing', () => {
	const own = new NodeOperationError(node, 'Missing', { itemIndex: 4 });
	expect(toNodeError(node, own, 1)).toBe(own);
	expect(own.context.itemIndex).toBe(4);
	const without = new NodeOperationError(node, 'Missing');
	expect(toNodeError(node, without, 1).context.itemIndex).toBe(1);
});

it.each([
	['an unforeseen error', new TypeError('x is not iterable'), 'x is not iterable [item 3]'],
	['a text', 'odd', 'odd [item 3]'],
])('takes %s', (_name, thrown, message) => {
	expect(toNodeError(node, thrown, 3).message).toBe(message);
});

it('makes a paired item that n8n takes for a failed one', () => {
	const error = toNodeError(node, new Refusal('No device', { fix: 'Choose one.' }), 5);
	expect(failedItem(error, { json: {} }, 5)).toEqual({
		json: { error: 'No device [item 5] Choose one.', details: { fix: 'Choose one.' } },
		pairedItem: { item: 5 },
	});
});

describe('a failed item', () => {
	const onErrorOutput = { ...node, onError: 'continueErrorOutput' } as INode;
	const input = {
		json: { guest: 'Ada', error: 'an older one' },
		binary: { pass: { data: 'YQ==', mimeType: 'text/plain' } },
	};
	const refusal = new Refusal('No device', { fix: 'Choose one.', facts: { rejected: [] } });
	const failure = {
		error: 'No device [item 5] Choose one.',
		details: { fix: 'Choose one.', rejected: [] },
	};

	it('keeps what it came with where n8n continues', () => {
		expect(failedItem(toNodeError(node, refusal, 5), input, 5)).toEqual({
			json: { guest: 'Ada', ...failure },
			binary: input.binary,
			pairedItem: { item: 5 },
		});
	});

	it('has only the fields by which n8n sorts it where the error output is on', () => {
		expect(failedItem(toNodeError(onErrorOutput, refusal, 5), input, 5)).toEqual({
			json: failure,
			binary: input.binary,
			pairedItem: { item: 5 },
		});
	});

	it('loses no details that the input has under the same name', () => {
		const detailsWith = (details: string | { room: number }) =>
			failedItem(toNodeError(onErrorOutput, refusal, 0), { json: { details } }, 0).json;
		expect(detailsWith({ room: 7 }).details).toEqual({ room: 7, ...failure.details });
		// n8n adds the input's field where the item has none.
		expect(detailsWith('late')).not.toHaveProperty('details');
	});
});
