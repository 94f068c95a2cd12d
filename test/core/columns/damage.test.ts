import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DamagedFile } from '../../../src/lib/core/columns/events-file';
import { crc32 } from '../../../src/lib/core/columns/file/bytes';
import type { Header, Planes } from '../../../src/lib/core/columns/file/layout';
import { readPreamble, writePreamble } from '../../../src/lib/core/columns/file/preamble';
import { openEvents } from '../../../src/lib/core/columns/read';
import { syntheticColumns } from '../../synthetic/columns';
import { deflate, dictionariesOf, entriesOf, inflate, opened, readFrom, written } from './memory';

const ROWS = 700;
const columns = syntheticColumns(ROWS, 9);
const sound = await written(entriesOf(columns), dictionariesOf(columns));

/** Everything that a file says, asked for in each way; the message of what it throws. */
async function told(bytes: Uint8Array): Promise<unknown[]> {
	const answers: unknown[] = [];
	const ask = async (question: () => Promise<unknown>) => {
		try {
			answers.push(await question());
		} catch (error) {
			if (!(error instanceof DamagedFile)) throw error;
			answers.push('damaged');
		}
	};
	await ask(async () => {
		const file = await opened(bytes);
		await ask(() => file.columns());
		for (const row of [0, 255, 256, 699]) await ask(() => file.records([row]));
		await ask(() => file.rowOf('event-00000300'));
		await ask(() => file.rowsCiting(['source-5', 'source-600']));
		await ask(() => file.rowsWithWord('number3'));
		await ask(() => file.rowsWithWord('evant', 1));
		return file.length;
	});
	return answers;
}

const answers = await told(sound);

async function isDamagedOrRight(bytes: Uint8Array): Promise<void> {
	const found = await told(bytes);
	if (found.at(-1) === 'damaged' && found.length === 1) return;
	expect(found.length).toBe(answers.length);
	found.forEach((answer, i) => {
		if (answer !== 'damaged') expect(answer).toEqual(answers[i]);
	});
}

/** The file with another header, its checksums right. */
async function withHeader(change: (header: Header) => void): Promise<Uint8Array> {
	const { header: at } = readPreamble(sound.slice(0, 64));
	const raw = await inflate(sound.slice(at.offset, at.offset + at.stored), at.raw);
	const header = JSON.parse(new TextDecoder().decode(raw)) as Header;
	change(header);
	const text = new TextEncoder().encode(JSON.stringify(header));
	const stored = await deflate(text);
	const length = at.offset + stored.length;
	const bytes = new Uint8Array(length);
	bytes.set(sound.subarray(0, at.offset));
	bytes.set(stored, at.offset);
	const own = { offset: at.offset, stored: stored.length, raw: text.length, crc: crc32(stored) };
	bytes.set(writePreamble({ header: own, length }));
	return bytes;
}

/** The file with other bytes where a section stands, its checksums right. */
async function withSection(
	find: (header: Header) => Planes,
	change: (raw: Uint8Array) => void
): Promise<Uint8Array> {
	let found: Planes | undefined;
	await withHeader((header) => (found = find(header)));
	const section = found as Planes;
	const raw = await inflate(
		sound.slice(section.offset, section.offset + section.stored),
		section.raw
	);
	change(raw);
	// As it stands, in a stored block of deflate: behind all others, where there is room for it.
	const block = new Uint8Array(raw.length + 5);
	block.set([1, raw.length & 255, raw.length >> 8, ~raw.length & 255, (~raw.length >> 8) & 255]);
	block.set(raw, 5);
	const { header: at } = readPreamble(sound.slice(0, 64));
	const changed = await withHeader((header) =>
		Object.assign(find(header), { offset: at.offset, stored: block.length, crc: crc32(block) })
	);
	const { header: own } = readPreamble(changed.slice(0, 64));
	const moved = new Uint8Array(changed.length + block.length);
	moved.set(changed.subarray(0, at.offset));
	moved.set(block, at.offset);
	moved.set(changed.subarray(at.offset), at.offset + block.length);
	moved.set(
		writePreamble({ header: { ...own, offset: at.offset + block.length }, length: moved.length })
	);
	return moved;
}

const messageOf = async (work: Promise<unknown>): Promise<string> => {
	try {
		await work;
	} catch (error) {
		expect(error).toBeInstanceOf(DamagedFile);
		return (error as Error).message;
	}
	return 'nothing';
};
const columnsOf = async (bytes: Uint8Array) => (await opened(bytes)).columns();

describe('a file that was tampered with', () => {
	it('gives what it gave before or says that it is damaged, whatever bit was turned', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.nat(sound.length - 1),
				fc.integer({ min: 1, max: 255 }),
				async (at, flip) => {
					const bytes = sound.slice();
					bytes[at] = (bytes[at] as number) ^ flip;
					await isDamagedOrRight(bytes);
				}
			),
			{ numRuns: 60 }
		);
	}, 60_000);

	it('says so wherever it was cut off', async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(sound.length - 1), async (length) => {
				await isDamagedOrRight(sound.slice(0, length));
			}),
			{ numRuns: 40 }
		);
	}, 60_000);

	it('says so where the header has any other number', async () => {
		const paths: (readonly (string | number)[])[] = [];
		await withHeader((header) => {
			const visit = (value: unknown, path: readonly (string | number)[]) => {
				if (typeof value === 'number') paths.push(path);
				else if (value && typeof value === 'object')
					for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
			};
			visit(header, []);
		});
		const numbers = fc.constantFrom(-1, 0, 1, 0.5, 4, 5, 255, 2 ** 24, 2 ** 31, 2 ** 53, 1e300);
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...paths), numbers, async (path, number) => {
				// Where rows begin counts for the meaning: only a checksum can hold that.
				if (
					['west', 'south', 'day', 'before', 'undated', 'start', 'rows'].includes(`${path.at(-1)}`)
				)
					return;
				const bytes = await withHeader((header) => {
					let at = header as unknown as Record<string | number, unknown>;
					for (const key of path.slice(0, -1)) at = at[key] as typeof at;
					at[path.at(-1) as string] = number;
				});
				await isDamagedOrRight(bytes);
			}),
			{ numRuns: 80 }
		);
	}, 60_000);
});

describe('the sentence', () => {
	const again =
		'Fetch the file again; if that does not help, write it anew with dateline import or dateline columns.';

	it('names the letters at the beginning of another file', async () => {
		const text = new TextEncoder().encode('{"type":"FeatureCollection","features":[]}'.padEnd(80));
		expect(await messageOf(opened(text))).toBe(
			'events.dateline, its first 64 bytes: expected the letters DATELINE; found "{\\"type\\":". Name a file that dateline import or dateline columns wrote.'
		);
	});

	it('says that writing was interrupted', async () => {
		const half = sound.slice();
		half.fill(0, 0, 64);
		expect(await messageOf(opened(half))).toBe(
			`events.dateline, its first 64 bytes: expected the letters DATELINE; found nothing: writing it was interrupted. ${again}`
		);
	});

	it('names the version of a newer file', async () => {
		const newer = sound.slice();
		newer[8] = 2;
		expect(await messageOf(opened(newer))).toBe(
			'events.dateline, its first 64 bytes: expected version 1 or earlier; found version 2. A newer Dateline wrote the file: update this one, or write the file with it.'
		);
	});

	it('says how many bytes are missing', async () => {
		expect(await messageOf(opened(sound.slice(0, 20)))).toBe(
			`events.dateline, its first 64 bytes: expected 64 bytes from byte 0; found 20: the file is cut off or another. ${again}`
		);
	});

	it('names the section whose checksum is wrong', async () => {
		let at = 0;
		await withHeader((header) => (at = header.columns.status.offset));
		const bytes = sound.slice();
		bytes[at] = (bytes[at] as number) ^ 1;
		expect(await messageOf(columnsOf(bytes))).toBe(
			`events.dateline, status: expected bytes that match their checksum; found others. ${again}`
		);
	});

	it('names the number that its dictionary does not have', async () => {
		const types = columns.types.length;
		const bytes = await withSection(
			({ columns }) => columns.type,
			(raw) => (raw[3] = 99)
		);
		expect(await messageOf(columnsOf(bytes))).toBe(
			`events.dateline, type: expected numbers below ${types}; found 99 in row 3. ${again}`
		);
	});

	it.each(['actors', 'publishers'] as const)('names a number beyond the %s', async (list) => {
		const { length } = columns[list].ids;
		const bytes = await withSection(
			({ lists }) => lists[list].values,
			(raw) => (raw[0] = 250)
		);
		expect(await messageOf(columnsOf(bytes))).toBe(
			`events.dateline, ${list}.values: expected numbers below ${length}; found 250 in row 0. ${again}`
		);
	});

	it('names a set of values that no row had before', async () => {
		const bytes = await withSection(
			({ lists }) => lists.publishers.set,
			(raw) => (raw[0] = 7)
		);
		expect(await messageOf(columnsOf(bytes))).toBe(
			`events.dateline, publishers.set: expected sets that were met before; found number 6 in row 0. ${again}`
		);
	});

	it('names a number of rows that does not fit the columns', async () => {
		const bytes = await withHeader((header) => (header.rows = ROWS + 1));
		expect(await messageOf(opened(bytes))).toMatch(
			/^events\.dateline, its header, first: expected (\d+) numbers; found \d+\./
		);
	});

	it('names more rows than any file has, and asks for no room for them', async () => {
		const bytes = await withHeader((header) => (header.rows = 2 ** 40));
		expect(await messageOf(opened(bytes))).toBe(
			`events.dateline, its header, rows: expected a whole number from 0 to 16777216; found 1099511627776. ${again}`
		);
	});

	it('names a section that inflates to more than it says', async () => {
		const bytes = await withHeader((header) => {
			header.types.raw -= 1;
		});
		expect(await messageOf(columnsOf(bytes))).toMatch(/^events\.dateline, types: expected /);
	});

	it('names a section that lies outside the file', async () => {
		const bytes = await withHeader((header) => (header.types.offset = 2 ** 40));
		expect(await messageOf(opened(bytes))).toMatch(
			/^events\.dateline, its header, types, offset: expected a whole number from 0 to \d+; found 1099511627776\./
		);
	});

	it('names other precisions than those of version 1', async () => {
		const bytes = await withHeader((header) => {
			header.precisions = ['exact'];
		});
		expect(await messageOf(opened(bytes))).toContain(
			'its header, precisions: expected exact, near, district, province, region, country, unknown; found exact.'
		);
	});
});

describe('what reads the file', () => {
	it('has its own faults passed on, and may try again', async () => {
		let broken = false;
		const file = await openEvents(
			(start, end) =>
				broken ? Promise.reject(new TypeError('the network is away')) : readFrom(sound)(start, end),
			inflate
		);
		broken = true;
		await expect(file.columns()).rejects.toThrow('the network is away');
		await expect(file.records([0])).rejects.toThrow('the network is away');
		broken = false;
		expect(await file.columns()).toEqual(columns);
		expect((await file.records([0])).size).toBe(1);
	});

	it('is asked once for a chunk that several ask for at the same time', async () => {
		const asked: string[] = [];
		const file = await openEvents((start, end) => {
			asked.push(`${start}-${end}`);
			return readFrom(sound)(start, end);
		}, inflate);
		await file.records([0]);
		asked.length = 0;
		await Promise.all([file.records([300, 301]), file.records([302]), file.records([1, 511])]);
		await file.records([256]);
		expect(asked.length).toBe(1);
		expect(await file.columns()).toBe(await file.columns());
	});

	it('is told of a row that no file of this length has', async () => {
		const file = await opened(sound);
		await expect(file.records([ROWS])).rejects.toThrow('There is no row 700 in a file of 700.');
	});
});
