import type { ILoadOptionsFunctions } from 'n8n-workflow';

import * as lazy from '../../../../nodes/shared/ui/editorLists';
import { loadDevices, loadEntrances, loadSpaces } from '../../../../nodes/shared/ui/loadChoices';
import * as codes from '../../../../nodes/shared/ui/searchAccessCodes';
import * as climateAndNoise from '../../../../nodes/shared/ui/searchClimateAndNoise';
import { searchConnectedAccounts } from '../../../../nodes/shared/ui/searchConnectedAccounts';
import { searchDevices, searchUnmanagedDevices } from '../../../../nodes/shared/ui/searchDevices';
import * as records from '../../../../nodes/shared/ui/searchRecords';
import { startFakeSeam, type FakeSeam } from '../../support/fakeSeam.mts';
import { loadOptionsContext } from '../../support/nodeHarness.mts';
import { probeNode } from '../../support/probeNode.mts';

type List = (this: ILoadOptionsFunctions, filter?: string, token?: string) => Promise<unknown>;

const lists: Readonly<Record<string, List>> = {
	...{ loadDevices, loadEntrances, loadSpaces },
	...{ searchConnectedAccounts, searchDevices, searchUnmanagedDevices },
	...Object.fromEntries(
		[codes, climateAndNoise, records].flatMap((file) =>
			Object.entries(file).filter(([name]) => name.startsWith('search')),
		),
	),
};

let seam: FakeSeam;
beforeEach(async () => {
	seam = await startFakeSeam();
});
afterEach(async () => await seam.stop());

it('has every list', () => {
	expect(Object.keys(lazy).sort()).toEqual(Object.keys(lists).sort());
});

it.each(Object.keys(lists))(
	'%s: asks what the list itself asks, once it is wanted',
	async (name) => {
		const node = probeNode(async () => ({}));
		const ask = async (list: List): Promise<unknown> => {
			seam.requests.length = 0;
			// Nothing is set up to answer: what counts is the question.
			await list.call(loadOptionsContext(node, { seam }), 'ada', 'page-2').catch(() => undefined);
			return seam.requests.map(({ path, body }) => [path, body]);
		};
		const asked = await ask(lists[name]);
		expect(asked).not.toEqual([]);
		expect(await ask(lazy[name as keyof typeof lazy] as List)).toEqual(asked);
	},
);
