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

/**
 * The policy of an embed: any page may frame it, and in a sandboxed frame, which has no origin, its worker
 * comes from its own text.
 * @param policy the header as it stands
 */
export function admitFrames(policy: string): string {
	const own: Record<string, string> = {
		'frame-ancestors': 'frame-ancestors *',
		'worker-src': "worker-src 'self' data:"
	};
	return policy
		.split(';')
		.map((directive) => own[directive.trim().split(/\s+/, 1)[0] ?? ''] ?? directive.trim())
		.join('; ');
}
