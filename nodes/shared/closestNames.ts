const NAMED_AT_MOST = 3;

/** Two names that differ in no more than case and spaces are the same to a person. */
export const sameToPeople = (a: string, b: string): boolean => folded(a) === folded(b);

/** Of the names, those that a person may have meant who wrote this one, the likeliest first; at most three, each once. */
export function closestNames(written: string, names: readonly string[]): string[] {
	const wanted = folded(written);
	if (wanted === '') return [];
	const rated = [...new Set(names)]
		.map((name) => ({ name, distance: distanceOf(wanted, folded(name)) }))
		.filter(({ distance }) => distance < 1)
		.sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name));
	const alike = rated.filter(({ distance }) => distance <= PART_OF_NAME);
	return (alike.length > 0 ? alike : rated).slice(0, NAMED_AT_MOST).map(({ name }) => name);
}

/** How far a name is that holds what was written; one that only shares a word with it is further. */
const PART_OF_NAME = 0.8;

const folded = (name: string): string =>
	name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** 0 for the same, below 1 for what may have been meant: a few wrong letters, a part, or the same words. */
function distanceOf(wanted: string, name: string): number {
	const mostWrong = Math.max(2, Math.floor(wanted.length / 3));
	const wrong = wrongLetters(wanted, name);
	if (wrong <= mostWrong && wrong < wanted.length) return (PART_OF_NAME * wrong) / (mostWrong + 1);
	if (isLongEnough(wanted) && name.includes(wanted)) return PART_OF_NAME;
	const words = name.split(' ').filter(isLongEnough);
	const shared = words.filter((word) => wanted.split(' ').includes(word)).length;
	return shared === 0 ? 1 : 0.99 - shared / 100;
}

const isLongEnough = (text: string): boolean => text.length >= 3;

/** How many letters have to be added, taken away or changed (Levenshtein). */
function wrongLetters(from: string, to: string): number {
	let above = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (const [row, letter] of [...from].entries()) {
		const current = [row + 1];
		for (let column = 1; column <= to.length; column += 1) {
			const changed = above[column - 1] + (letter === to[column - 1] ? 0 : 1);
			current.push(Math.min(changed, above[column] + 1, current[column - 1] + 1));
		}
		above = current;
	}
	return above[to.length];
}
