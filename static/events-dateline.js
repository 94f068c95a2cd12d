/**
 * Reads events.dateline, the events of a Dateline dossier as columns, in a browser or in Node from version 20.
 *
 *     import { open } from './events-dateline.js';
 *     const file = await open('https://example.org/dossier/events.dateline'); // or all of its bytes
 *     const { first, lon, lat } = await file.columns();
 *     const { event, sources } = (await file.records([0])).get(0);
 *
 * Built from Dateline’s own reader with npm run columns-module, MIT licence; docs/columns.md tells what is in it.
 */
// @ts-nocheck – it is checked where it comes from.
// src/lib/core/columns/events-file.ts
/**
* `events.dateline`: a dossier's events where they are too many for events.geojson. The columns of all
* of them come first; their texts lie in chunks behind, each fetched when somebody looks at one of its
* events. docs/columns.md has the bytes.
*/
var EVENTS_FILE = "events.dateline";
/** The file is not what it says that it is: truncated, tampered with, of a newer version. */
var DamagedFile = class extends Error {
	name = "DamagedFile";
};
// src/lib/core/columns/file/damage.ts
var AGAIN = "Fetch the file again; if that does not help, write it anew with dateline import or dateline columns.";
/** A fault of the file in one sentence, with what mends it. */
function damaged(part, expected, found, mend = AGAIN) {
	return new DamagedFile(`${EVENTS_FILE}, ${part}: expected ${expected}; found ${found}. ${mend}`);
}
/** More rows than this no file has. */
var MAX_ROWS = 1 << 24;
/** More bytes than this nothing has that is inflated at once. */
var MAX_RAW = 1 << 28;
/** Deflate makes of a byte at most 1032 (zlib’s technical notes), and an empty end more. */
var MAX_RATIO = 1032;
var ROW_COLUMNS = [
	"span",
	"earlier",
	"later",
	"sure",
	"type",
	"precision",
	"status",
	"contested",
	"known",
	"settled"
];
// src/lib/core/columns/file/once.ts
/** Does something at the first call and keeps what comes of it; what failed is tried again at the next. */
function once(work) {
	let done;
	return () => {
		if (!done) {
			const own = work();
			done = own;
			own.catch(() => {
				if (done === own) done = void 0;
			});
		}
		return done;
	};
}
// src/lib/core/columns/file/chunks-read.ts
/** Raw bytes of chunks that are kept; what is parsed of them is some times that. */
var KEPT_BYTES = 1 << 24;
/** The records of a file: their chunks, fetched once and kept as long as there is room. */
var ChunksReader = class {
	source;
	header;
	end;
	#chunks = once(() => this.#open());
	/** Chunks by number, the one asked for last at the end. */
	#kept = /* @__PURE__ */ new Map();
	#bytes = 0;
	constructor(source, header, end) {
		this.source = source;
		this.header = header;
		this.end = end;
	}
	async records(rows) {
		const chunks = await this.#chunks();
		const found = /* @__PURE__ */ new Map();
		const numbers = /* @__PURE__ */ new Map();
		for (const row of rows) {
			if (!Number.isInteger(row) || row < 0 || row >= this.header.rows) throw new RangeError(`There is no row ${row} in a file of ${this.header.rows}.`);
			const number = lastNotAfter(chunks.starts, row);
			const wanted = numbers.get(number);
			if (wanted) wanted.push(row);
			else numbers.set(number, [row]);
		}
		await Promise.all([...numbers].map(async ([number, wanted]) => {
			const records = await this.#chunk(number, chunks);
			const start = chunks.starts[number];
			for (const row of wanted) found.set(row, records[row - start]);
		}));
		return found;
	}
	#chunk(number, chunks) {
		const { raw } = chunks.stored[number];
		let records = this.#kept.get(number);
		if (records) this.#kept.delete(number);
		else {
			records = this.#read(number, chunks);
			this.#bytes += raw;
			records.catch(() => {
				if (this.#kept.get(number) !== records) return;
				this.#kept.delete(number);
				this.#bytes -= raw;
			});
		}
		this.#kept.set(number, records);
		for (const [oldest] of this.#kept) {
			if (this.#bytes <= KEPT_BYTES || oldest === number) break;
			this.#kept.delete(oldest);
			this.#bytes -= chunks.stored[oldest].raw;
		}
		return records;
	}
	async #read(number, { starts, stored }) {
		const part = `chunk ${number} of its texts`;
		const { events, sources } = await this.source.json(stored[number], part) ?? {};
		const rows = starts[number + 1] - starts[number];
		if (!Array.isArray(events) || events.length !== rows) throw damaged(part, `a list of ${rows} events`, Array.isArray(events) ? `${events.length}` : "none");
		if (!Array.isArray(sources)) throw damaged(part, "a list of sources", "none");
		return recordsOf(events, sources);
	}
	async #open() {
		const part = "its list of chunks";
		const numbers = await this.source.planes(this.header.chunks, part);
		const length = numbers.length / 5;
		const field = (chunk, i) => numbers[i * length + chunk];
		const starts = new Uint32Array(length + 1);
		const stored = [];
		let offset = 64;
		let rows = 0;
		for (let chunk = 0; chunk < length; chunk++) {
			rows += field(chunk, 0);
			offset += field(chunk, 1);
			const own = {
				offset,
				stored: field(chunk, 2),
				raw: field(chunk, 3),
				crc: field(chunk, 4)
			};
			offset += own.stored;
			if (own.raw > Math.min(268435456, 1032 * (own.stored + 8)) || offset > this.end) throw damaged(part, "chunks inside the file that deflate can make", `${own.raw} bytes`);
			if (rows > this.header.rows) break;
			starts[chunk + 1] = rows;
			stored.push(own);
		}
		if (rows !== this.header.rows) throw damaged(part, `${this.header.rows} rows in its chunks`, `${rows}`);
		return {
			starts,
			stored
		};
	}
};
/** Each event with those sources of its chunk that its claims cite, by id or by web address. */
function recordsOf(events, sources) {
	const byName = /* @__PURE__ */ new Map();
	for (const item of sources) {
		const { id, URL } = Object(item);
		if (typeof URL === "string") byName.set(URL, item);
		byName.set(String(id), item);
	}
	return events.map((event) => {
		const { properties } = Object(event);
		const { claims } = Object(properties);
		const cited = /* @__PURE__ */ new Set();
		for (const claim of Array.isArray(claims) ? claims : []) {
			const item = byName.get(Object(claim).source);
			if (item !== void 0) cited.add(item);
		}
		return {
			event,
			sources: [...cited]
		};
	});
}
function lastNotAfter(starts, row) {
	let low = 0;
	let high = starts.length - 1;
	while (high - low > 1) {
		const middle = low + high >> 1;
		if (starts[middle] <= row) low = middle;
		else high = middle;
	}
	return low;
}
// src/lib/core/columns/file/hash.ts
/**
* MurmurHash3 x86 32 (Austin Appleby, public domain) of a text in UTF-8. Two of them with SEEDS make the 64
* bits by which a source's rows are found: among a million sources two share them with a chance of 3 in 10⁸.
* They keep texts apart that nobody chose to collide; an id that is looked up is compared with the record.
*/
var SEEDS = [0, 2538058380];
var bytes = /* @__PURE__ */ new Uint8Array(512);
var encoder = new TextEncoder();
function murmur3(text, seed) {
	const length = encoded(text);
	let hash = seed | 0;
	const whole = length & -4;
	for (let i = 0; i < whole; i += 4) {
		const block = bytes[i] | bytes[i + 1] << 8 | bytes[i + 2] << 16 | bytes[i + 3] << 24;
		hash ^= scrambled(block);
		hash = hash << 13 | hash >>> 19;
		hash = Math.imul(hash, 5) + 3864292196 | 0;
	}
	let tail = 0;
	for (let i = length - 1; i >= whole; i--) tail = tail << 8 | bytes[i];
	if (length > whole) hash ^= scrambled(tail);
	hash ^= length;
	hash = Math.imul(hash ^ hash >>> 16, 2246822507);
	hash = Math.imul(hash ^ hash >>> 13, 3266489909);
	return (hash ^ hash >>> 16) >>> 0;
}
function scrambled(block) {
	const mixed = Math.imul(block, 3432918353);
	return Math.imul(mixed << 15 | mixed >>> 17, 461845907);
}
/** Puts the text's UTF-8 into `bytes`; gives its length. */
function encoded(text) {
	if (bytes.length < 3 * text.length) bytes = new Uint8Array(6 * text.length);
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code > 127) return encoder.encodeInto(text, bytes).written;
		bytes[i] = code;
	}
	return text.length;
}
// src/lib/core/dossier/precisions.ts
/** How exactly the sources place an event, from the finest to the coarsest. */
var PRECISIONS = [
	"exact",
	"near",
	"district",
	"province",
	"region",
	"country",
	"unknown"
];
PRECISIONS.filter((name) => name !== "unknown");
var STATUSES = [
	"denied",
	"planned",
	"reported",
	"confirmed"
];
// src/lib/core/columns/columns.ts
/**
* Events as typed arrays, for dossiers of more events than a page can hold as objects: what map,
* timeline, filters and counts ask of them. Their texts stay in the file (`events-file.ts`).
*/
/** A day of an interval that has no end on that side, or whose end nobody gave. */
var OPEN_BEFORE = -(2 ** 31);
var OPEN_AFTER = 2 ** 31 - 1;
/** Units of a position in a degree: a step of 1e-5 degrees is at most 1.1 metres. */
var PER_DEGREE = 1e5;
/** Latitude, in units, of an event that has no spot on the map. */
var NOWHERE = 2 ** 31 - 1;
/** The columns whose values are lists; the sources of a row are not among them: they are as many as the events. */
var LISTS = [
	"places",
	"actors",
	"publishers"
];
/** Whether a row has no date. */
function isUndated({ first }, row) {
	return first[row] === OPEN_AFTER;
}
/** A day of a column, with `Infinity` for no bound. */
function freeDay(day) {
	return day === OPEN_BEFORE ? -Infinity : day === OPEN_AFTER ? Infinity : day;
}
// src/lib/core/columns/file/header-read.ts
var PART = "its header";
/**
* The header, once every number of it is known to be one that a sound file can have: sections inside the file,
* as long as the rows need, no longer than deflate can make them. Nothing of that length is held before.
* @param end byte at which the header itself begins: all else lies before it
* @throws DamagedFile
*/
function readHeader(value, end) {
	const header = record(value, PART);
	const rows = number(header.rows, `${PART}, rows`, MAX_ROWS);
	vocabulary(header.precisions, PRECISIONS, `${PART}, precisions`);
	vocabulary(header.statuses, STATUSES, `${PART}, statuses`);
	const stored = (value, part) => {
		const section = record(value, part);
		const length = number(section.stored, `${part}, stored`, end);
		const raw = number(section.raw, `${part}, raw`, Math.min(MAX_RAW, MAX_RATIO * (length + 8)));
		const offset = number(section.offset, `${part}, offset`, end - length);
		if (offset < 64) throw damaged(part, `an offset from 64`, `${offset}`);
		number(section.crc, `${part}, crc`, 2 ** 32 - 1);
		return {
			section,
			raw
		};
	};
	const planes = (value, part, count) => {
		const { section, raw } = stored(value, part);
		const width = number(section.width, `${part}, width`, 4);
		const found = number(section.count, `${part}, count`, MAX_RAW);
		if (count !== void 0 && found !== count) throw damaged(part, `${count} numbers`, `${found}`);
		if (width === 0 || raw !== found * width) throw damaged(part, `${found * width} bytes of ${found} numbers`, `${raw}`);
		return {
			section,
			count: found
		};
	};
	const first = record(header.first, `${PART}, first`);
	const before = number(first.before, `${PART}, first.before`, rows);
	const undated = number(first.undated, `${PART}, first.undated`, rows - before);
	day(first.day, `${PART}, first.day`);
	planes(first, `${PART}, first`, rows - before - undated);
	const columns = record(header.columns, `${PART}, columns`);
	for (const name of ROW_COLUMNS) planes(columns[name], `${PART}, ${name}`, rows);
	const positions = record(header.positions, `${PART}, positions`);
	day(positions.west, `${PART}, positions.west`);
	day(positions.south, `${PART}, positions.south`);
	const spot = positions.spot === void 0 ? void 0 : planes(positions.spot, `${PART}, spot`, rows);
	const lon = planes(positions.lon, `${PART}, lon`, spot ? void 0 : rows);
	planes(positions.lat, `${PART}, lat`, lon.count);
	stored(header.types, `${PART}, types`);
	const lists = record(header.lists, `${PART}, lists`);
	for (const name of LISTS) {
		const list = record(lists[name], `${PART}, ${name}`);
		planes(list.set, `${PART}, ${name}.set`, rows);
		planes(list.counts, `${PART}, ${name}.counts`);
		planes(list.values, `${PART}, ${name}.values`);
		stored(list.ids, `${PART}, ${name}.ids`);
	}
	const chunks = planes(header.chunks, `${PART}, chunks`);
	if (chunks.count % 5 !== 0) throw damaged(`${PART}, chunks`, `5 numbers a chunk`, `${chunks.count}`);
	const table = (value, part) => {
		const found = record(value, part);
		number(found.offset, `${part}, offset`, end);
		stored(found.directory, `${part}, directory`);
		if (found.near !== void 0) stored(found.near, `${part}, near`);
		const start = number(found.start, `${part}, start`, rows);
		number(found.rows, `${part}, rows`, rows - start);
	};
	table(header.ids, `${PART}, ids`);
	table(header.sources, `${PART}, sources`);
	if (!Array.isArray(header.words)) throw damaged(`${PART}, words`, "a list of tables", typeof header.words);
	header.words.forEach((words, i) => table(words, `${PART}, words ${i}`));
	return value;
}
function vocabulary(value, known, part) {
	const found = texts$1(value, part);
	if (found.join() !== known.join()) throw damaged(part, known.join(", "), found.join(", "));
}
function record(value, part) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw damaged(part, "an object", JSON.stringify(value) ?? "nothing");
	return value;
}
/** A whole number from 0. */
function number(value, part, most) {
	if (!Number.isSafeInteger(value) || value < 0 || value > most) throw damaged(part, `a whole number from 0 to ${most}`, JSON.stringify(value) ?? "nothing");
	return value;
}
function day(value, part) {
	if (!Number.isSafeInteger(value) || Math.abs(value) > 2 ** 31) throw damaged(part, "a whole number of 32 bits", JSON.stringify(value) ?? "nothing");
}
/** Texts of a dictionary. */
function texts$1(value, part) {
	if (!Array.isArray(value) || !value.every((item) => typeof item === "string")) throw damaged(part, "a list of texts", Array.isArray(value) ? "other things in it" : "none");
	return value;
}
// src/lib/core/columns/file/bytes.ts
/** Bytes of events.dateline: checksums, numbers in byte planes, variable-length numbers. */
var CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? value >>> 1 ^ 3988292384 : value >>> 1;
	return value;
});
/** CRC-32 as in zlib, PNG and zip (ISO 3309). */
function crc32(bytes) {
	let crc = -1;
	for (let i = 0; i < bytes.length; i++) crc = crc >>> 8 ^ CRC_TABLE[(crc ^ bytes[i]) & 255];
	return ~crc >>> 0;
}
/** The numbers of some planes. @param bytes as many as there are numbers, times `width` */
function fromPlanes(bytes, width) {
	const length = bytes.length / width;
	const values = new Uint32Array(length);
	values.set(bytes.subarray(0, length));
	for (let plane = 1; plane < width; plane++) {
		const shift = 8 * plane;
		const start = plane * length;
		for (let i = 0; i < length; i++) values[i] = values[i] | bytes[start + i] << shift;
	}
	return values;
}
/** 0, 1, 2, … */
function upTo(end) {
	const numbers = new Uint32Array(end);
	for (let i = 0; i < end; i++) numbers[i] = i;
	return numbers;
}
function unzigzag(value) {
	return value & 1 ? -(value >>> 1) - 1 : value >>> 1;
}
/** Reads what ByteWriter wrote. Beyond the end, or over a number that is none, `failed` is set and 0 is read. */
var ByteReader = class {
	source;
	at = 0;
	failed = false;
	constructor(source) {
		this.source = source;
	}
	number() {
		let value = 0;
		for (let shift = 0; shift < 35; shift += 7) {
			const byte = this.source[this.at++];
			if (byte === void 0) break;
			value += (byte & 127) * 2 ** shift;
			if (byte < 128) {
				if (value < 2 ** 32) return value;
				break;
			}
		}
		this.failed = true;
		return 0;
	}
	bytes(length) {
		const end = this.at + length;
		if (end > this.source.length) {
			this.failed = true;
			return this.source.subarray(0, 0);
		}
		const some = this.source.subarray(this.at, end);
		this.at = end;
		return some;
	}
};
// src/lib/core/columns/file/preamble.ts
/** @throws DamagedFile where they are not those of a whole file of this version */
function readPreamble(bytes) {
	const part = "its first 64 bytes";
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.every((byte) => byte === 0)) throw damaged(part, "the letters DATELINE", "nothing: writing it was interrupted");
	const magic = String.fromCharCode(...bytes.subarray(0, 8));
	if (magic !== "DATELINE") throw damaged(part, "the letters DATELINE", JSON.stringify(magic), "Name a file that dateline import or dateline columns wrote.");
	const version = view.getUint32(8, true);
	if (version > 1) throw damaged(part, `version 1 or earlier`, `version ${version}`, "A newer Dateline wrote the file: update this one, or write the file with it.");
	const crc = crc32(bytes.subarray(0, 60));
	if (version === 0 || crc !== view.getUint32(60, true)) throw damaged(part, "bytes that match their checksum", "others");
	const header = {
		stored: view.getUint32(12, true),
		raw: view.getUint32(16, true),
		crc: view.getUint32(20, true),
		offset: view.getFloat64(24, true)
	};
	const length = view.getFloat64(32, true);
	if (!(Number.isSafeInteger(length) && Number.isSafeInteger(header.offset) && header.offset >= 64 && header.offset + header.stored <= length && header.stored <= 16777216 && header.raw <= 16777216)) throw damaged(part, "a header inside the file", `one at byte ${header.offset}`);
	return {
		header,
		length
	};
}
// src/lib/core/columns/file/codes.ts
function spanDay(first, code) {
	if (code === 0) return OPEN_AFTER;
	return first === OPEN_BEFORE ? unzigzag(code - 1) : first + code - 1;
}
function earlierDay(first, code) {
	if (first === OPEN_BEFORE || first === OPEN_AFTER || code === 1) return OPEN_BEFORE;
	return code === 0 ? first : first - code + 1;
}
function laterDay(last, code) {
	if (last === OPEN_AFTER || code === 1) return OPEN_AFTER;
	return code === 0 ? last : last + code - 1;
}
function knownDay(first, last, code) {
	return code === 0 ? OPEN_AFTER : reference(first, last) + unzigzag(code - 1);
}
var settledDay = laterDay;
function reference(first, last) {
	if (last !== OPEN_AFTER) return last;
	return first === OPEN_BEFORE || first === OPEN_AFTER ? 0 : first;
}
// src/lib/core/columns/file/rows-read.ts
var FARTHEST = 2 ** 30;
/** Reads all columns: they stand together, so that one range has them. @throws DamagedFile */
async function readRows(source, header) {
	const all = await together(source, sectionsOf(header));
	const planes = (at, part) => source.planes(at, part, all(at));
	const { rows } = header;
	const steps = await planes(header.first, "first");
	const codes = {};
	await Promise.all(ROW_COLUMNS.map(async (name) => codes[name] = await planes(header.columns[name], name)));
	const first = firstDays(header, steps);
	const last = dayColumn("span", rows, (i) => spanDay(first[i], codes.span[i]));
	const known = dayColumn("known", rows, (i) => knownDay(first[i], last[i], codes.known[i]));
	const types = texts$1(await source.json(header.types, "types", all(header.types)), "types");
	const { lon, lat } = await positionsOf(header, planes);
	const lists = {};
	await Promise.all(LISTS.map(async (name) => lists[name] = await listOf(source, header, name, planes, all)));
	return {
		length: rows,
		record: upTo(rows),
		first,
		last,
		possibleFirst: dayColumn("earlier", rows, (i) => earlierDay(first[i], codes.earlier[i])),
		possibleLast: dayColumn("later", rows, (i) => laterDay(last[i], codes.later[i])),
		sure: new Uint8Array(below("sure", codes.sure, 2)),
		lon,
		lat,
		type: new Uint16Array(below("type", codes.type, types.length)),
		types,
		precision: new Uint8Array(below("precision", codes.precision, header.precisions.length)),
		status: new Uint8Array(below("status", codes.status, header.statuses.length)),
		contested: new Uint8Array(below("contested", codes.contested, 2)),
		known,
		settled: dayColumn("settled", rows, (i) => settledDay(known[i], codes.settled[i])),
		...lists
	};
}
function sectionsOf({ first, columns, positions, types, lists }) {
	return [
		first,
		...Object.values(columns),
		positions.lon,
		positions.lat,
		...positions.spot ? [positions.spot] : [],
		types,
		...Object.values(lists).flatMap(({ set, counts, values, ids }) => [
			set,
			counts,
			values,
			ids
		])
	];
}
/** Reads sections in one range where nothing else lies between them; gives each its bytes. */
async function together(source, sections) {
	const start = Math.min(...sections.map(({ offset }) => offset));
	const end = Math.max(...sections.map(({ offset, stored }) => offset + stored));
	const length = sections.reduce((sum, { stored }) => sum + stored, 0);
	if (end - start !== length) return () => void 0;
	const bytes = await source.bytes(start, end, "its columns");
	return ({ offset, stored }) => bytes.subarray(offset - start, offset - start + stored);
}
function firstDays({ rows, first }, steps) {
	const days = new Int32Array(rows).fill(OPEN_AFTER, rows - first.undated);
	days.fill(OPEN_BEFORE, 0, first.before);
	let { day } = first;
	for (let i = 0; i < steps.length; i++) {
		day += steps[i];
		if (Math.abs(day) > FARTHEST) throw damaged("first", "days within reach", `day ${day}`);
		days[first.before + i] = day;
	}
	return days;
}
/** A column of days, each from its code. */
function dayColumn(part, rows, dayOf) {
	const days = new Int32Array(rows);
	for (let row = 0; row < rows; row++) {
		const day = dayOf(row);
		if (day > FARTHEST && day !== OPEN_AFTER || day < -FARTHEST && day !== OPEN_BEFORE) throw damaged(part, "days within reach", `day ${day} in row ${row}`);
		days[row] = day;
	}
	return days;
}
function below(part, values, end) {
	for (let row = 0; row < values.length; row++) if (values[row] >= end) throw damaged(part, `numbers below ${end}`, `${values[row]} in row ${row}`);
	return values;
}
async function positionsOf({ rows, positions }, planes) {
	const { west, south } = positions;
	const lons = await planes(positions.lon, "lon");
	const lats = await planes(positions.lat, "lat");
	const lon = new Int32Array(rows);
	const lat = new Int32Array(rows).fill(NOWHERE);
	const put = (row, x, y) => {
		if (Math.abs(x) > 18e6 || Math.abs(y) > 9e6) throw damaged("lon and lat", "a position on the globe", `${x}, ${y} in row ${row}`);
		lon[row] = x;
		lat[row] = y;
	};
	if (!positions.spot) {
		for (let row = 0; row < rows; row++) if (lats[row] !== 0) put(row, west + lons[row], south + lats[row] - 1);
		return {
			lon,
			lat
		};
	}
	const spot = below("spot", await planes(positions.spot, "spot"), lons.length + 1);
	for (let i = 1; i < lons.length; i++) lons[i] = lons[i] + lons[i - 1];
	for (let row = 0; row < rows; row++) {
		const number = spot[row];
		if (number > 0) put(row, west + lons[number - 1], south + lats[number - 1]);
	}
	return {
		lon,
		lat
	};
}
async function listOf(source, { rows, lists }, name, planes, all) {
	const sections = lists[name];
	const ids = texts$1(await source.json(sections.ids, `${name}.ids`, all(sections.ids)), `${name}.ids`);
	const sets = await planes(sections.set, `${name}.set`);
	const counts = await planes(sections.counts, `${name}.counts`);
	const held = below(`${name}.values`, await planes(sections.values, `${name}.values`), ids.length);
	const ends = new Uint32Array(counts.length + 1);
	let sum = 0;
	counts.forEach((count, i) => ends[i + 1] = Math.min(2 ** 32 - 1, sum += count));
	if (sum !== held.length) throw damaged(`${name}.counts`, `a sum of ${held.length}, as many as values`, `${sum}`);
	const starts = new Uint32Array(rows + 1);
	let met = 0;
	let total = 0;
	for (let row = 0; row < rows; row++) {
		const number = sets[row] === 0 ? met++ : sets[row] - 1;
		if (number >= Math.min(met, counts.length)) throw damaged(`${name}.set`, "sets that were met before", `number ${number} in row ${row}`);
		sets[row] = number;
		total += counts[number];
		if (total > MOST_VALUES) throw damaged(`${name}.set`, `at most ${MOST_VALUES} values`, "more of them");
		starts[row + 1] = total;
	}
	const values = new Uint32Array(total);
	for (let row = 0; row < rows; row++) {
		const number = sets[row];
		let at = starts[row];
		for (let i = ends[number]; i < ends[number + 1]; i++) values[at++] = held[i];
	}
	return {
		ids,
		starts,
		values
	};
}
/** Values of a list in all rows: what a set of many values, met in every row, may come to. */
var MOST_VALUES = 1 << 27;
// src/lib/core/columns/file/source.ts
/** Bytes of the file, verified before anything is made of them. */
var Source = class {
	read;
	inflate;
	length;
	constructor(read, inflate, length = Infinity) {
		this.read = read;
		this.inflate = inflate;
		this.length = length;
	}
	async bytes(start, end, part) {
		if (start === end) return /* @__PURE__ */ new Uint8Array();
		const bytes = await this.read(start, end);
		if (bytes.length !== end - start) throw damaged(part, `${end - start} bytes from byte ${start}`, `${bytes.length}: the file is cut off or another`);
		return bytes;
	}
	/** @param bytes those of the section, where they were read with others */
	async section(at, part, bytes) {
		bytes ??= await this.bytes(at.offset, at.offset + at.stored, part);
		if (crc32(bytes) !== at.crc) throw damaged(part, "bytes that match their checksum", "others");
		return this.inflated(bytes, at.raw, part);
	}
	async inflated(bytes, raw, part) {
		let found;
		try {
			found = await this.inflate(bytes, raw);
		} catch {
			throw damaged(part, "bytes compressed with deflate", "others");
		}
		if (found.length !== raw) throw damaged(part, `${raw} bytes once inflated`, `${found.length}`);
		return found;
	}
	async planes(at, part, bytes) {
		return fromPlanes(await this.section(at, part, bytes), at.width);
	}
	async json(at, part, bytes) {
		const text = await this.section(at, part, bytes);
		try {
			return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(text));
		} catch {
			throw damaged(part, "JSON", "a text that is none");
		}
	}
};
// src/lib/core/columns/near.ts
/**
* Whether one word becomes another by so many steps at most, each a letter (a UTF-16 unit) put in, taken out or put in
* another's place: Levenshtein's distance, worked out only where it can be within reach.
*/
function isNear(a, b, most) {
	if (Math.abs(a.length - b.length) > most) return false;
	if (most === 0) return a === b;
	let start = 0;
	while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
	let ends = 0;
	while (ends < Math.min(a.length, b.length) - start && a.charCodeAt(a.length - 1 - ends) === b.charCodeAt(b.length - 1 - ends)) ends++;
	return distance(a.slice(start, a.length - ends), b.slice(start, b.length - ends), most) <= most;
}
/** The steps, row by row; some number above `most` where they are more. */
function distance(a, b, most) {
	let before = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 0; i < a.length; i++) {
		const row = [i + 1];
		let least = i + 1;
		for (let j = 0; j < b.length; j++) {
			const steps = Math.min(before[j + 1] + 1, row[j] + 1, before[j] + Number(a.charCodeAt(i) !== b.charCodeAt(j)));
			row.push(steps);
			if (steps < least) least = steps;
		}
		if (least > most) return least;
		before = row;
	}
	return before[b.length];
}
// src/lib/core/columns/file/table-read.ts
/** Keys of a range and their rows; a directory and the blocks that hold the range are all that is read. */
var TableReader = class {
	source;
	name;
	kind;
	table;
	digits;
	/** What lists the blocks, and where each begins: one number more than there are blocks. @throws DamagedFile */
	directory = once(() => this.#open());
	constructor(source, name, kind, table, digits = 0) {
		this.source = source;
		this.name = name;
		this.kind = kind;
		this.table = table;
		this.digits = digits;
	}
	/**
	* The rows of the keys from `low` to `high`, both among them: not sorted, some more than once.
	* @throws DamagedFile
	*/
	async rows(low, high) {
		const { first } = (await this.directory()).directory;
		const from = Math.max(0, countBelow(first, (key) => key <= low) - 1);
		const to = countBelow(first, (key) => key <= high);
		const found = [];
		(await this.blocks(from, to)).forEach((block, i) => this.visit(block, from + i, first, (key) => key >= low && key <= high ? (row) => found.push(row) : void 0));
		return found;
	}
	/**
	* The rows of the words that another is but for so many letters: not sorted, some more than once. None in a file
	* that does not list such words.
	* @throws DamagedFile
	*/
	async rowsNear(word, wrong) {
		const keys = (await this.near()).filter((key) => isNear(key, word, wrong));
		const found = [];
		if (keys.length === 0) return found;
		const { first } = (await this.directory()).directory;
		const blocks = /* @__PURE__ */ new Map();
		for (const key of keys) {
			const number = countBelow(first, (begin) => begin <= key) - 1;
			const wanted = blocks.get(number);
			if (wanted) wanted.add(key);
			else blocks.set(number, /* @__PURE__ */ new Set([key]));
		}
		const runs = [];
		for (const number of blocks.keys()) {
			const last = runs.at(-1);
			if (last?.[1] === number) last[1]++;
			else runs.push([number, number + 1]);
		}
		await Promise.all(runs.map(async ([from, to]) => {
			(await this.blocks(from, to)).forEach((block, i) => this.visit(block, from + i, first, (key) => blocks.get(from + i)?.has(key) ? (row) => found.push(row) : void 0));
		}));
		return found;
	}
	/** The words that another may nearly be; none in a file that does not list them. @throws DamagedFile */
	near = once(async () => {
		const at = this.table.near;
		if (!at) return [];
		const part = `the words of ${this.name}`;
		const reader = new ByteReader(await this.source.section(at, part));
		const length = reader.number();
		const words = texts(reader, Math.min(length, reader.source.length));
		const rises = words.every((word, i) => i === 0 || words[i - 1] < word);
		if (reader.failed || words.length !== length || !rises) throw damaged(part, `${length} words that rise`, "others");
		return words;
	});
	/** Some blocks that stand one behind the other, fetched at once and inflated. @throws DamagedFile */
	async blocks(from, to) {
		if (from >= to) return [];
		const { directory, offsets } = await this.directory();
		const start = offsets[from];
		const bytes = await this.source.bytes(start, offsets[to], `the blocks of ${this.name}`);
		return Promise.all(Array.from({ length: to - from }, (_, i) => {
			const number = from + i;
			const part = this.partOf(number);
			const own = bytes.subarray(offsets[number] - start, offsets[number + 1] - start);
			if (crc32(own) !== directory.crc[number]) throw damaged(part, "bytes that match their checksum", "others");
			return this.source.inflated(own, directory.raw[number], part);
		}));
	}
	partOf(block) {
		return `block ${block} of ${this.name}`;
	}
	async #open() {
		const part = `the directory of ${this.name}`;
		const directory = await this.source.json(this.table.directory, part);
		const { first, stored, raw, crc } = Object(directory);
		const whole = (list, most) => Array.isArray(list) && list.every((n) => Number.isInteger(n) && n >= 0 && n <= most);
		if (!(Array.isArray(first) && first.every((key, i) => typeof key === "string" && (i === 0 || first[i - 1] < key)) && whole(stored, 268435456) && whole(raw, 268435456) && whole(crc, 2 ** 32 - 1) && [
			stored,
			raw,
			crc
		].every((list) => list?.length === first.length))) throw damaged(part, "first keys, lengths and checksums of blocks", "something else");
		const offsets = [this.table.offset];
		directory.stored.forEach((length, i) => offsets.push(offsets[i] + length));
		if (offsets.at(-1) > this.source.length) throw damaged(part, "blocks inside the file", `one that ends at byte ${offsets.at(-1)}`);
		if (directory.raw.some((length, i) => length > 1032 * (directory.stored[i] + 8))) throw damaged(part, "blocks that deflate can make", "one that it cannot");
		return {
			directory,
			offsets
		};
	}
	/**
	* Goes through the keys of a block.
	* @param first the first keys of all blocks
	* @param begin is told each key, and gives who is to be told its rows
	* @returns the last key
	* @throws DamagedFile
	*/
	visit(bytes, number, first, begin) {
		const part = this.partOf(number);
		const reader = new ByteReader(bytes);
		const length = reader.number();
		if (length > bytes.length) throw damaged(part, "as many keys as fit it", `${length}`);
		const keys = this.kind === "hash" ? this.#hashes(reader, length) : texts(reader, length);
		const rises = keys.every((key, i) => i === 0 || keys[i - 1] < key);
		if (reader.failed || !rises || keys[0] !== first[number]) throw damaged(part, "keys that rise from the one in the directory", "others");
		const counts = keys.map(() => reader.number());
		const { start, rows } = this.table;
		keys.forEach((key, i) => {
			const tell = begin(key);
			let row = start;
			for (let n = counts[i]; n > 0 && !reader.failed; n--) {
				row += reader.number();
				if (row >= start + rows) throw damaged(part, `rows below ${start + rows}`, `row ${row}`);
				tell?.(row);
			}
		});
		if (reader.failed || reader.at !== bytes.length) throw damaged(part, `${bytes.length} bytes of keys and rows`, `${reader.at}`);
		return keys.at(-1) ?? "";
	}
	#hashes(reader, length) {
		const width = this.digits / 2;
		const planes = reader.bytes(length * width);
		if (reader.failed) return [];
		return Array.from({ length }, (_, i) => {
			let key = "";
			for (let plane = 0; plane < width; plane++) key += hex(planes[plane * length + i]);
			return key;
		});
	}
};
function texts(reader, length) {
	const decoder = new TextDecoder();
	const keys = [];
	let before = /* @__PURE__ */ new Uint8Array();
	for (let i = 0; i < length && !reader.failed; i++) {
		const shared = reader.number();
		const rest = reader.bytes(reader.number());
		if (shared > before.length) {
			reader.failed = true;
			break;
		}
		const bytes = new Uint8Array(shared + rest.length);
		bytes.set(before.subarray(0, shared));
		bytes.set(rest, shared);
		keys.push(decoder.decode(bytes));
		before = bytes;
	}
	return keys;
}
/** How many of some sorted texts come before the first that fails a test. */
function countBelow(keys, test) {
	let low = 0;
	let high = keys.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (test(keys[middle])) low = middle + 1;
		else high = middle;
	}
	return low;
}
function hex(byte) {
	return (byte < 16 ? "0" : "") + byte.toString(16);
}
/** A hash as a key: eight hexadecimal digits for each 32 bits. */
function hashKey(...parts) {
	return parts.map((part) => part.toString(16).padStart(8, "0")).join("");
}
// src/lib/core/columns/file/cut-word.ts
/** Longer words are found by so many UTF-16 units of them. */
var WORD_UNITS = 64;
/** A word as the index has it: cut, never within a character. */
function cutWord(word) {
	if (word.length <= WORD_UNITS) return word;
	const last = word.charCodeAt(63);
	return word.slice(0, last >= 55296 && last < 56320 ? 63 : WORD_UNITS);
}
// src/lib/core/columns/read.ts
/** Comes after every letter of a word. */
var AFTER_ALL = "￿";
/**
* Opens events.dateline (docs/columns.md): reads its first bytes and its header; all else when it is asked for.
* Everything is checked before it is used. What `read` throws is passed on.
* @param read gives exactly the bytes that it is asked for, fewer only where the file ends
* @param inflate raw deflate (RFC 1951); it may stop at `atMost` bytes and throws where the bytes are none
* @throws DamagedFile
*/
async function openEvents(read, inflate) {
	const source = new Source(read, inflate);
	const preamble = readPreamble(await source.bytes(0, 64, "its first 64 bytes"));
	source.length = preamble.length;
	return new OpenFile(source, readHeader(await source.json(preamble.header, "its header"), preamble.header.offset), preamble.header.offset);
}
var OpenFile = class {
	source;
	header;
	length;
	#chunks;
	tables;
	columns = once(() => readRows(this.source, this.header));
	constructor(source, header, end) {
		this.source = source;
		this.header = header;
		this.length = header.rows;
		this.#chunks = new ChunksReader(source, header, end);
		this.tables = {
			ids: new TableReader(source, "the index of ids", "hash", header.ids, 8),
			sources: new TableReader(source, "the index of sources", "hash", header.sources, 16),
			words: header.words.map((table, i) => new TableReader(source, `part ${i} of the index of words`, "text", table))
		};
	}
	records(rows) {
		return this.#chunks.records(rows);
	}
	async rowOf(id) {
		const key = hashKey(murmur3(id, SEEDS[0]));
		const rows = await this.tables.ids.rows(key, key);
		const records = await this.records(rows);
		return rows.find((row) => Object(records.get(row)?.event).id === id);
	}
	async rowsCiting(sources) {
		return rising(await Promise.all([...new Set(sources)].map((id) => {
			const key = hashKey(murmur3(id, SEEDS[0]), murmur3(id, SEEDS[1]));
			return this.tables.sources.rows(key, key);
		})));
	}
	async rowsWithWord(word, wrong = 0) {
		const begin = cutWord(word);
		if (begin === "") return /* @__PURE__ */ new Uint32Array();
		const { words } = this.tables;
		return rising(await Promise.all([...words.map((table) => table.rows(begin, begin + AFTER_ALL)), ...wrong > 0 ? words.map((table) => table.rowsNear(begin, wrong)) : []]));
	}
};
/** Lists of rows as one, rising, each row once. */
function rising(lists) {
	const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const list of lists) {
		all.set(list, at);
		at += list.length;
	}
	all.sort();
	let kept = 0;
	for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[i - 1]) all[kept++] = all[i];
	return all.slice(0, kept);
}
// src/lib/core/columns/as-of.ts
/**
* The columns of what was known on a day: the rows that a source had reported by then, in the same order.
* What they say is what is known of them now. Of a row whose `settled` is later than the day some claims were
* not known yet: its date, place, status and lists may have been others, and its record tells which
* (`dossierAsOf` of core/dossier/known.ts). The dictionaries stay the same objects.
* @param day the last whose publications count, in days since 1970-01-01
*/
function columnsAsOf(columns, day) {
	return gather(columns, rowsWhere(columns, (row) => columns.known[row] <= day));
}
function rowsWhere({ length }, test) {
	const rows = new Uint32Array(length);
	let kept = 0;
	for (let row = 0; row < length; row++) if (test(row)) rows[kept++] = row;
	return rows.slice(0, kept);
}
/** Some rows as columns of their own; each keeps the number of its record. @param rows rising */
function gather(columns, rows) {
	const gathered = {
		...columns,
		length: rows.length,
		record: of(columns.record, rows),
		first: of(columns.first, rows),
		last: of(columns.last, rows),
		possibleFirst: of(columns.possibleFirst, rows),
		possibleLast: of(columns.possibleLast, rows),
		sure: of(columns.sure, rows),
		lon: of(columns.lon, rows),
		lat: of(columns.lat, rows),
		type: of(columns.type, rows),
		precision: of(columns.precision, rows),
		status: of(columns.status, rows),
		contested: of(columns.contested, rows),
		known: of(columns.known, rows),
		settled: of(columns.settled, rows)
	};
	for (const name of LISTS) gathered[name] = listsOf(columns[name], rows);
	return gathered;
}
function of(values, rows) {
	const some = new values.constructor(rows.length);
	for (let i = 0; i < rows.length; i++) some[i] = values[rows[i]];
	return some;
}
function listsOf({ ids, starts, values }, rows) {
	const own = new Uint32Array(rows.length + 1);
	for (let i = 0; i < rows.length; i++) {
		const row = rows[i];
		own[i + 1] = own[i] + starts[row + 1] - starts[row];
	}
	const some = new Uint32Array(own[rows.length]);
	for (let i = 0; i < rows.length; i++) {
		let at = own[i];
		const end = starts[rows[i] + 1];
		for (let j = starts[rows[i]]; j < end; j++) some[at++] = values[j];
	}
	return {
		ids,
		starts: own,
		values: some
	};
}
// scripts/columns-module/entry.js
/** The published module: what static/events-dateline.js is built from. */
/**
* Opens a file.
*
* @param {string | URL | ArrayBuffer | Uint8Array} source its address, of which only what is asked for is
*   fetched where the server knows ranges; or all of its bytes
*/
function open(source) {
	return openEvents(typeof source === "string" || source instanceof URL ? rangesOf(source) : slicesOf(new Uint8Array(source)), inflate);
}
/**
* @param {Uint8Array} bytes
* @returns {import('../../src/lib/core/columns/events-file').ReadRange}
*/
function slicesOf(bytes) {
	return (start, end) => Promise.resolve(bytes.subarray(start, end));
}
/**
* @param {string | URL} url
* @returns {import('../../src/lib/core/columns/events-file').ReadRange}
*/
function rangesOf(url) {
	/** @type {Uint8Array | undefined} all bytes, where the server knows no ranges */
	let whole;
	return async (start, end) => {
		if (whole) return whole.subarray(start, end);
		const response = await fetch(url, { headers: { Range: `bytes=${start}-${end - 1}` } });
		if (response.status === 416) return /* @__PURE__ */ new Uint8Array();
		if (!response.ok) throw new Error(`${url}: the server answered ${response.status}.`);
		const bytes = new Uint8Array(await response.arrayBuffer());
		if (response.status === 206) return bytes;
		whole = bytes;
		return bytes.subarray(start, end);
	};
}
/**
* Inflates raw deflate; stops once there is more than there should be.
*
* @param {Uint8Array} bytes
* @param {number} atMost
*/
async function inflate(bytes, atMost) {
	const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
	const all = new Uint8Array(atMost);
	let length = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return all.subarray(0, length);
		if (length + value.length > atMost) {
			await reader.cancel();
			throw new Error("There is more of it than there should be.");
		}
		all.set(value, length);
		length += value.length;
	}
}
export { DamagedFile, NOWHERE, OPEN_AFTER, OPEN_BEFORE, PER_DEGREE, PRECISIONS, STATUSES, columnsAsOf, freeDay, isUndated, open };
