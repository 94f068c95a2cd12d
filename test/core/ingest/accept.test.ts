import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDossier, type DossierFile } from '../../../src/lib/core/dossier/check';
import { dossierTemplate } from '../../../src/lib/core/dossier/template';
import { applied, putting, removing } from '../../../src/lib/core/draft/changes';
import { fieldIn, withField } from '../../../src/lib/core/draft/fields';
import { readDraft, recordIn, textsOf, type DraftFiles } from '../../../src/lib/core/draft/files';
import { accepting, takingBack } from '../../../src/lib/core/ingest/accept';
import type { EventDraft } from '../../../src/lib/core/ingest/draft';
import { marked, proposalIn, proposalsIn } from '../../../src/lib/core/ingest/proposal';
import { proposed } from '../../../src/lib/core/ingest/propose';
import { merging, splitting } from '../../../src/lib/core/ingest/reshape';
import { sha256 } from '../../../src/lib/core/sha256';
import { readingOf, TEXT } from '../../synthetic/reading';

const HASH = sha256(TEXT);
const EVENTS = 'events.geojson';

/** A dossier with one event, which an article might speak of too. */
function dossier(): DraftFiles {
	const { files } = readDraft(
		dossierTemplate({ id: 'valley', title: 'The valley', language: 'en', today: '2023-05-01' })
	);
	const feature = (id: string, geometry: unknown, properties: object) => ({
		type: 'Feature',
		id,
		geometry,
		properties
	});
	const point = { type: 'Point', coordinates: [-1.9, 52.1] };
	const put = (file: DossierFile, id: string, record: unknown) => (now: DraftFiles) =>
		applied(now, [putting(now, file, id, record)]);
	return [
		put('sources.json', 'old', {
			id: 'old',
			type: 'article',
			title: 'Talks are near',
			'container-title': 'The Old Paper',
			issued: { 'date-parts': [[2023, 5, 1]] }
		}),
		put(
			'places.geojson',
			'northford',
			feature('northford', point, { kind: 'city', names: { en: ['Northford'] } })
		),
		put(
			EVENTS,
			'talks-in-northford',
			feature('talks-in-northford', point, {
				title: 'Talks in Northford',
				when: '2023-05-09',
				type: 'talks',
				place: 'northford',
				precision: 'near',
				claims: [
					{ by: 'The Old Paper', stance: 'announces', text: 'They will meet.', source: 'old' }
				]
			})
		)
	].reduce((now, put) => put(now), files);
}

const BEFORE = dossier();

/** What is there; fails where nothing is. */
function sure<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('It is not there.');
	return value;
}

function notesOf(files: DraftFiles) {
	const encoder = new TextEncoder();
	const contents = Object.entries(textsOf(files)).map(([file, text]) => [
		file,
		encoder.encode(text)
	]);
	return checkDossier('valley', Object.fromEntries(contents) as object).notes;
}

const reading = (change: (drafts: EventDraft[]) => void = () => undefined) => {
	const read = readingOf();
	change(read.drafts);
	return read;
};
const review = (change?: (drafts: EventDraft[]) => void) => proposed(BEFORE, reading(change), HASH);
const idOf = (files: DraftFiles, title: string) =>
	proposalsIn(files).find(({ record }) => fieldIn(record, 'properties.title') === title)?.id ?? '';

/** Accepts drafts one after the other, as the review page does. */
function accepted(
	from: DraftFiles,
	ids: readonly string[],
	into = BEFORE
): [DraftFiles, DraftFiles] {
	return ids.reduce<[DraftFiles, DraftFiles]>(
		([into, from], id) => {
			const { edits, event } = accepting(into, from, BEFORE, id);
			const proposal = proposalIn(from, id);
			const mark = { ...sure(proposal).mark, decision: 'accepted' as const, as: event };
			return [
				applied(into, edits),
				applied(from, [putting(from, EVENTS, id, marked(sure(proposal).record, mark))])
			];
		},
		[into, from]
	);
}

describe('what an article seems to report', () => {
	it('stands as proposals in the order of the article, in which the check finds nothing', () => {
		const files = review();
		expect(proposalsIn(files).map(({ record }) => fieldIn(record, 'properties.title'))).toEqual(
			readingOf().drafts.map(({ title }) => title)
		);
		expect(notesOf(files)).toEqual([]);
	});

	it('keeps of the text its hash and the words by which passages are found, and no more', () => {
		const [files] = accepted(
			review(),
			proposalsIn(review()).map(({ id }) => id)
		);
		const text = Object.values(textsOf(files)).join('\n');
		for (const paragraph of TEXT.split('\n\n').slice(1)) expect(text).not.toContain(paragraph);
		const source = [...(files['sources.json']?.records.values() ?? [])].at(-1);
		expect(fieldIn(source, 'custom')).toEqual({ 'dateline:sha256': HASH });
	});
});

describe('a draft that is accepted', () => {
	it('brings its source, place and type along, whichever are accepted and in whichever order', () => {
		const from = review();
		const ids = proposalsIn(from).map(({ id }) => id);
		fc.assert(
			fc.property(fc.shuffledSubarray(ids, { minLength: 1 }), (chosen) => {
				const [files] = accepted(from, chosen);
				expect(notesOf(files)).toEqual([]);
				const records = files[EVENTS]?.records;
				expect(records?.size).toBe(1 + chosen.length);
				for (const record of records?.values() ?? [])
					expect(fieldIn(record, 'properties.review')).toBeUndefined();
			})
		);
	});

	it('is there once, however often it is accepted', () => {
		const from = review();
		const id = idOf(from, 'Flood in Norbury');
		const [files] = accepted(from, [id]);
		const again = accepting(files, from, BEFORE, id);
		expect(again.edits).toEqual([]);
		expect(again.event).toBe(id);
	});

	it('takes the place that the dossier has, and no second one of its name', () => {
		const from = review();
		const [files] = accepted(from, [idOf(from, 'Talks in Northford')]);
		expect([...(files['places.geojson']?.records.keys() ?? [])]).toEqual(['northford']);
	});

	it('takes an id of its own where another event has its id by now', () => {
		const from = review();
		const id = idOf(from, 'Protest in Estville');
		const other = { ...(recordIn(BEFORE, EVENTS, 'talks-in-northford') as object), id };
		const into = applied(BEFORE, [putting(BEFORE, EVENTS, id, other)]);
		const { edits, event } = accepting(into, from, BEFORE, id);
		expect(event).toBe(`${id}-2`);
		const files = applied(into, edits);
		expect(recordIn(files, EVENTS, id)).toEqual(other);
		expect(notesOf(files)).toEqual([]);
	});

	it('keeps apart from a place and a source of the same ids that are others by now', () => {
		const from = review();
		const id = idOf(from, 'Protest in Estville');
		const place = {
			...(recordIn(BEFORE, 'places.geojson', 'northford') as object),
			id: 'estville'
		};
		const source = String(fieldIn(recordIn(from, EVENTS, id), 'properties.claims[0].source'));
		const article = { ...(recordIn(BEFORE, 'sources.json', 'old') as object), id: source };
		let into = applied(BEFORE, [putting(BEFORE, 'places.geojson', 'estville', place)]);
		into = applied(into, [putting(into, 'sources.json', source, article)]);
		const { edits, event } = accepting(into, from, BEFORE, id);
		const files = applied(into, edits);
		expect(fieldIn(recordIn(files, EVENTS, event), 'properties.place')).toBe('estville-2');
		expect(fieldIn(recordIn(files, EVENTS, event), 'properties.claims[0].source')).toBe(
			`${source}-2`
		);
		expect(notesOf(files)).toEqual([]);
	});

	it('that seems to be an event of the dossier becomes a further claim on it, or an event of its own', () => {
		const from = review(([, , talks]) => {
			sure(talks).same = { event: 'talks-in-northford', likeness: 0.9 };
		});
		const id = sure(proposalsIn(from)[2]).id;
		const [joined] = accepted(from, [id]);
		expect(joined[EVENTS]?.records.size).toBe(1);
		const claims = fieldIn(recordIn(joined, EVENTS, 'talks-in-northford'), 'properties.claims');
		expect(claims).toHaveLength(2);
		expect(notesOf(joined)).toEqual([]);

		const apart = marked(sure(proposalsIn(from)[2]).record, {
			...sure(proposalsIn(from)[2]).mark,
			joins: false
		});
		const [own] = accepted(applied(from, [putting(from, EVENTS, id, apart)]), [id]);
		expect(own[EVENTS]?.records.size).toBe(2);
		expect(notesOf(own)).toEqual([]);
	});

	it('leaves out figures of no side that the dossier knows, and names no actor that it has not', () => {
		const from = review(([flood]) => {
			sure(flood).actors = ['nobody'];
			sure(sure(flood).claims[0]).figures = [{ what: 'missing', n: 2, side: 'nobody' }];
		});
		const [files] = accepted(from, [idOf(from, 'Flood in Norbury')]);
		expect(notesOf(files)).toEqual([]);
		const event = recordIn(files, EVENTS, idOf(from, 'Flood in Norbury'));
		expect(fieldIn(event, 'properties.claims[0].figures')).toBeUndefined();
		expect(fieldIn(event, 'properties.claims[0].by')).toBe('Council');
	});

	it('of hostile words is plain text that the check finds nothing in', () => {
		const words = fc.constantFrom(
			'<b>x</b>',
			'\u202egnol',
			'&amp;',
			'<img onerror=1>',
			'',
			'a\u2066b'
		);
		fc.assert(
			fc.property(words, words, words, (title, text, by) => {
				const read = readingOf({ title, publisher: by || 'P' });
				const [draft] = read.drafts;
				Object.assign(sure(draft), { title, when: 'yesterday' });
				Object.assign(sure(sure(draft).claims[0]), {
					text,
					by,
					passage: { start: title, end: text }
				});
				const from = proposed(BEFORE, read, HASH);
				const [files] = accepted(from, [sure(proposalsIn(from)[0]).id]);
				expect(notesOf(files)).toEqual([]);
			})
		);
	});
});

describe('a draft that is taken back', () => {
	it('leaves nothing behind, in whichever order they are taken back', () => {
		const from = review(([, , talks]) => {
			sure(talks).same = { event: 'talks-in-northford', likeness: 0.9 };
		});
		const ids = proposalsIn(from).map(({ id }) => id);
		fc.assert(
			fc.property(
				fc.shuffledSubarray(ids),
				fc.shuffledSubarray(ids, { minLength: ids.length }),
				(chosen, order) => {
					const [files, decided] = accepted(from, chosen);
					const back = order
						.filter((id) => chosen.includes(id))
						.reduce((now, id) => applied(now, takingBack(now, BEFORE, decided, id)), files);
					for (const file of ['sources.json', 'places.geojson', EVENTS] as const)
						expect([...(back[file]?.records ?? [])], file).toEqual([
							...(BEFORE[file]?.records ?? [])
						]);
					expect(notesOf(back)).toEqual([]);
				}
			)
		);
	});

	it('changes nothing where its event is gone already', () => {
		const from = review();
		const id = sure(proposalsIn(from)[0]).id;
		const [files, decided] = accepted(from, [id]);
		const without = applied(files, [removing(files, EVENTS, id)]);
		expect(takingBack(without, BEFORE, decided, id)).toEqual([]);
	});
});

describe('drafts that are split and merged', () => {
	it('have all their claims, each once, and merge to what was split', () => {
		const from = review();
		const id = idOf(from, 'Agreement in Southmere');
		const { edits, added } = sure(splitting(from, id));
		const split = applied(from, edits);
		const list = proposalsIn(split).map(({ id }) => id);
		expect(list.indexOf(added)).toBe(list.indexOf(id) + 1);
		expect(notesOf(split)).toEqual([]);
		const merged = applied(split, merging(split, id, added));
		expect(recordIn(merged, EVENTS, id)).toEqual(recordIn(from, EVENTS, id));
		expect(proposalsIn(merged)).toHaveLength(proposalsIn(from).length);
	});

	it('of one claim both have it, until they are merged again', () => {
		const from = review();
		const id = idOf(from, 'Flood in Norbury');
		const { edits, added } = sure(splitting(from, id));
		const split = applied(from, edits);
		expect(proposalIn(split, added)?.mark.spans).toEqual(proposalIn(split, id)?.mark.spans);
		const merged = applied(split, merging(split, id, added));
		expect(fieldIn(recordIn(merged, EVENTS, id), 'properties.claims')).toHaveLength(1);
	});

	it('take the date and place of the second where the first has none', () => {
		const from = review();
		const [flood, , , , dam] = proposalsIn(from);
		const merged = applied(from, merging(from, sure(dam).id, sure(flood).id));
		const record = recordIn(merged, EVENTS, sure(dam).id);
		expect(fieldIn(record, 'properties.place')).toBe('norbury');
		expect(fieldIn(record, 'properties.when')).toBe('2023-06');
		expect(fieldIn(record, 'properties.precision')).toBe('near');
		expect(notesOf(merged)).toEqual([]);
	});
});

describe('a second reading', () => {
	it('of the same text goes on with the source that is there', () => {
		const [files] = accepted(review(), [sure(proposalsIn(review())[0]).id]);
		const again = proposed(files, readingOf(), HASH);
		expect(again['sources.json']?.records.size).toBe(files['sources.json']?.records.size);
	});

	it('adds the hash to a source of the same address that has none', () => {
		const source = {
			...(recordIn(BEFORE, 'sources.json', 'old') as object),
			URL: 'https://example.org/flood'
		};
		const known = applied(BEFORE, [putting(BEFORE, 'sources.json', 'old', source)]);
		const from = proposed(known, readingOf(), HASH);
		const { edits } = accepting(known, from, known, sure(proposalsIn(from)[0]).id);
		const files = applied(known, edits);
		expect(recordIn(files, 'sources.json', 'old')).toEqual(
			withField(source, 'custom', { 'dateline:sha256': HASH })
		);
	});
});
