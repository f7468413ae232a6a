import { notFound } from '../http/apiError.mts';
import { presentCounts } from '../http/counts.mts';
import {
	FAULT_KINDS,
	type FaultRequest,
	addFault,
	clearFaults,
	presentFault,
	release,
	removeFault,
} from '../http/faults.mts';
import {
	type ControlCall,
	type Controls,
	oneOf,
	optionalNumber,
	refuseControl,
} from './control.mts';

export const troubleControls: Controls = {
	'GET /sandbox/faults': ({ world }) => ({ faults: world.faults.map(presentFault) }),
	'POST /sandbox/faults': ({ world, body }) => presentFault(addFault(world, readFault(body))),
	'DELETE /sandbox/faults': ({ world }) => {
		clearFaults(world);
		return {};
	},
	'DELETE /sandbox/faults/:id': ({ world, id }) => {
		if (!removeFault(world, id)) throw notFound('fault');
		return {};
	},
	'POST /sandbox/faults/release': ({ world }) => ({ released: release(world) }),

	'GET /sandbox/requests': ({ world }) => ({ requests: world.requests }),
	'GET /sandbox/requests/counts': ({ world }) => ({ counts: presentCounts(world) }),
	'DELETE /sandbox/requests': ({ world }) => {
		world.requests = [];
		world.counts = new Map();
		return {};
	},

	'GET /sandbox/messages': ({ world }) => ({ messages: world.messages }),
	'POST /sandbox/messages': ({ world, body }: ControlCall) => {
		world.messages.push(body);
		return { received: world.messages.length };
	},
	'DELETE /sandbox/messages': ({ world }) => {
		world.messages = [];
		return {};
	},
};

function readFault(body: Record<string, unknown>): FaultRequest {
	const { path, kind, device_id: deviceId } = body;
	if (typeof path !== 'string' || (path !== '*' && !path.startsWith('/'))) {
		throw refuseControl('path is a path of the API, or *');
	}
	const retryAfter = body.retry_after;
	return {
		path,
		kind: oneOf(kind, FAULT_KINDS, 'kind'),
		times: optionalNumber(body.times, 'times'),
		status: optionalNumber(body.status, 'status'),
		delay_ms: optionalNumber(body.delay_ms, 'delay_ms'),
		...(retryAfter !== undefined && { retry_after: retryAfter as number | string }),
		...(body.body !== undefined && { body: body.body }),
		...(typeof deviceId === 'string' && { device_id: deviceId }),
	};
}
