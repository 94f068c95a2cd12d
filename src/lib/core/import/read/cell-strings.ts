/** Different cells of a column that are kept at most; a power of two. */
const MOST = 1 << 14;
/** Places for them: few then stand in another's. */
const PLACES = 2 * MOST;
/** Cells of a column after which it is seen whether they repeat. */
const TRIED = 4 * 1024;
/** Longer cells are mostly one row's own. */
const LONGEST = 64;

/**
 * The strings of a column whose cells repeat, such as names and codes: each is made once, and found again by its
 * bytes. What is asked of the same string later – in maps, by comparison – costs less than of one made anew. A
 * column of ids or of positions is given up.
 */
export class CellStrings {
	readonly #places = new Uint16Array(PLACES);
	readonly #strings: string[] = [];
	readonly #hashes = new Int32Array(MOST);
	#tried = 0;
	/** Its cells do not repeat: there is no use in asking. */
	isOver = false;

	/**
	 * The string of a cell.
	 * @param text all of it in ASCII, the cell from `start` to before `end`
	 * @param hash of the cell's bytes: any, the same for the same
	 */
	of(text: string, start: number, end: number, hash: number): string {
		if (end - start > LONGEST) return text.substring(start, end);
		let place = (hash ^ (hash >>> 15)) & (PLACES - 1);
		for (;;) {
			const found = this.#places[place] as number;
			if (found === 0) break;
			if (this.#hashes[found - 1] === hash) {
				const string = this.#strings[found - 1] as string;
				if (isAt(string, text, start, end)) return string;
			}
			place = (place + 1) & (PLACES - 1);
		}
		return this.#keep(text.substring(start, end), place, hash);
	}

	#keep(string: string, place: number, hash: number): string {
		const { length } = this.#strings;
		this.#tried++;
		if (length >= MOST || (this.#tried >= TRIED && length > this.#tried / 2)) this.isOver = true;
		else {
			this.#hashes[length] = hash;
			this.#places[place] = this.#strings.push(string);
		}
		return string;
	}
}

function isAt(string: string, text: string, start: number, end: number): boolean {
	if (string.length !== end - start) return false;
	for (let i = 0; i < string.length; i++)
		if (string.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
	return true;
}
