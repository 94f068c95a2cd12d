import type { Place } from '../../dossier/dossier';
import { fold } from './fold';
import type { Hit } from './gazetteer';
import type { Spot } from './spot';
import type { Token } from './tokens';

/**
 * `the border between Armenia and Azerbaijan`, `the Armenia–Azerbaijan border`: of two countries whose border is a
 * place of the dossier, the border itself. The two names go into its one span.
 * @param own the dossier's names
 */
export function joinBorders(
	spots: readonly Spot[],
	tokens: readonly Token[],
	places: readonly Place[],
	own: (key: string) => readonly Hit[] | undefined
): Spot[] {
	const borders = new Map<string, readonly Hit[]>();
	for (const { kind, country, names } of places) {
		const [name] = names['en'] ?? [];
		const hits = kind === 'border' && name ? own(fold(name)) : undefined;
		if (hits && country.length === 2)
			borders.set(pair(country.map((code) => code.toUpperCase())), hits);
	}
	if (borders.size === 0) return [...spots];
	const joined: Spot[] = [];
	for (let i = 0; i < spots.length; i++) {
		const a = spots[i] as Spot;
		const b = spots[i + 1];
		const hits = b && borders.get(pair([...nation(a), ...nation(b)]));
		const span = hits && spanOf(a, b, tokens);
		if (!hits || !span) {
			joined.push(a);
			continue;
		}
		const [from, to] = span;
		const { start } = tokens[from] as Token;
		const { end } = tokens[to] as Token;
		joined.push({ start, end, from, to, key: hits[0]?.entry.id ?? '', hits, word: false });
		i++;
	}
	return joined;
}

const pair = (codes: string[]) => codes.sort().join('-');

function nation({ hits }: Spot): string[] {
	const country = hits.find(({ entry, other }) => entry.kind === 'country' && !other)?.entry
		.country;
	return country ? [country] : [];
}

/** Numbers of the first and last word of the border's name. */
function spanOf(a: Spot, b: Spot, tokens: readonly Token[]): [number, number] | undefined {
	const key = (i: number) => tokens[i]?.key;
	if (tokens[a.from]?.sentence !== tokens[b.to]?.sentence) return undefined;
	const next = tokens[b.to + 1];
	if (
		b.from === a.to + 1 &&
		/^\s?[-–—‑]\s?$/.test((tokens[b.from] as Token).gap) &&
		next?.key === 'border'
	)
		return [a.from, b.to + 1];
	if (b.from !== a.to + 2 || key(a.to + 1) !== 'and') return undefined;
	if (key(a.from - 1) === 'between' && key(a.from - 2) === 'border') return [a.from - 2, b.to];
	return undefined;
}
