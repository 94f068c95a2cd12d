import { dossierNames, type Found, type Gazetteers, type Hit } from './gazetteer';
import type { Token } from './tokens';

/** A name that was found, under the key by which it is known. */
export interface Named extends Found {
	key: string;
}

/** The dossier's names and the world's, in one. */
export interface Lookup {
	text: string;
	/** @param last the name's last word: it may carry the ending of a case */
	find(key: string, last: Token): Named | undefined;
	demonym(key: string): string | undefined;
	isFirstName(key: string): boolean;
}

const CYRILLIC_END =
	/(ами|ями|ого|его|ому|ему|ах|ях|ам|ям|ом|ем|ой|ей|ою|ею|ую|юю|ые|ие|ый|ий|ая|яя|ое|ее|а|я|у|ю|е|и|ы|о|ь|й)$/u;
const ARMENIAN_ENDS = ['ումն', 'ում', 'ից', 'ով', 'ին', 'ի', 'ը', 'ն'];
const AZERBAIJANI_END = /(ndan|nda|dan|da|nin|nun|ya|na|in|un|ni|nu|i|u|a)$/;

/** The forms that a name with a case ending may have without it, likeliest first; with `*` where any vowel may follow. */
function withoutCase(key: string, language: string | undefined): string[] {
	if (/[\u0530-\u058f]$/u.test(key))
		return ARMENIAN_ENDS.filter((end) => key.endsWith(end) && key.length - end.length > 2).map(
			(end) => key.slice(0, -end.length)
		);
	if (/[\u0400-\u04ff]$/u.test(key)) {
		const stem = key.replace(CYRILLIC_END, '');
		return stem.length > 3 ? (stem === key ? [] : [stem, `${stem}*`]) : [];
	}
	if (language === 'az') {
		const stem = key.replace(AZERBAIJANI_END, '');
		return stem !== key && stem.length > 2 ? [stem] : [];
	}
	return [];
}

/** @param language of the text, where known */
export function lookupOf(gazetteers: Gazetteers, text: string, language?: string): Lookup {
	const own = dossierNames(gazetteers.dossier);
	const stems = [...own.keys()];
	const { world } = gazetteers;
	const exact = (key: string): Named | undefined => {
		const hits = own.get(key);
		const far = world?.named(key);
		if (!hits && !far) return undefined;
		return {
			key,
			hits: [...(hits ?? []), ...(far?.hits ?? [])],
			word: !hits && (far?.word ?? false)
		};
	};
	const cached = new Map<string, Named | undefined>();
	function inflected(key: string): Named | undefined {
		for (const form of withoutCase(key, language)) {
			const stem = form.replace('*', '');
			if (!form.endsWith('*')) {
				const found = exact(stem);
				if (found) return found;
				continue;
			}
			const near = (other: string) =>
				other.length <= stem.length + 2 && /^[аеиоуыэюяьй]*$/u.test(other.slice(stem.length));
			const mine = stems.find((other) => other.startsWith(stem) && near(other));
			if (mine) return exact(mine);
			const others: { key: string; hits: Hit[] }[] = [];
			for (const { key: other, found } of world?.withStem(stem, 2) ?? [])
				if (near(other)) others.push({ key: other, hits: found.hits });
			const [best] = others.sort((a, b) => importance(b.hits) - importance(a.hits));
			if (best) return { ...best, word: false };
		}
		return undefined;
	}
	return {
		text,
		find(key) {
			if (cached.has(key)) return cached.get(key);
			const found = exact(key) ?? inflected(key);
			cached.set(key, found);
			return found;
		},
		demonym: (key) => world?.demonym(key),
		isFirstName: (key) => world?.isFirstName(key) ?? false
	};
}

const importance = (hits: readonly Hit[]) =>
	Math.max(
		...hits.map(
			({ entry, other }) =>
				(entry.kind === 'country' ? 1e10 : (entry.population ?? 0)) * (other ? 0.5 : 1)
		)
	);
