/** What fits a terminal as it opens on most machines. */
export const COLUMNS = 80;

/** A text in lines of at most `width` characters, broken between words where that is possible. */
export function wrapped(text: string, width: number): string[] {
	return broken(text.split(' '), ' ', width);
}

/** JSON in lines of at most `width` characters, broken behind commas: still the same JSON. */
export function jsonLines(value: unknown, width: number): string[] {
	return broken(JSON.stringify(value).split(/(?<=,)/), '', width);
}

function broken(parts: string[], between: string, width: number): string[] {
	const lines: string[] = [];
	let line: string | undefined;
	for (const part of parts) {
		const longer: string = line === undefined ? part : `${line}${between}${part}`;
		if (line !== undefined && longer.length > width) {
			lines.push(line);
			line = part;
		} else line = longer;
	}
	return [...lines, line ?? ''];
}
