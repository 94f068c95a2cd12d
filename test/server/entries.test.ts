import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressOf, liveAddress, relativeTo } from '../../src/lib/server/entries';

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

it('a file leads to the live view, with its query where there is one', () => {
	expect(liveAddress('https://maps.example/harbour', '')).toBe('https://maps.example/harbour');
	expect(liveAddress('https://maps.example/harbour', 'q=sev')).toBe(
		'https://maps.example/harbour?q=sev'
	);
	expect(liveAddress('https://127.0.0.1.example/harbour', '')).toBeDefined();
});

it.each([
	'.',
	'http://localhost:3000/a',
	'http://127.0.0.1/a',
	'http://127.8.9.1/a',
	'http://[::1]/a'
])('no file leads to %s, where nobody else finds anything', (home) =>
	expect(liveAddress(home, 'q=sev')).toBeUndefined()
);
