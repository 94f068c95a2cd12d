import type { Found, Gazetteer, Hit } from './gazetteer';

/** A name that was found, under the key by which it is known. */
export interface Named extends Found {
	key: string;
}

/** The dossier's names and the world's, in one. */
export interface Lookup {
	text: string;
	/** @param key folded; its last word may carry the ending of a case */
	find(key: string): Named | undefined;
	/** Whether the dossier has the name. */
	isOwn(key: string): boolean;
	/** Whether a longer name of the dossier begins with it. */
	beginsOwn(key: string): boolean;
	demonym(key: string): string | undefined;
	isFirstName(key: string): boolean;
}

const CYRILLIC_END =
	/(ами|ями|ии|ыи|ои|еи|ого|его|ому|ему|ах|ях|ам|ям|ом|ем|ой|ей|ою|ею|ую|юю|ые|ие|ый|ий|ая|яя|ое|ее|а|я|у|ю|е|и|ы|о|ь|й)$/u;
const ENDS = {
	hy: ['յում', 'յից', 'յով', 'ումն', 'ում', 'ից', 'ով', 'ին', 'յի', 'ի', 'ը', 'ն'],
	az: 'ndan nda dan da nin nun ya na in un ni nu yi i u a'.split(' ')
};

/** The forms that a name with a case ending may have without it, likeliest first; with `*` where any vowel may follow. */
function withoutCase(key: string, language: string | undefined): string[] {
	const ends = /[\u0530-\u058f]$/u.test(key) ? ENDS.hy : language === 'az' ? ENDS.az : [];
	if (ends.length > 0)
		return ends
			.filter((end) => key.endsWith(end) && key.length - end.length > 2)
			.map((end) => key.slice(0, -end.length));
	if (/[\u0400-\u04ff]$/u.test(key)) {
		const stem = key.replace(CYRILLIC_END, '');
		return stem.length > 3 ? (stem === key ? [] : [stem, `${stem}*`]) : [];
	}
	return [];
}

/** A Russian name without the endings of its words: `Лачинского района`, `Лачинский район`. */
const stemmed = (key: string) =>
	/[\u0400-\u04ff]/u.test(key)
		? key
				.split(' ')
				.map((word) => (word.length > 4 ? word.replace(CYRILLIC_END, '') : word))
				.join(' ')
		: key;

/** @param own the dossier's names, folded @param language of the text, where known */
export function lookupOf(
	own: ReadonlyMap<string, Hit[]>,
	world: Gazetteer | undefined,
	text: string,
	language?: string
): Lookup {
	const ownStems = new Map([...own.keys()].map((key) => [stemmed(key), key]));
	const beginnings = new Set<string>();
	for (const key of [...own.keys(), ...ownStems.keys()])
		for (let at = key.indexOf(' '); at > 0; at = key.indexOf(' ', at + 1))
			beginnings.add(key.slice(0, at));
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
	function inflected(key: string): Named | undefined {
		const mine = ownStems.get(stemmed(key));
		if (mine) return exact(mine);
		for (const form of withoutCase(key, language)) {
			const stem = form.replace('*', '');
			if (!form.endsWith('*')) {
				const found = exact(stem);
				if (found) return found;
				continue;
			}
			const others = (world?.withStem(stem, 2) ?? []).filter(({ key: other }) =>
				/^[аеиоуыэюяьй]*$/u.test(other.slice(stem.length))
			);
			const [best] = others.sort((a, b) => importance(b.found.hits) - importance(a.found.hits));
			if (best) return { key: best.key, hits: best.found.hits, word: false };
		}
		return undefined;
	}
	const cached = new Map<string, Named | undefined>();
	return {
		text,
		find(key) {
			if (cached.has(key)) return cached.get(key);
			const found = exact(key) ?? inflected(key);
			cached.set(key, found);
			return found;
		},
		isOwn: (key) => own.has(key) || ownStems.has(stemmed(key)),
		beginsOwn: (key) => beginnings.has(key) || beginnings.has(stemmed(key)),
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
