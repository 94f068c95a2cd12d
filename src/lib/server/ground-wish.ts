import { resolve } from '$app/paths';
import { STATIC } from '../core/hosting';
import type { Dossier } from '../core/dossier/dossier';
import { nameableIn, readView, standsAtStep } from '../core/story/address';
import { relativeTo } from './entries';
import { fromPhone, type GroundWish } from './picture';

/**
 * What a page's picture is asked to show at an address.
 * @param query of the address, with its `?`
 * @param page the path of the page
 */
export function groundWish(
	dossier: Dossier,
	query: string,
	page: string,
	headers: Headers
): GroundWish {
	const { view } = readView(query, nameableIn(dossier));
	const relief = 'basemap/relief.webp';
	return {
		position: view.map,
		step: standsAtStep(view),
		language: view.labels ?? dossier.header.language,
		narrow: fromPhone(headers),
		lines: view.lines ?? false,
		relief: STATIC ? relativeTo(page, relief) : `${resolve('/')}${relief}`
	};
}
