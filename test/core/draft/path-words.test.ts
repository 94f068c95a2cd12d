import { describe, expect, it } from 'vitest';
import { pathInWords } from '../../../src/lib/core/draft/path-words';

describe('the path of a field', () => {
	it.each([
		['properties.title', 'title'],
		['properties.claims[0].figures[1].n', 'claim 1, figure 2, n'],
		['openingView.map.zoom', 'opening view, map, zoom'],
		['properties.radiusKm', 'radius km'],
		['URL', 'URL'],
		['properties.names.en[0]', 'names, en 1'],
		['', '']
	])('reads as people name it: %s', (path, words) => expect(pathInWords(path)).toBe(words));
});
