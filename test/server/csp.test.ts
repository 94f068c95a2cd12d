import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDossier } from '../../src/lib/core/dossier/check';
import { admitHosts } from '../../src/lib/server/csp';

const POLICY =
	"default-src 'none'; script-src 'self' 'nonce-abc'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'";

/** Directives by name, each with its sources: what a browser makes of the header. */
function directives(policy: string): Record<string, string[]> {
	return Object.fromEntries(
		policy.split(';').map((part) => {
			const [name = '', ...sources] = part.trim().split(/\s+/);
			return [name, sources];
		})
	);
}

/** The hosts of a dossier whose dossier.json lists these. */
function hostsOf(listed: unknown): readonly string[] {
	const json = JSON.stringify({
		dateline: 1,
		id: 'd',
		title: 'D',
		basemap: { style: 'https://tiles.example/style.json', hosts: listed }
	});
	const { dossier } = checkDossier('d', { 'dossier.json': new TextEncoder().encode(json) });
	return dossier?.header.basemap?.hosts ?? [];
}

describe('the hosts of a dossier’s own ground map in the content security policy', () => {
	it('join what the page may connect to, show and letter with, and nothing else', () => {
		const before = directives(POLICY);
		const hosts = ['https://tiles.example', 'http://127.0.0.1:8080'];
		expect(directives(admitHosts(POLICY, hosts))).toEqual({
			...before,
			'img-src': ["'self'", 'data:', ...hosts],
			'font-src': ["'self'", ...hosts],
			'connect-src': ["'self'", ...hosts]
		});
	});

	it('leave a policy as it is where there are none', () => {
		expect(admitHosts(POLICY, [])).toBe(POLICY);
	});

	it.each([
		'https://a.example; script-src *',
		'https://*',
		'https://*.example',
		'*',
		'https:',
		"'unsafe-inline'",
		'data:',
		'https://a.example https://b.example',
		'https://a.example,b.example',
		'https://a.example/\r\nSet-Cookie: a=b',
		'https://a.example/path',
		'https://user@a.example',
		'https://a.example:99999999',
		'https://a.example:70000',
		'https://08',
		'http://tiles.example',
		'http://127.0.0.1.example',
		'http://localhost.example'
	])('never come to be %j', (host) => {
		expect(hostsOf([host])).toEqual([]);
	});

	it('take nothing that a dossier may write out of its own three directives', () => {
		const before = directives(POLICY);
		fc.assert(
			fc.property(
				fc.array(
					fc.oneof(
						fc.string({ unit: 'binary' }),
						fc.string().map((text) => `https://${text}`),
						fc.webAuthority().map((host) => `https://${host}`)
					)
				),
				(listed) => {
					const after = directives(admitHosts(POLICY, hostsOf(listed)));
					expect(Object.keys(after)).toEqual(Object.keys(before));
					for (const [name, sources] of Object.entries(after)) {
						const added = sources.slice(before[name]?.length);
						expect(sources).toEqual([...(before[name] ?? []), ...added]);
						for (const source of added) {
							expect(['connect-src', 'img-src', 'font-src']).toContain(name);
							expect(listed).toContain(source);
							expect(new URL(source).protocol).toBe('https:');
						}
					}
				}
			)
		);
	});
});
