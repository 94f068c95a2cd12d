/** Where a claim stands in the JSON of its event, and what of it has a column of its own. */
export interface ClaimPlace {
	start: number;
	end: number;
	/** The string of each field, without its quotation marks; both 0 where it has none. */
	by: Span;
	stance: Span;
	source: Span;
}

interface Span {
	start: number;
	end: number;
}

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN = 123;
const CLOSE = 125;

const key = (name: string) => Buffer.from(name);
const PROPERTIES = key('properties');
const CLAIMS = key('claims');
const FIELDS = [
	['by', key('by')],
	['stance', key('stance')],
	['source', key('source')]
] as const;

/**
 * Finds the claims in the JSON of an event, as JSON.stringify writes it: without white space, each key once. A text
 * that is parsed and written again takes five times as long.
 */
export class ClaimFinder {
	/** The claims of the event that was read last; of the list only so many are its own. */
	readonly claims: ClaimPlace[] = [];
	count = 0;
	/** From the first byte of the member `claims`, its comma with it, to behind the last; both 0 where there is none. */
	readonly member: Span = { start: 0, end: 0 };
	#json: Uint8Array = new Uint8Array();
	#at = 0;

	/** Reads an event. @param json from `start` to before `end`, in UTF-8 */
	read(json: Uint8Array, start: number, end: number): void {
		this.#json = json;
		this.#at = start;
		this.count = 0;
		this.member.start = this.member.end = 0;
		if (json[start] !== OPEN || json[end - 1] !== CLOSE) return;
		this.#members((from, to) => {
			if (this.#is(PROPERTIES, from, to) && json[this.#at] === OPEN) this.#properties();
			else this.#skip();
		});
	}

	#properties(): void {
		const json = this.#json;
		this.#members((from, to) => {
			if (!this.#is(CLAIMS, from, to) || json[this.#at] !== OPEN_LIST) {
				this.#skip();
				return;
			}
			const first = from - 1;
			this.#list();
			const isFirst = json[first - 1] !== COMMA;
			// Its own comma goes with it: the one before, or where it stands first the one behind.
			this.member.start = isFirst ? first : first - 1;
			this.member.end = isFirst && json[this.#at] === COMMA ? this.#at + 1 : this.#at;
		});
	}

	#list(): void {
		const json = this.#json;
		this.#at++;
		while (json[this.#at] !== CLOSE_LIST) {
			const start = this.#at;
			const claim = (this.claims[this.count] ??= place());
			this.count++;
			for (const [field] of FIELDS) claim[field].start = claim[field].end = 0;
			if (json[start] === OPEN) this.#claim(claim);
			else this.#skip();
			claim.start = start;
			claim.end = this.#at;
			if (json[this.#at] === COMMA) this.#at++;
		}
		this.#at++;
	}

	#claim(claim: ClaimPlace): void {
		this.#members((from, to) => {
			const isText = this.#json[this.#at] === QUOTE;
			const start = this.#at + 1;
			this.#skip();
			if (!isText) return;
			for (const [field, name] of FIELDS)
				if (this.#is(name, from, to)) {
					claim[field].start = start;
					claim[field].end = this.#at - 1;
				}
		});
	}

	/** Goes through the members of an object; each is handed its key's place, and goes on behind the value. */
	#members(take: (from: number, to: number) => void): void {
		const json = this.#json;
		this.#at++;
		while (json[this.#at] === QUOTE) {
			const from = this.#at + 1;
			this.#string();
			const to = this.#at - 1;
			if (json[this.#at] === COLON) this.#at++;
			take(from, to);
			if (json[this.#at] === COMMA) this.#at++;
		}
		this.#at++;
	}

	/** Goes on behind a value. */
	#skip(): void {
		const json = this.#json;
		const first = json[this.#at];
		if (first === QUOTE) {
			this.#string();
			return;
		}
		if (first !== OPEN && first !== OPEN_LIST) {
			for (let byte; (byte = json[this.#at]) !== undefined; this.#at++)
				if (byte === COMMA || byte === CLOSE || byte === CLOSE_LIST) return;
			return;
		}
		let depth = 0;
		for (let byte; (byte = json[this.#at]) !== undefined;) {
			if (byte === QUOTE) {
				this.#string();
				continue;
			}
			this.#at++;
			if (byte === OPEN || byte === OPEN_LIST) depth++;
			else if ((byte === CLOSE || byte === CLOSE_LIST) && --depth === 0) return;
		}
	}

	/** Goes on behind a string. */
	#string(): void {
		const json = this.#json;
		let at = this.#at + 1;
		for (let byte; (byte = json[at]) !== QUOTE; at++) {
			if (byte === BACKSLASH) at++;
			else if (byte === undefined) break;
		}
		this.#at = at + 1;
	}

	#is(name: Uint8Array, from: number, to: number): boolean {
		if (to - from !== name.length) return false;
		for (let i = 0; i < name.length; i++) if (this.#json[from + i] !== name[i]) return false;
		return true;
	}
}

/** A string of JSON in bytes, as it is read. @param json between its quotation marks */
export function stringIn(json: Uint8Array, { start, end }: Span): string {
	const text = Buffer.from(json.buffer, json.byteOffset + start, end - start).toString();
	return text.includes('\\') ? (JSON.parse(`"${text}"`) as string) : text;
}

function place(): ClaimPlace {
	const span = () => ({ start: 0, end: 0 });
	return { start: 0, end: 0, by: span(), stance: span(), source: span() };
}
