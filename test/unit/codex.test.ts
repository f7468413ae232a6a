import seam from '../../nodes/Seam/Seam.node.json';
import createAccessCode from '../../nodes/SeamCreateAccessCode/SeamCreateAccessCode.node.json';
import getDevice from '../../nodes/SeamGetDevice/SeamGetDevice.node.json';
import trigger from '../../nodes/SeamTrigger/SeamTrigger.node.json';
import waitForCodeSet from '../../nodes/SeamWaitForCodeSet/SeamWaitForCodeSet.node.json';

const CODICES = [seam, createAccessCode, getDevice, trigger, waitForCodeSet].map(
	(codex) => [codex.node, codex] as const,
);

/** What people type who don't know the name Seam. */
const TYPED = [
	...['lock', 'smart lock', 'door lock', 'door code', 'lock code', 'access code', 'entry code'],
	...['keyless', 'pin', 'pin code', 'passcode', 'keypad'],
	...['airbnb', 'vacation rental', 'short-term rental', 'check-in', 'self check-in', 'guest'],
	...['igloohome', 'august', 'yale', 'schlage', 'nuki', 'ttlock', 'kwikset', 'lockly', 'dormakaba'],
	...['oracode', 'ultraloq', 'salto', 'tedee', 'wyze', 'akiles', 'smartthings', 'sifely', '2n'],
	...['omnitec', 'korelock', 'keyincode', 'keynest', 'brivo'],
];

describe.each(CODICES)('the codex of %s', (_name, { alias }) => {
	// The editor matches letters in their order and ranks a text lower the later it begins to match.
	it.each(TYPED)('has an alias that begins with what is typed: %s', (typed) => {
		expect(alias.filter((name) => name.toLowerCase().startsWith(typed))).not.toEqual([]);
	});

	it('has each alias once', () => {
		const names = alias.map((name) => name.toLowerCase());
		expect(names).toEqual([...new Set(names)]);
	});
});
