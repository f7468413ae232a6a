// The first workflow that the README tells its reader to build, as its text says it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './packPackage.mts';

export interface FirstCode {
	/** What the form's node is called, and its elements with their kinds. */
	form: { name: string; elements: Array<{ label: string; kind: 'text' | 'date' }> };
	/** The expressions for fields of Seam Create Access Code, by the names that the fields have in the editor. */
	expressions: Record<string, string>;
	/** The text of the message. */
	message: string;
}

/** @throws TypeError if the README no longer says it in this form. */
export function readFirstCode(): FirstCode {
	const readme = readFileSync(join(REPOSITORY, 'README.md'), 'utf8');
	const [section] = /^## Your first code$[^]*?(?=^## )/m.exec(readme)!;
	const [steps, message] = section.split(/^```$/m);
	const [, name] = /\*\*n8n Form Trigger\*\* \(_(.+?)_/.exec(steps)!;
	const [, elements] = /add the form elements(.*?)\.$/m.exec(steps)!;
	return {
		form: {
			name,
			elements: [...elements.matchAll(/((?:`\w+`(?: and )?)+) \((text|date)s?\)/g)].flatMap(
				([, labels, kind]) =>
					[...labels.matchAll(/\w+(?=`)/g)].map(([label]) => ({
						label,
						kind: kind as 'text' | 'date',
					})),
			),
		},
		expressions: Object.fromEntries(
			[...steps.matchAll(/_([^_]+)_ `(\{\{.+?\}\})`/g)].map(([, field, text]) => [field, text]),
		),
		message: message.trim(),
	};
}
