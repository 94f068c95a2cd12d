import { isolated } from '../dossier/directions';
import { dossierAsOf } from '../dossier/known';
import type { Dossier } from '../dossier/dossier';
import { cut } from '../text';
import { datesInWords } from '../picture/figure-content';
import { nameIn } from '../place/names';
import { symbolPoint } from '../place/precision';
import { stringifyView } from '../view/codec';
import { showView } from '../view/show';
import type { View } from '../view/view';
import {
	CARD,
	eventAddress,
	oembedAddress,
	pictureAddress,
	viewerAddress,
	type Site
} from './addresses';

/** What a page says of itself to whoever shares a link to it. Every address is absolute. */
export interface Share {
	/** Of the page. */
	url: string;
	/** Of the oEmbed answer on it. */
	oembed: string;
	/** Of a picture of the view, as large as CARD. */
	picture: string;
	/** The picture in words. */
	alt: string;
}

/** Longest title that is handed on, in characters as people count them (code points). */
const MAX_TITLE = 300;

/** A view's title: that of the event whose card is open, where its day knows it, and the dossier's. */
export function titleOf(dossier: Dossier, { event: id, asof }: View): string {
	const { events } = asof === undefined || !id ? dossier : dossierAsOf(dossier, asof);
	const event = events.find((event) => event.id === id);
	const titles = event ? [event.title, dossier.header.title] : [dossier.header.title];
	return titles
		.map((title) => isolated(cut(title.replace(/\s+/g, ' ').trim(), MAX_TITLE)))
		.join(' · ');
}

/** How many places are named to those who do not see a map, and the characters of each name. */
const NAMED = 8;
const MAX_NAME = 80;

/** A view's picture in words, for those who do not see it: title, dates, how many events, at which places. */
export function mapInWords(whole: Dossier, asked: View): string {
	// What is shown hangs on no day of today's.
	const { dossier, view, shown, tallies } = showView(whole, stringifyView(asked), 0);
	const places = new Map(dossier.places.map((place) => [place.id, place]));
	const names = new Set<string>();
	for (const { event } of shown) {
		const place = symbolPoint(event) && places.get(event.place ?? '');
		if (place) names.add(nameIn(place.names, view.labels ?? dossier.header.language).name);
	}
	const more = names.size > NAMED ? ` and ${names.size - NAMED} more places` : '';
	const told = [...names].slice(0, NAMED).map((name) => isolated(cut(name, MAX_NAME)));
	const where = told.length > 0 ? `, at ${told.join(', ')}${more}` : '';
	const dates = datesInWords({ view, shown, total: tallies.total }, whole.excerpt?.shown);
	return `Map: ${titleOf(whole, view)}. ${dates}${where}.`;
}

/** What a view's page says of itself. @param view with ids that the dossier has */
export function shareView(site: Site, dossier: Dossier, view: View): Share {
	return share(site, dossier, view, viewerAddress(site, dossier.header.id, view));
}

/** What an event's own page says of itself. */
export function shareEvent(site: Site, dossier: Dossier, event: string): Share {
	const url = eventAddress(site, dossier.header.id, event);
	return share(site, dossier, { event, others: [] }, url);
}

function share(site: Site, dossier: Dossier, view: View, url: string): Share {
	return {
		url,
		oembed: oembedAddress(site, url),
		picture: pictureAddress(site, dossier.header.id, view, CARD),
		alt: mapInWords(dossier, view)
	};
}
