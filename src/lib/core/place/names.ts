import type { Names } from '../dossier/schema';

interface ChosenName {
	name: string;
	/** The language of the name that was found. */
	language: string;
	/** There was no name in the language that was asked for. */
	fallback: boolean;
}

/**
 * The preferred name in a language; without one, English, then the first language there is.
 * @param language BCP 47 code as in the dossier, e.g. `hy`
 */
export function nameIn(names: Names, language: string): ChosenName {
	for (const candidate of [language, 'en', ...Object.keys(names)]) {
		const name = names[candidate]?.[0];
		if (name !== undefined) return { name, language: candidate, fallback: candidate !== language };
	}
	return { name: '', language, fallback: true };
}

/** The preferred name in a language; one in another language says which: `Sochi (en)`. */
export function markedName(names: Names, language: string): string {
	const { name, language: found, fallback } = nameIn(names, language);
	return fallback && name ? `${name} (${found})` : name;
}

/** Every name, by language, in the order of the dossier: nothing that a place is called is left out. */
export function allNames(names: Names): { language: string; names: string[] }[] {
	return Object.entries(names).map(([language, list]) => ({ language, names: list }));
}
