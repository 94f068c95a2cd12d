import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/lib/core/dossier/dossier';
import { placeTree, withAncestors } from '../../../src/lib/core/place/within';

const place = (id: string, ...within: string[]): Place => ({
	id,
	kind: 'place',
	names: { en: [id] },
	country: [],
	within,
	geometry: null
});
const tree = (...places: Place[]) =>
	placeTree(places).map(({ place: { id }, depth }) => `${'-'.repeat(depth)}${id}`);

describe('places within places', () => {
	it('are followed to the end', () => {
		const chainOf = withAncestors([place('house', 'town'), place('town', 'land'), place('land')]);
		expect(chainOf('house')).toEqual(['house', 'town', 'land']);
		expect(chainOf('elsewhere')).toEqual(['elsewhere']);
	});

	it('may lie in each other in a ring', () => {
		const places = [place('a', 'b'), place('b', 'c'), place('c', 'a'), place('d', 'd')];
		expect(withAncestors(places)('b')).toEqual(['b', 'c', 'a']);
		expect(tree(...places).map((row) => row.replace(/-/g, ''))).toHaveLength(4);
	});

	it('make a tree with each place once, under the innermost', () => {
		expect(
			tree(
				place('town', 'land', 'county'),
				place('land'),
				place('county', 'land'),
				place('isle'),
				place('lost', 'nowhere')
			)
		).toEqual(['land', '-county', '--town', 'isle', 'lost']);
	});
});
