import { writeHistory } from '../history.mts';
import { clearFaults } from '../http/faults.mts';
import { parseInstant } from '../rules/time.mts';
import { resetWorld } from '../world.mts';
import {
	type ControlCall,
	type Controls,
	oneOf,
	optionalNumber,
	refuseControl,
} from './control.mts';

export const clockControls: Controls = {
	'GET /sandbox/clock': ({ world }) => world.clock.read(),
	'POST /sandbox/clock': setClock,
	'POST /sandbox/reset': ({ world }) => {
		clearFaults(world);
		for (const webhook of world.webhooks.values()) webhook.isDeleted = true;
		resetWorld(world);
		writeHistory(world);
		return world.clock.read();
	},
	'GET /sandbox/reading': ({ world }) => ({ reading: world.reading }),
	'POST /sandbox/reading': ({ world, body }) => {
		world.reading = oneOf(body.reading, ['strict', 'lenient'] as const, 'reading');
		return { reading: world.reading };
	},
};

/** Answers when everything that became due has happened, deliveries included. */
async function setClock({ world, body }: ControlCall) {
	const speed = optionalNumber(body.speed, 'speed');
	const advance = optionalNumber(body.advance_ms, 'advance_ms');
	if (speed !== undefined && speed <= 0) throw refuseControl('speed is above 0');
	if (advance !== undefined && advance < 0) throw refuseControl('advance_ms is not negative');
	let now: number | undefined;
	if (body.now !== undefined) {
		now = parseInstant(String(body.now)) ?? undefined;
		if (now === undefined) throw refuseControl('now is an ISO 8601 instant');
	}
	await world.clock.set({
		now,
		speed,
		advance_ms: advance,
		frozen: body.frozen as boolean | undefined,
	});
	return world.clock.read();
}
