import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressOf, relativeTo } from '../../src/lib/server/entries';

const part = fc.stringMatching(/^[a-z0-9-]{1,8}$/);

it('a static file is found from a page at any depth, under any path', () => {
	fc.assert(
		fc.property(
			fc.array(part, { maxLength: 4 }),
			fc.array(part, { maxLength: 3 }),
			(page, path) => {
				const root = `https://maps.example/${path.map((name) => `${name}/`).join('')}`;
				const pathname = `/${page.map((name) => `${name}/`).join('')}`;
				const address = relativeTo(pathname, 'basemap/relief.webp');
				expect(new URL(address, root + pathname.slice(1)).href).toBe(`${root}basemap/relief.webp`);
			}
		)
	);
});

it('a server gives addresses of its own', () => {
	const url = new URL('https://maps.example/harbour/events.csv?from=2021-05-12');
	expect(addressOf('/harbour', url)).toBe('https://maps.example/harbour');
});
