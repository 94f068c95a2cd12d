/** What a ground map is fetched by: its tiles and styles, its pictures, its lettering. */
const DIRECTIVES = new Set(['connect-src', 'img-src', 'font-src']);

/**
 * A Content-Security-Policy that lets a page ask some more hosts for a map, and for nothing else.
 * @param policy the header as it stands
 * @param hosts origins, as the dossier's check lets them through: nothing in them can end a directive
 */
export function admitHosts(policy: string, hosts: readonly string[]): string {
	if (hosts.length === 0) return policy;
	return policy
		.split(';')
		.map((directive) =>
			DIRECTIVES.has(directive.trim().split(/\s+/, 1)[0] ?? '')
				? `${directive.trimEnd()} ${hosts.join(' ')}`
				: directive
		)
		.join(';');
}
