import { parseWhen, type When } from '../../date/when';

const read = new Map<string, When | undefined>();
const MAX_KEPT = 5_000;

/** An EDTF expression with its bounds; undefined for none, and for what is none. */
export function whenOf(value: string | null): When | undefined {
	if (value === null) return undefined;
	if (!read.has(value)) {
		const result = parseWhen(value);
		if (read.size > MAX_KEPT) read.clear();
		read.set(value, result.ok ? result.when : undefined);
	}
	return read.get(value);
}
