// What the editor gets for the lists of a node that was just added: it asks before it has chosen the credential.
import type { INodePropertyOptions } from 'n8n-workflow';

import { properties } from '../../../../nodes/SeamCreateAccessCode/properties';
import { SeamCreateAccessCode } from '../../../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node';
import { Seam } from '../../../../nodes/Seam/Seam.node';
import { startFakeSeam, type FakeSeam } from '../../support/fakeSeam.mts';
import { loadOptionsContext } from '../../support/nodeHarness.mts';

let seam: FakeSeam;
beforeEach(async () => {
	seam = await startFakeSeam();
});
afterEach(async () => await seam.stop());

function withoutCredential(parameters = {}) {
	const context = loadOptionsContext(SeamCreateAccessCode, { seam, parameters });
	const node = { ...context.getNode() };
	delete node.credentials;
	jest.spyOn(context, 'getNode').mockReturnValue(node);
	return context;
}

const names = (options: INodePropertyOptions[]) => options.map(({ name }) => name);

it.each(Object.entries(new Seam().methods.loadOptions))(
	'%s says how the list is loaded, instead of an error, and asks Seam nothing',
	async (_name, load) => {
		expect(names(await load.call(withoutCredential()))).toEqual([
			"Not loaded yet: choose Refresh List in this field's menu",
		]);
		expect(seam.requests).toEqual([]);
	},
);

it('What the Lock Takes asks for the credential', async () => {
	const device = { __rl: true, mode: 'id', value: '11111111-1111-4111-8111-111111111111' };
	const { loadLockRules } = new SeamCreateAccessCode().methods.loadOptions;
	expect(names(await loadLockRules.call(withoutCredential({ device })))).toEqual([
		'Choose a credential first',
	]);
	expect(seam.requests).toEqual([]);
});

it('choosing the first lock loads the list of the others', () => {
	const others = properties.find(({ name }) => name === 'additionalDevices');
	expect(others?.typeOptions).toEqual({
		loadOptionsMethod: 'loadDevices',
		loadOptionsDependsOn: ['device.value'],
	});
});
