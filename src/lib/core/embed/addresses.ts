import { stringifyView } from '../view/codec';
import type { View } from '../view/view';

/** Where the app is served. */
export interface Site {
	/** `https://maps.example` */
	origin: string;
	/** Path under which it stands, without a slash at the end; empty at the root. */
	base: string;
}

/**
 * Where the app is served.
 * @param page the address of the page that is shown or asked for
 * @param root path of the app's root as that page writes it, which may be relative
 */
export function siteOf(page: URL, root: string): Site {
	return { origin: page.origin, base: new URL(root, page).pathname.replace(/\/$/, '') };
}

/** Absolute address of the app's root, without a slash at the end. */
export function rootOf({ origin, base }: Site): string {
	return origin + base;
}

/** Pixels of a picture; see docs/pictures.md for what they may be. */
export interface PictureSize {
	width: number;
	height: number;
}

/** Of the picture beside a shared link, as the networks that show such cards ask for it. */
export const CARD: PictureSize = { width: 1200, height: 630 };

/** Absolute address of a view in the viewer: the parts of an embed and its freezing are no part of it. */
export function viewerAddress(site: Site, id: string, view: View): string {
	return address(site, `/${id}`, stringifyView({ ...view, ui: undefined, rev: undefined }));
}

/** Absolute address of a view as an embed. */
export function embedAddress(site: Site, id: string, view: View): string {
	return address(site, `/${id}/embed`, stringifyView(view));
}

/** Absolute address of an event's own page. */
export function eventAddress(site: Site, id: string, event: string): string {
	return address(site, `/${id}/events/${event}`);
}

/**
 * Absolute address of a view's picture, exactly so large. Keys that we do not know are left out: they may
 * be a picture's own.
 */
export function pictureAddress(site: Site, id: string, view: View, size: PictureSize): string {
	const bare = { ...view, ui: undefined, rev: undefined, others: [] };
	const wish = `width=${size.width}&height=${size.height}&sourcelist=0`;
	return address(site, `/${id}/picture.png`, [stringifyView(bare), wish].filter(Boolean).join('&'));
}

/** Absolute address of the oEmbed answer on one of our own addresses. */
export function oembedAddress(site: Site, url: string): string {
	return address(site, '/oembed', `url=${encodeURIComponent(url)}`);
}

function address(site: Site, path: string, query = ''): string {
	return `${rootOf(site)}${path}${query && `?${query}`}`;
}
