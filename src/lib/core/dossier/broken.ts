/** One object that could be read out of a file that is no JSON as a whole. */
interface Rescued {
	values: unknown[];
	/** Lines, from 1, at which objects begin that could not be read. */
	lostAtLines: number[];
}

/**
 * Reads what can be read of a list of objects in a text that is no JSON as a whole: the features of
 * a FeatureCollection, the items of sources.json. Each object from its `{` to the matching `}` is
 * parsed by itself. A bracket too few hides what follows it. Never throws.
 */
export function rescueItems(text: string): Rescued {
	const list =
		/"features"\s*:?\s*\[/.exec(text) ?? /features\s*:\s*\[/.exec(text) ?? /^\s*\[/.exec(text);
	const rescued: Rescued = { values: [], lostAtLines: [] };
	if (!list) return rescued;
	let depth = 0;
	let start = 0;
	let inString = false;
	for (let i = list.index + list[0].length; i < text.length; i++) {
		const sign = text[i];
		if (inString) {
			if (sign === '\\') i++;
			// No JSON string runs over a line's end: an unclosed one stops there.
			else if (sign === '"' || sign === '\n') inString = false;
		} else if (sign === '"') inString = true;
		else if (sign === '{') {
			if (depth === 0) start = i;
			depth++;
		} else if (sign === '}' && depth > 0) {
			depth--;
			if (depth === 0) take(text.slice(start, i + 1), start);
		}
	}
	if (depth > 0) rescued.lostAtLines.push(lineAt(start));
	return rescued;

	function take(item: string, at: number): void {
		try {
			rescued.values.push(JSON.parse(item));
		} catch {
			rescued.lostAtLines.push(lineAt(at));
		}
	}
	function lineAt(offset: number): number {
		return text.slice(0, offset).split('\n').length;
	}
}
