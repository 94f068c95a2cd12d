import { describe, expect, it } from 'vitest';
import { admitSave, mayEdit, type Asking } from '../../../src/lib/server/edit/guard';

const headers = {
	host: '127.0.0.1:3000',
	origin: 'http://127.0.0.1:3000',
	'sec-fetch-site': 'same-origin',
	'content-type': 'application/json'
};
/** A page of the server's own, with what is otherwise; `null` takes a header away. */
function asking(
	other: Partial<Record<keyof typeof headers, string | null>> = {},
	more: Partial<Asking> = {}
): Asking {
	const given = Object.entries({ ...headers, ...other }).filter(([, value]) => value !== null);
	return {
		editing: true,
		address: '127.0.0.1',
		scheme: 'http:',
		headers: new Headers(given as [string, string][]),
		...more
	};
}
const on = (host: string) => ({ host, origin: `http://${host}` });

describe('a save', () => {
	it.each([
		['a page at 127.0.0.1', asking()],
		['a page at localhost', asking(on('localhost:3000'))],
		['a page at [::1]', asking(on('[::1]:3000'), { address: '::1' })],
		['a page on port 80', asking(on('localhost'))],
		['a socket for IPv4 and IPv6', asking({}, { address: '::ffff:127.0.0.1' })],
		['a browser that does not say whose page it is', asking({ 'sec-fetch-site': null })],
		['a charset beside the type', asking({ 'content-type': 'application/json; charset=utf-8' })]
	])('is admitted from %s', (_, request) => {
		expect(() => admitSave(request)).not.toThrow();
	});

	it.each([
		[403, 'writes nothing', 'a server without --edit', asking({}, { editing: false })],
		[403, 'on this machine', 'another machine', asking({}, { address: '192.168.1.7' })],
		[403, 'on this machine', 'another Host', asking(on('evil.example:3000'))],
		[403, 'on this machine', 'a Host that begins alike', asking(on('127.0.0.1.evil.example'))],
		[403, 'on this machine', 'a Host that ends alike', asking(on('evil.localhost:3000'))],
		[403, 'on this machine', 'a Host with two ports', asking(on('localhost:3000:3000'))],
		[403, 'on this machine', 'a Host of the local network', asking(on('192.168.1.7:3000'))],
		[403, 'on this machine', 'all addresses as Host', asking(on('0.0.0.0:3000'))],
		[403, 'on this machine', 'no Host', asking({ host: null })],
		[403, 'of this server', 'another Origin', asking({ origin: 'https://evil.example' })],
		[403, 'of this server', 'another port', asking({ origin: 'http://127.0.0.1:8080' })],
		[403, 'of this server', 'another scheme', asking({ origin: 'https://127.0.0.1:3000' })],
		[403, 'of this server', 'another loopback name', asking({ origin: 'http://localhost:3000' })],
		[403, 'of this server', 'a sandboxed frame', asking({ origin: 'null' })],
		[403, 'of this server', 'no Origin', asking({ origin: null })],
		[403, 'of this server', 'a page of another site', asking({ 'sec-fetch-site': 'cross-site' })],
		[403, 'of this server', 'a page of another port', asking({ 'sec-fetch-site': 'same-site' })],
		[403, 'of this server', 'the address bar', asking({ 'sec-fetch-site': 'none' })],
		[415, 'application/json', 'a form', asking({ 'content-type': 'multipart/form-data' })],
		[415, 'application/json', 'plain text', asking({ 'content-type': 'text/plain' })],
		[415, 'application/json', 'another JSON', asking({ 'content-type': 'application/json5' })],
		[415, 'application/json', 'no type', asking({ 'content-type': null })]
	])('is refused with %i (%s …) from %s', (status, words, _, request) => {
		expect(() => admitSave(request)).toThrow(
			expect.objectContaining({ status, message: expect.stringContaining(words) as string })
		);
	});
});

describe('whether a page may edit', () => {
	it('hangs on --edit, on the machine and on the Host, and on nothing that only a save has', () => {
		expect(mayEdit(asking({ origin: null, 'content-type': null }))).toBe(true);
		expect(mayEdit(asking({}, { editing: false }))).toBe(false);
		expect(mayEdit(asking({}, { address: '10.0.0.2' }))).toBe(false);
		expect(mayEdit(asking(on('maps.example.org')))).toBe(false);
	});
});
