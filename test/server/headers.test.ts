import { describe, expect, it } from 'vitest';
import { headersFor } from '../../scripts/serve/headers.js';

describe('the headers of a response', () => {
	it.each(['/', '/robots.txt', '/armenia-azerbaijan/events.geojson', '/_app/immutable/a.css'])(
		'let %s load and run nothing',
		(path) => {
			expect(headersFor(path)).toMatchObject({
				'Content-Security-Policy': "default-src 'none'",
				'X-Content-Type-Options': 'nosniff',
				'Referrer-Policy': 'strict-origin-when-cross-origin'
			});
		}
	);

	it.each(['/_app/immutable/chunks/worker.js', '/_app/immutable/assets/worker.mjs'])(
		'let the worker script %s import its chunks and fetch tiles',
		(path) => {
			expect(headersFor(path)['Content-Security-Policy']).toBe(
				"default-src 'none'; script-src 'self'; connect-src 'self'"
			);
		}
	);

	it.each([
		'/_app/version.json',
		'/basemap/land.json',
		'/fonts/a.pbf',
		'/schema/events.schema.json',
		'/embed.js'
	])('open %s to every site', (path) => {
		expect(headersFor(path)).toMatchObject({
			'Access-Control-Allow-Origin': '*',
			'Cross-Origin-Resource-Policy': 'cross-origin'
		});
	});

	it.each(['/', '/health', '/schema', '/a/basemap/x', '/embed.json'])(
		'keep %s to ourselves',
		(path) => {
			expect(headersFor(path)).not.toHaveProperty('Access-Control-Allow-Origin');
		}
	);
});
