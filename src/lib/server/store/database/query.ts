import type { Database } from './connect';

/** A statement as it is put together: its text names values by number, and never holds one of somebody else's. */
export class Query {
	readonly values: string[] = [];

	/** A whole number of 32 bits; what lies beyond is held to them: no column has more. */
	int(value: number): string {
		return this.#put(String(held(value)), 'int4');
	}
	big(value: number): string {
		return this.#put(String(Math.trunc(value)), 'int8');
	}
	float(value: number): string {
		return this.#put(String(value), 'float8');
	}
	ints(values: readonly number[]): string {
		return this.#put(`{${values.map(held).join()}}`, 'int4[]');
	}
	bigs(values: readonly (string | number)[]): string {
		return this.#put(`{${values.map((value) => BigInt(value)).join()}}`, 'int8[]');
	}
	text(value: string): string {
		return this.#put(storable(value), 'text');
	}
	texts(values: readonly string[]): string {
		return this.#put(`{${values.map(quoted).join()}}`, 'text[]');
	}

	#put(value: string, type: string): string {
		this.values.push(value);
		return `$${this.values.length}::${type}`;
	}
}

const LEAST = -(2 ** 31);
const GREATEST = 2 ** 31 - 1;

function held(value: number): number {
	return Math.max(LEAST, Math.min(GREATEST, Math.trunc(value) || 0));
}

/** PostgreSQL has no text with U+0000; no id and no word has it, so that what asks for it finds nothing all the same. */
function storable(text: string): string {
	return text.replaceAll('\0', '\u{fffd}');
}

/** An element of an array in PostgreSQL's own writing (Array Input and Output Syntax). */
function quoted(text: string): string {
	return `"${storable(text).replace(/["\\]/g, '\\$&')}"`;
}

export type Row = Record<string, unknown>;

/** Statements that a connection keeps prepared, at most: each takes memory of the server's as long as the connection lasts. */
const MOST_PREPARED = 200;

/** Which statements come again: a bounded number of them, whoever asks for whatever else. */
export class Repeated {
	#once = new Set<string>();
	readonly #often = new Set<string>();

	/** @param most statements that are said to */
	constructor(private readonly most: number) {}

	/** Whether a statement has come before, and is among the first of those that have. */
	has(text: string): boolean {
		if (this.#often.has(text)) return true;
		if (this.#often.size >= this.most) return false;
		if (this.#once.delete(text)) {
			this.#often.add(text);
			return true;
		}
		if (this.#once.size >= this.most) this.#once = new Set();
		this.#once.add(text);
		return false;
	}
}

const repeated = new Repeated(MOST_PREPARED);

/**
 * Runs a statement. One that comes again is prepared: it is read once, and answered in one turn rather than two.
 * Each time it is planned with its very values (`plan_cache_mode` in connect.ts), so that parts of other years and other
 * dossiers are left out of the plan.
 */
export async function run<T extends Row>(sql: Database, text: string, query: Query): Promise<T[]> {
	return sql.unsafe<T[]>(text, query.values, { prepare: repeated.has(text) });
}

/** Conditions that all hold. */
export function all(conditions: readonly string[]): string {
	return conditions.length === 0 ? 'true' : conditions.map((one) => `(${one})`).join(' AND ');
}

/** Conditions of which one holds at least. */
export function any(conditions: readonly string[]): string {
	return conditions.length === 0 ? 'false' : conditions.map((one) => `(${one})`).join(' OR ');
}
