import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptDraft, textOfKept, Unreadable } from '../../src/lib/state/draft/kept';

const SOUND = {
	draft: { cursor: 1, version: 3 },
	base: { rev: 'a', files: { 'events.geojson': { text: '{}', hash: 'aa' } } },
	changes: [
		{
			label: 'the title of a',
			tag: 'events.geojson/a/title',
			edits: [{ file: 'events.geojson', id: 'a', before: { id: 'a' }, after: undefined, at: 0 }]
		}
	]
};

/** Every place in a value, as the keys that lead there. */
function placesIn(value: unknown): string[][] {
	if (typeof value !== 'object' || value === null) return [[]];
	const within = Object.entries(value).flatMap(([key, inner]) =>
		placesIn(inner).map((keys) => [key, ...keys])
	);
	return [[], ...within];
}
function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
	if (key === undefined) return by;
	if (Array.isArray(value))
		return value.map((inner: unknown, i) =>
			String(i) === key ? replaced(inner, rest, by) : inner
		);
	const object = value as Record<string, unknown>;
	return { ...object, [key]: replaced(object[key], rest, by) };
}

describe('what is kept of a draft', () => {
	it('is read as it was written, and nothing is none', () => {
		const kept = keptDraft(SOUND);
		expect(kept?.history.changes).toBe(SOUND.changes);
		expect(kept).toMatchObject({ base: SOUND.base, version: 3, history: { cursor: 1 } });
		expect(keptDraft({ draft: undefined, base: undefined, changes: [] })).toBeUndefined();
	});

	it('is told apart from anything else, whatever that is, with a sentence', () => {
		// A record before and after may be anything; all else may not.
		const places = placesIn(SOUND).filter(
			(keys) => keys.length > 0 && !keys.includes('before') && !keys.includes('after')
		);
		fc.assert(
			fc.property(
				fc.constantFrom(...places),
				fc.constantFrom(NaN, -1, {}, Symbol.iterator),
				(at, by) => {
					const damaged = replaced(SOUND, at, by) as typeof SOUND;
					const isList = Array.isArray(damaged.changes);
					if (!isList) return;
					// An empty object is a list of files with none in it.
					if (at.join() === 'base,files' && typeof by === 'object') return;
					expect(() => keptDraft(damaged)).toThrow(Unreadable);
				}
			)
		);
		expect(() => keptDraft({ ...SOUND, draft: { cursor: 2, version: 1 } })).toThrow(Unreadable);
		expect(() => keptDraft({ ...SOUND, draft: undefined })).toThrow(/another version of Dateline/);
	});

	it('comes out as JSON, whatever it is', () => {
		const round: Record<string, unknown> = {};
		round['self'] = round;
		fc.assert(
			fc.property(
				fc.anything({ withBigInt: true, withMap: true, withSet: true, withDate: true }),
				fc.string(),
				(value, dossier) => {
					const text = textOfKept(dossier, [
						['drafts', value],
						['changes', round]
					]);
					expect(JSON.parse(text)).toMatchObject({ dossier });
				}
			)
		);
	});
});
