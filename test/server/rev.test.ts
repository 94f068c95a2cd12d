import { describe, expect, it } from 'vitest';
import { revOf } from '../../src/lib/server/rev';

const bytes = (value: unknown, space?: number) =>
	new TextEncoder().encode(JSON.stringify(value, null, space));
const files = {
	'dossier.json': bytes({ id: 'one', title: 'One' }),
	'events.geojson': bytes({ type: 'FeatureCollection', features: [{ id: 'a' }, { id: 'b' }] })
};

describe('a dossier’s content hash', () => {
	it('is 12 hexadecimal digits', () => {
		expect(revOf(files)).toMatch(/^[0-9a-f]{12}$/);
	});
	it('stays where only the layout of a file or the order of its keys changes', () => {
		const laidOut = bytes({ title: 'One', id: 'one' }, 2);
		expect(revOf({ ...files, 'dossier.json': laidOut })).toBe(revOf(files));
	});
	it('changes with a word, with the order of the events, and with a file that comes', () => {
		const others = [
			{ ...files, 'dossier.json': bytes({ id: 'one', title: 'Two' }) },
			{
				...files,
				'events.geojson': bytes({ type: 'FeatureCollection', features: [{ id: 'b' }, { id: 'a' }] })
			},
			{ ...files, 'sources.json': bytes([]) }
		];
		expect(new Set([files, ...others].map(revOf)).size).toBe(4);
	});
	it('is there for files that are no JSON, and leaves out what could not be read', () => {
		const broken = new TextEncoder().encode('{ "id": ');
		expect(revOf({ 'dossier.json': broken })).not.toBe(revOf({}));
		expect(revOf({ 'dossier.json': { problem: 'too-large', size: 1 } })).toBe(revOf({}));
	});
});
