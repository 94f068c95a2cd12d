import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkEvents } from '../../../src/cli/check-events';
import { readFolder } from '../../../src/cli/folder';
import { AGAIN } from '../../../src/lib/core/columns/file/damage';
import { noteInWords } from '../../../src/lib/core/dossier/note';
import { tamper, writeColumnar } from '../../synthetic/columnar';
import { syntheticFiles } from '../../synthetic/dossier.js';

let data: string;
beforeEach(() => (data = mkdtempSync(join(tmpdir(), 'dateline-check-'))));
afterEach(() => rmSync(data, { recursive: true }));

async function checked(id: string) {
	const found = await readFolder(join(data, id));
	if (typeof found === 'string' || !found.dossier || !found.events) throw new Error('no columns');
	const result = await checkEvents(found.dossier, found.events.file);
	found.events.source.leave();
	return result;
}

describe('dateline check of events.dateline', () => {
	it('counts every event, and finds nothing to mend in a sound file', async () => {
		await writeColumnar(data, 'many', syntheticFiles({ events: 1500, seed: 2 }));
		const { events, notes, more } = await checked('many');
		expect({ events, more }).toEqual({ events: 1500, more: 0 });
		expect(notes).toEqual([]);
	});

	it('tells of a damaged part once, and checks the others', async () => {
		await writeColumnar(data, 'many', syntheticFiles({ events: 600, seed: 2 }));
		tamper(join(data, 'many'), (bytes) => {
			bytes.writeUInt8(bytes.readUInt8(400) ^ 1, 400);
			return bytes;
		});
		const { events, notes } = await checked('many');
		expect(events).toBeGreaterThan(0);
		expect(events).toBeLessThan(600);
		expect(notes.length).toBeGreaterThan(0);
		expect(new Set(notes.map((note) => JSON.stringify(note))).size).toBe(notes.length);
	});

	it('tells of every damaged part, chunks of texts and blocks of indexes alike', async () => {
		await writeColumnar(data, 'many', syntheticFiles({ events: 1500, seed: 2 }));
		const sound = await readFolder(join(data, 'many'));
		if (typeof sound === 'string' || !sound.events) throw new Error('no columns');
		const { ids, words } = sound.events.file.tables;
		sound.events.source.leave();
		tamper(join(data, 'many'), (bytes) => {
			for (const at of [400, 60_000, ids.table.offset + 5, words[0]?.table.offset ?? 0])
				bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
			return bytes;
		});
		const { notes } = await checked('many');
		expect(notes.map(({ feature }) => feature)).toEqual([
			'chunk 0 of its texts',
			expect.stringMatching(/^chunk [1-5] of its texts$/),
			'block 0 of part 0 of the index of words',
			'block 0 of the index of ids'
		]);
		expect(new Set(notes.map(({ expected }) => expected)).size).toBe(1);
	});

	it('names an event that no link, source or word leads to, and says what to do', async () => {
		const dossier = await writeColumnar(data, 'many', syntheticFiles({ events: 300, seed: 2 }));
		const path = join(data, 'many');
		const found = await readFolder(path);
		if (typeof found === 'string' || !found.dossier || !found.events) throw new Error('no columns');
		const { file, source } = found.events;
		// What the record says is not what the file was written from.
		const records = async (rows: readonly number[]) => {
			const read = await file.records(rows);
			const record = read.get(7);
			if (record)
				read.set(7, { ...record, event: { ...(record.event as object), id: 'another-id' } });
			return read;
		};
		const other = Object.assign(Object.create(file) as typeof file, { records });
		Object.defineProperty(other, 'length', { value: file.length });
		const { notes } = await checkEvents(found.dossier, other);
		source.leave();
		expect(notes.map(noteInWords)).toEqual([
			'events.dateline · another-id · id: expected an id that the index of ids has; found "another-id". Import again, or write the file anew with dateline columns: until then no link leads to the event.',
			`events.dateline · the index of ids: expected rows whose events have what leads to them; found row 7 under another’s. ${AGAIN} Until then a link may lead nowhere.`
		]);
		expect(dossier.events[7]?.id).not.toBe('another-id');
	});
});
