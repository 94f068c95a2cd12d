import type { Dossier } from '../../core/dossier/dossier';
import { Unreachable } from '../../state/columns/fetch-range';

/** All places and sources of a dossier whose page came without. @param url as its page says */
export async function fetchRest(url: string): Promise<Pick<Dossier, 'places' | 'sources'>> {
	const response = await fetch(url).catch(() => undefined);
	if (!response?.ok)
		throw new Unreachable('The names of the places and sources could not be fetched.');
	const { places, sources } = (await response.json()) as Pick<Dossier, 'places' | 'sources'>;
	return { places, sources };
}
