import { resolve } from '$app/paths';
import { STATIC } from '../core/hosting';
import type { Dossier } from '../core/dossier/dossier';
import { parseView } from '../core/view/codec';
import { relativeTo } from './entries';
import { fromPhone, type GroundWish } from './picture';

/**
 * What a page's picture is asked to show at an address.
 * @param query of the address, with its `?`
 * @param page the path of the page
 */
export function groundWish(
	{ header }: Dossier,
	query: string,
	page: string,
	headers: Headers
): GroundWish {
	const { view } = parseView(query);
	const relief = 'basemap/relief.webp';
	return {
		position: view.map,
		language: view.labels ?? header.language,
		narrow: fromPhone(headers),
		lines: view.lines ?? false,
		relief: STATIC ? relativeTo(page, relief) : `${resolve('/')}${relief}`
	};
}
