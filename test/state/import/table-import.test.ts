import { describe, expect, it } from 'vitest';
import { Draft } from '../../../src/lib/state/draft/draft.svelte';
import type { Asked, Answer } from '../../../src/lib/state/import/protocol';
import { TableDesk } from '../../../src/lib/state/import/table-desk';
import { TableImport } from '../../../src/lib/state/import/table-import.svelte';
import type { Working } from '../../../src/lib/state/import/table-reader';

/** What the worker does, without one; ended, it answers nothing more. @param isDeaf to a question: it never answers it */
function working(isDeaf: (asked: Asked) => boolean = () => false): Working {
	const desk = new TableDesk();
	let isOver = false;
	const own: Working = {
		onmessage: null,
		onerror: null,
		postMessage: (asked: Asked) => {
			if (isDeaf(asked)) return;
			desk.hear(structuredClone(asked), (answer) => {
				if (!isOver)
					own.onmessage?.({ data: structuredClone({ ...answer, number: asked.number }) as Answer });
			});
		},
		terminate: () => (isOver = true)
	};
	return own;
}

function draftOf(texts: Record<string, unknown> = {}): Draft {
	const files = {
		'dossier.json': { dateline: 1, id: 'a', title: 'A' },
		'events.geojson': { type: 'FeatureCollection', features: [] },
		...texts
	};
	return new Draft({
		dossier: 'a',
		served: {
			rev: '1',
			files: Object.fromEntries(
				Object.entries(files).map(([name, value]) => [
					name,
					{ text: typeof value === 'string' ? value : JSON.stringify(value), hash: name }
				])
			)
		},
		checker: { tell: () => undefined }
	});
}
const eventsOf = (draft: Draft) => [...(draft.files['events.geojson']?.records.keys() ?? [])];
const file = (text: string, name = 'table.csv') => new File([text], name);
const TABLE =
	'id,title,date,url\n1,One,03/04/2021,https://a.example/1\n2,Two,04/05/2021,https://a.example/2\n';

describe('an import in the browser', () => {
	it('asks before anything is imported, and puts all of it into the draft as one change', async () => {
		const draft = draftOf();
		const table = new TableImport(draft, () => working());
		await table.open(file(TABLE));
		expect(table.stage.at).toBe('mapping');
		await table.run();
		expect(table.asking).toEqual(['order']);
		expect(eventsOf(draft)).toEqual([]);
		table.chooseOrder('mdy');
		await table.run();
		expect(table.stage).toMatchObject({ at: 'done', report: { read: 2, imported: 2 } });
		expect(eventsOf(draft)).toHaveLength(2);
		expect(draft.undoable).toBe('the import of table.csv');
		draft.undo();
		expect(eventsOf(draft)).toEqual([]);
		expect(draft.undoable).toBeUndefined();
		draft.redo();
		expect(eventsOf(draft)).toHaveLength(2);
	});

	it('asks who published a table that names no sources, and what is no address or day', async () => {
		const table = new TableImport(draftOf(), () => working());
		await table.open(file('title,date\nOne,2021-05-13\n'));
		table.describe('url', 'example');
		table.describe('issued', '13.5.2021');
		await table.run();
		expect(table.asking).toEqual(['publisher', 'url', 'issued']);
		table.map('date', undefined);
		table.map('title', undefined);
		await table.run();
		expect(table.asking).toContain('columns');
	});

	it('forgets an order that was chosen for another column', async () => {
		const table = new TableImport(draftOf(), () => working());
		await table.open(file('title,date,other\nOne,03/04/2021,04/05/2021\n'));
		table.chooseOrder('dmy');
		expect(table.order).toBe('dmy');
		table.map('date', 'other');
		await table.run();
		expect(table.asking).toContain('order');
	});

	it('stopped while it reads, has the same mapping again, and the draft nothing', async () => {
		const draft = draftOf();
		let isSlow = true;
		const start = () => working(({ type }) => isSlow && type === 'read');
		const table = new TableImport(draft, start);
		await table.open(file(TABLE));
		table.chooseOrder('dmy');
		const reading = table.run();
		await expect.poll(() => table.stage.at).toBe('reading');
		await Promise.all([table.stop(), reading]);
		expect(table.stage.at).toBe('mapping');
		expect(eventsOf(draft)).toEqual([]);
		expect(table.order).toBe('dmy');
		isSlow = false;
		await table.run();
		expect(eventsOf(draft)).toHaveLength(2);
	});

	it('leaves out what was made under the same id while it was read', async () => {
		const draft = draftOf();
		const own = new TableImport(draft, () => working());
		await own.open(file(TABLE));
		own.chooseOrder('dmy');
		const other = new TableImport(draft, () => working());
		await other.open(file(TABLE, 'other.csv'));
		other.chooseOrder('dmy');
		await Promise.all([own.run(), other.run()]);
		const reports = [own, other].map(({ stage }) => stage.at === 'done' && stage.report);
		expect(reports).toEqual([
			expect.objectContaining({ read: 2, imported: 2, refused: 0 }),
			expect.objectContaining({ read: 2, imported: 0, refused: 2 })
		]);
		expect(eventsOf(draft)).toHaveLength(2);
	});

	it('is not begun where a file that it writes to cannot be edited', async () => {
		const table = new TableImport(draftOf({ 'places.geojson': '{ "type": "Feat' }), () =>
			working()
		);
		await table.open(file(TABLE));
		expect(table.stage.at).toBe('choosing');
		expect(table.fault).toMatch(/^places\.geojson of this dossier cannot be edited here/);
	});

	it('of a file that is larger than is read makes the command, once the columns are said', async () => {
		const table = new TableImport(draftOf(), () => working());
		const large = file(TABLE);
		await table.open(large);
		table.chooseOrder('dmy');
		Object.defineProperty(large, 'size', { value: 65 * 1024 * 1024 });
		await table.run();
		expect(table.stage).toMatchObject({ at: 'full', of: 'file' });
		expect(table.stage.at === 'full' && table.stage.command).toContain('--date-order dmy');
	});
});
