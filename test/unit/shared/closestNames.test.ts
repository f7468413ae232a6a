import { closestNames, sameToPeople } from '../../../nodes/shared/closestNames';

const NAMES = [
	'Beach House Front Door',
	'Front Door',
	'Garden Gate',
	'Flat 3',
	'Été',
	'Front Door',
];

it.each([
	['a letter too few', 'Frnt Door', ['Front Door']],
	['letters that changed places', 'Garden Gaet', ['Garden Gate']],
	['a part of a name', 'Beach House', ['Beach House Front Door']],
	['the same words', 'the gate', ['Garden Gate']],
	['the number of another', 'Flat 2', ['Flat 3']],
	['nothing like it', 'Xylophone', []],
	['nothing', ' ', []],
])('suggests for %s: %s', (_, written, close) => {
	expect(closestNames(written, NAMES)).toEqual(close);
});

it('suggests the closest first, and three at most', () => {
	const names = ['Front Door 34', 'Front Door 3', 'Front Door 12', 'Front Door 345'];
	expect(closestNames('front door 345', names)).toEqual([
		'Front Door 345',
		'Front Door 34',
		'Front Door 3',
	]);
});

it.each([
	['front door', 'Front Door', true],
	[' Front  Door ', 'front door', true],
	['ÉTÉ', 'été', true],
	['Front Door', 'Front Door 2', false],
])('%s and %s are the same to people: %s', (a, b, isSame) => {
	expect(sameToPeople(a, b)).toBe(isSame);
});
