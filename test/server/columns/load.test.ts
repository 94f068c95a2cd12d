import { execFileSync } from 'node:child_process';
import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	truncateSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadDossier, type LoadedDossier } from '../../../src/lib/server/dossiers';
import { subsetOf } from '../../../src/lib/server/store/subset';
import { tamper, writeColumnar } from '../../synthetic/columnar';
import { syntheticFiles, writeDossier } from '../../synthetic/dossier.js';

let data: string;
let folder: string;
let before: string | undefined;

beforeEach(async () => {
	data = mkdtempSync(join(tmpdir(), 'dateline-load-'));
	folder = join(data, 'many');
	before = process.env['DATELINE_DATA'];
	process.env['DATELINE_DATA'] = data;
	await writeColumnar(data, 'many', syntheticFiles({ events: 600, seed: 5 }));
});
afterEach(() => {
	process.env['DATELINE_DATA'] = before ?? '';
	rmSync(data, { recursive: true });
});

const load = async () => (await loadDossier('many')) as LoadedDossier;
const path = () => join(folder, 'events.dateline');
/** What is told of the file, and whether the rest is there. */
const told = ({ dossier, events, notes }: LoadedDossier) => ({
	title: dossier?.header.title,
	places: dossier?.places.length,
	events: events?.columns.length,
	notes: notes.filter(({ file }) => file === 'events.dateline').map(({ found }) => found)
});
const REST = { title: 'Made by dice', places: 24, events: undefined };

describe('a folder with events.dateline', () => {
	it('is a dossier without events, and its columns', async () => {
		const loaded = await load();
		expect(told(loaded)).toEqual({ ...REST, events: 600, notes: [] });
		expect(loaded.dossier?.events).toEqual([]);
		expect(loaded.notes).toEqual([]);
	});

	it('is read once as long as it stays the same', async () => {
		expect((await load()).events).toBe((await load()).events);
	});

	it('has another content hash once the file has other events', async () => {
		const { rev } = await load();
		await writeColumnar(data, 'many', syntheticFiles({ events: 600, seed: 6 }));
		expect((await load()).rev).not.toBe(rev);
	});

	it('has the same content hash for the same bytes written anew', async () => {
		const { rev } = await load();
		writeFileSync(`${path()}.new`, readFileSync(path()));
		renameSync(`${path()}.new`, path());
		expect((await load()).rev).toBe(rev);
	});

	it('reads events.dateline alone where events.geojson stands beside it, and says so', async () => {
		writeDossier(data, 'many', { 'events.geojson': { type: 'FeatureCollection', features: [] } });
		const { notes, events } = await load();
		expect(events?.columns.length).toBe(600);
		expect(notes.map(({ file, found }) => [file, found])).toEqual([['events.geojson', 'one']]);
	});

	it('keeps what notes and stories say of events that are in the file', async () => {
		writeDossier(data, 'many', {
			'notes.geojson': {
				type: 'FeatureCollection',
				features: ['event-7', 'nobody'].map((event, i) => ({
					type: 'Feature',
					id: `note-${i}`,
					geometry: null,
					properties: { text: 'See there.', when: null, written: '2021-03-01', event }
				}))
			},
			'story.json': {
				dateline: 1,
				stories: [
					{ id: 'one', title: 'One', steps: [{ id: 'a', heading: 'A', view: 'event=event-9' }] }
				]
			}
		});
		const { dossier, notes } = await load();
		expect(dossier?.notes.map(({ event }) => event)).toEqual(['event-7', undefined]);
		expect(dossier?.stories[0]?.steps[0]?.view).toBe('event=event-9');
		expect(notes.map(({ file, feature }) => [file, feature])).toEqual([
			['notes.geojson', 'note-1']
		]);
	});

	it('opens where all its events are in sight', async () => {
		const { dossier, events } = await load();
		const at = dossier?.header.openingView.map;
		// Events all over the world: the map stands far out.
		expect(events && at && at.zoom).toBe(1);
	});

	it('adds a type of the file that dossier.json does not list, with a note', async () => {
		const file = join(folder, 'dossier.json');
		const header = JSON.parse(readFileSync(file, 'utf8')) as { types: { id: string }[] };
		header.types = header.types.filter(({ id }) => id !== 'type-3');
		writeFileSync(file, JSON.stringify(header));
		const { dossier, notes } = await load();
		expect(dossier?.header.types.map(({ id }) => id)).toContain('type-3');
		expect(notes.map(({ found }) => found)).toEqual(['"type-3"']);
	});
});

describe('an events.dateline that is not to be read', () => {
	it.each([
		['empty', () => writeFileSync(path(), '')],
		['of another kind', () => writeFileSync(path(), '{"type":"FeatureCollection"}'.repeat(9))],
		['cut off', () => truncateSync(path(), 3000)],
		['a directory', () => (rmSync(path()), mkdirSync(path()))],
		['a link out of the folder', () => elsewhere()],
		['a link to nothing', () => (rmSync(path()), symlinkSync('nowhere', path()))],
		['a pipe that nobody writes to', () => (rmSync(path()), execFileSync('mkfifo', [path()]))]
	])('is a note where it is %s, and the rest is served', async (_, spoil) => {
		spoil();
		const loaded = await load();
		expect(told(loaded)).toEqual({ ...REST, notes: [expect.any(String)] });
		expect(loaded.notes).toHaveLength(1);
		expect(loaded.notes[0]?.mend).toMatch(/served without these events/);
	});

	function elsewhere() {
		renameSync(path(), join(data, 'private.dateline'));
		symlinkSync(join(data, 'private.dateline'), path());
	}

	it.skipIf(process.getuid?.() === 0)('is a note where it may not be read', async () => {
		chmodSync(path(), 0);
		expect(told(await load()).notes).toEqual(['EACCES']);
	});

	it('is a note at any changed byte of the columns', async () => {
		const size = readFileSync(path()).length;
		// The header is the last of the file.
		tamper(folder, (bytes) => {
			bytes.writeUInt8(bytes.readUInt8(size - 20) ^ 1, size - 20);
			return bytes;
		});
		expect(told(await load())).toEqual({ ...REST, notes: [expect.any(String)] });
	});

	it('asks for no room for what it says that it has', async () => {
		const rss = process.memoryUsage().rss;
		// Ten gigabytes, nearly all of them holes.
		truncateSync(path(), 10 * 1024 ** 3);
		tamperHead((head) => head.writeUInt32LE(0xffff_ffff, 12));
		expect(told(await load())).toEqual({ ...REST, notes: [expect.any(String)] });
		expect(process.memoryUsage().rss - rss).toBeLessThan(200e6);
	});

	function tamperHead(change: (head: Buffer) => void) {
		const head = Buffer.alloc(64);
		change(head);
		execFileSync('dd', [`of=${path()}`, 'conv=notrunc', 'bs=64', 'count=1'], {
			input: head,
			stdio: ['pipe', 'ignore', 'ignore']
		});
	}

	it('leaves out the events of a damaged part alone, and tells of it', async () => {
		tamper(folder, (bytes) => {
			// Chunks of texts follow the first 64 bytes.
			bytes.writeUInt8(bytes.readUInt8(400) ^ 1, 400);
			return bytes;
		});
		const loaded = await load();
		expect(told(loaded)).toEqual({ ...REST, events: 600, notes: [] });
		if (!loaded.dossier) throw new Error('nothing sound');
		const { dossier, notes } = await subsetOf({ ...loaded, dossier: loaded.dossier }, '', {
			limit: 600
		});
		expect(dossier.events.length).toBeGreaterThan(100);
		expect(dossier.events.length).toBeLessThan(600);
		expect(notes).toHaveLength(1);
	});

	it('is read again once it is mended', async () => {
		const sound = readFileSync(path());
		truncateSync(path(), 3000);
		expect(told(await load()).events).toBe(undefined);
		writeFileSync(path(), sound);
		utimesSync(path(), 1, 1);
		expect(told(await load()).events).toBe(600);
	});
});
