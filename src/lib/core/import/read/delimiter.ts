import { scanText, type Scanned } from './scan';

/** What cells may be parted by, the likeliest first. */
export const DELIMITERS = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const;
export type Delimiter = keyof typeof DELIMITERS;

const LINES = 50;

/**
 * What parts the cells of a table: that which gives most of its first lines the same number of cells, and more
 * than one; of several such that with the most cells. A comma where nothing parts them.
 *
 * @param head the beginning of the text; its last line may be cut
 */
export function delimiterOf(head: string): Delimiter {
	let best: Delimiter = ',';
	let score = 0;
	for (const delimiter of Object.keys(DELIMITERS) as Delimiter[]) {
		const found: Scanned = { rows: [], faults: [] };
		scanText(head, delimiter.charCodeAt(0), undefined, 1, found);
		const rows = found.rows.length > 1 ? found.rows.slice(0, -1) : found.rows;
		const widths = rows.slice(0, LINES).map(({ cells }) => cells.length);
		const width = widths[0] ?? 1;
		if (width < 2) continue;
		const same = widths.filter((one) => one === width).length / widths.length;
		const own = same * same * Math.log2(width);
		if (own > score) [best, score] = [delimiter, own];
	}
	return best;
}
