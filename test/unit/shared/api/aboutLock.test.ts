import { type INode } from 'n8n-workflow';

import { aboutLock } from '../../../../nodes/shared/api/aboutLock';
import { failedItem, toNodeError } from '../../../../nodes/shared/api/nodeError';
import { SeamError } from '../../../../nodes/shared/api/seamError';
import { Refusal } from '../../../../nodes/shared/refusal';
import type { Device } from '../../../../nodes/shared/schema/device';

const node = { id: '1', name: 'Seam', type: 'n8n-nodes-seam.seam', typeVersion: 1 } as INode;
const device = {
	device_id: '11111111-1111-4111-8111-111111111111',
	display_name: 'Front Door',
	properties: {},
} as Device;

it('names the lock of a refusal that does not name it', () => {
	const refusal = aboutLock(new Refusal('This lock is full.'), device, true);
	expect(refusal.message).toBe('“Front Door”: This lock is full.');
	expect(refusal.facts).toEqual({ device: { device_id: device.device_id, name: 'Front Door' } });
});

it('puts the name in place of the ID in what Seam says', () => {
	const message = `Seam refused the request for device ${device.device_id}: Not now`;
	const error = aboutLock(new SeamError(message, { kind: 'invalid_input' }), device, true);
	expect(error.message).toBe('Seam refused the request for “Front Door”: Not now');
});

it('names it once, however often it is told', () => {
	const refusal = new Refusal('“Front Door” (august_lock) can hold no access codes.');
	expect(aboutLock(aboutLock(refusal, device, true), device, true).message).toBe(
		'“Front Door” (august_lock) can hold no access codes.',
	);
});

it('prefers the nickname, and takes the ID of a lock without a name', () => {
	const nameOf = (more: Partial<Device>) =>
		aboutLock(new Refusal('Full.'), { ...device, ...more }, true).message;
	expect(nameOf({ nickname: 'Gate' })).toBe('“Gate”: Full.');
	expect(nameOf({ display_name: undefined })).toBe(`“${device.device_id}”: Full.`);
});

it('keeps the other facts, and hands all of them to the failed item', () => {
	const facts = { nearest: [{ kind: 'offline_hourly_bound' }] };
	const told = toNodeError(node, aboutLock(new Refusal('No fit.', { facts }), device, true), 0);
	expect(failedItem(told, { json: { guest: 'Ada' } }, 0).json).toEqual({
		guest: 'Ada',
		error: '“Front Door”: No fit [item 0]',
		details: { ...facts, device: { device_id: device.device_id, name: 'Front Door' } },
	});
});

it('of a booking with one lock is a fact of its refusals, and needs no name there', () => {
	const refusal = aboutLock(new Refusal('This lock is full.'), device, false);
	expect(refusal.message).toBe('This lock is full.');
	expect(refusal.facts).toMatchObject({ device: { name: 'Front Door' } });
	const said = aboutLock(new SeamError('Not now', { kind: 'server' }), device, false);
	expect(said.message).toBe('“Front Door”: Not now');
});

it('leaves other errors as they are', () => {
	const error = new TypeError('odd');
	expect(aboutLock(error, device, true)).toBe(error);
	expect(error.message).toBe('odd');
});
