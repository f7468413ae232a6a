/** What happened to the cases, counted per family of locks, so that a run proves that it looked everywhere. */
export class Tally {
	private readonly rows = new Map<string, Record<Column, number>>();

	count(family: string, column: Column): void {
		const row = this.rows.get(family) ?? {
			cases: 0,
			granted: 0,
			refused: 0,
			across: 0,
			caution: 0,
		};
		row[column] += 1;
		this.rows.set(family, row);
	}

	of(column: Column): number {
		return [...this.rows.values()].reduce((sum, row) => sum + row[column], 0);
	}

	least(column: Column): number {
		return Math.min(...[...this.rows.values()].map((row) => row[column]));
	}

	toString(): string {
		const header = [
			'family',
			'cases',
			'granted',
			'refused',
			'across a change',
			'refused as caution',
		];
		const lines = [...this.rows].map(([family, row]) => [
			family,
			...COLUMNS.map((column) => String(row[column])),
		]);
		const total = ['total', ...COLUMNS.map((column) => String(this.of(column)))];
		return [header, ...lines, total].map(asLine).join('\n');
	}
}

export type Column = 'cases' | 'granted' | 'refused' | 'across' | 'caution';

const COLUMNS: Column[] = ['cases', 'granted', 'refused', 'across', 'caution'];
const WIDTHS = [36, 9, 9, 9, 17, 20];

function asLine(cells: string[]): string {
	return cells
		.map((cell, index) => (index === 0 ? cell.padEnd(WIDTHS[0]) : cell.padStart(WIDTHS[index])))
		.join('');
}
