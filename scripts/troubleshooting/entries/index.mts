import type { Group } from '../entry.mts';
import { agents } from './agents.mts';
import { connecting } from './connecting.mts';
import { fields } from './fields.mts';
import { finding } from './finding.mts';
import { lockProblems } from './lockProblems.mts';
import { making } from './making.mts';
import { operations } from './operations.mts';
import { results } from './results.mts';
import { trigger } from './trigger.mts';
import { waiting } from './waiting.mts';

/** As a user meets them. */
export const groups: Group[] = [
	connecting,
	finding,
	lockProblems,
	fields,
	making,
	results,
	waiting,
	trigger,
	operations,
	agents,
];

/** Texts that are no messages by themselves, though they look like one: names, and what stands in for a name. */
export const namesOnly: string[] = [
	'ASSA ABLOY Vostio',
	'parameter Time Zone',
	'Most Extra Time (Hours)',
	'May Be Shorter By (Minutes)',
	'a time of day',
	'less than a minute',
	'no reason given',
	'the cooling set point',
	"the space with the key '…'",
	'unmanaged access code …',
	' – not issued yet',
];
