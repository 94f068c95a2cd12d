/** Bytes from `start` to before `end`. */
export interface ByteRange {
	start: number;
	end: number;
}

/**
 * What a Range header asks of so many bytes (RFC 9110, 14.1.2): undefined where it is to be ignored – another
 * unit, several ranges, which nobody asks for here, or no range at all – and all is sent.
 */
export function parseRange(header: string, bytes: number): ByteRange | 'unsatisfiable' | undefined {
	const [, first, last] = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header) ?? [];
	if (first === undefined || last === undefined || first + last === '') return undefined;
	if (first === '') {
		const length = Math.min(Number(last), bytes);
		return length === 0 ? 'unsatisfiable' : { start: bytes - length, end: bytes };
	}
	const start = Number(first);
	if (last !== '' && Number(last) < start) return undefined;
	if (start >= bytes) return 'unsatisfiable';
	return { start, end: last === '' ? bytes : Math.min(Number(last) + 1, bytes) };
}
