import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkEvents } from '../../../src/cli/check-events';
import { readFolder } from '../../../src/cli/folder';
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
});
