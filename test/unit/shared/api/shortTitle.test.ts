import fc from 'fast-check';

import { asTitle, LONGEST_TITLE } from '../../../../nodes/shared/api/shortTitle';

const LONG = `Seam did not ${'really '.repeat(9)}answer`;

it.each<[string, string, string[]]>([
	['Seam is down', 'Seam is down', []],
	['Seam is down.', 'Seam is down', []],
	['Seam is down. Wait a minute.', 'Seam is down', ['Wait a minute.']],
	['No “A. B” here (v. 2). 7 left. Go on', 'No “A. B” here (v. 2)', ['7 left.', 'Go on.']],
	[`${LONG}; the line broke, and so on`, LONG, ['The line broke, and so on.']],
	["“St. Mary”: no '7. B' here. Can't. Don't", "“St. Mary”: no '7. B' here", ["Can't.", "Don't."]],
	[`'A Field: of': ${LONG}: it broke down.`, `'A Field: of': ${LONG}`, ['It broke down.']],
	['x'.repeat(LONGEST_TITLE + 1), 'x'.repeat(LONGEST_TITLE + 1), []],
])('%s', (message, title, details) => {
	expect(asTitle(message)).toEqual({ title, details });
});

it('loses no word', () => {
	const text = fc.array(fc.stringMatching(/^[A-Z][a-z ;,:']{0,70}[a-z]$/), { minLength: 1 });
	fc.assert(
		fc.property(text, (sentences) => {
			const { title, details } = asTitle(`${sentences.join('. ')}.`);
			const words = (told: string) => told.toLowerCase().match(/[a-z']+/g) ?? [];
			const said = words([title, ...details].join(' ')).filter((word) => word !== 'and');
			expect(said).toEqual(words(sentences.join(' ')).filter((word) => word !== 'and'));
		}),
	);
});
