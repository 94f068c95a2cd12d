import { describe, expect, it } from 'vitest';
import { refusal } from '../../scripts/serve/guard.js';

const get = { method: 'GET', url: '/', host: 'localhost:3000' };

describe('a request', () => {
	it.each(['GET', 'HEAD', 'OPTIONS'])('with %s goes on', (method) => {
		expect(refusal({ ...get, method }, undefined)).toBeUndefined();
	});

	it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', undefined])(
		'with %s is refused',
		(method) => {
			expect(refusal({ ...get, method }, undefined)).toMatchObject({
				status: 405,
				headers: { Allow: 'GET, HEAD, OPTIONS' }
			});
		}
	);

	it('with POST goes on to where a dossier’s files are saved, and nowhere else', () => {
		const post = { ...get, method: 'POST' };
		expect(refusal({ ...post, url: '/harbour/edit/files' }, undefined)).toBeUndefined();
		for (const url of [
			'/harbour/edit',
			'/harbour/edit/files/',
			'/harbour/edit/files?x',
			'/a/harbour/edit/files',
			'/Harbour/edit/files',
			'/%2e%2e/edit/files',
			'/edit/files'
		])
			expect(refusal({ ...post, url }, undefined), url).toMatchObject({ status: 405 });
		expect(
			refusal({ ...post, url: '/harbour/edit/files', host: 'evil.example' }, undefined)
		).toMatchObject({ status: 421 });
		for (const method of ['PUT', 'DELETE', 'PATCH'])
			expect(refusal({ ...post, method, url: '/harbour/edit/files' }, undefined)).toMatchObject({
				status: 405
			});
	});

	it.each(['localhost', 'localhost:8080', '127.0.0.1:3000', '[::1]', '[::1]:3000'])(
		'for the host %s goes on without an ORIGIN',
		(host) => {
			expect(refusal({ ...get, host }, undefined)).toBeUndefined();
		}
	);

	it.each([
		'evil.example',
		'evil.example:3000',
		'127.0.0.1.evil.example',
		'localhost@evil.example',
		'localhost:3000:3000',
		'192.168.1.7',
		'',
		undefined
	])('for the host "%s" is refused without an ORIGIN', (host) => {
		expect(refusal({ ...get, host }, undefined)).toMatchObject({ status: 421 });
	});

	it('for any host goes on with an ORIGIN, which alone then counts', () => {
		expect(refusal({ ...get, host: 'proxy.internal' }, 'https://maps.example.org')).toBeUndefined();
	});

	it.each(['/%', '/%E0%A4%A', '/a%00b', '/%ff', 'http://evil.example/', '*', ''])(
		'for the malformed address "%s" is refused',
		(url) => {
			expect(refusal({ ...get, url }, undefined)).toMatchObject({ status: 400 });
		}
	);

	it.each(['/%D5%8D%D6%87', '/a?q=%', '//evil.example/'])('for "%s" goes on', (url) => {
		expect(refusal({ ...get, url }, undefined)).toBeUndefined();
	});
});
