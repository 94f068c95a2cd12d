import { STATIC } from '../core/hosting';
import type { Dossier } from '../core/dossier/dossier';
import { MOST_IN_PAGE } from '../core/columns/page';
import type { ExportName } from '../core/exchange/names';
import { MOST_EXPORTED } from '../core/columns/limits';
import { dossierIds, loadDossier, type LoadedDossier } from './dossiers';

/** What of the dossiers is made when the app is built as a folder of files; nothing otherwise. */
async function readable(): Promise<
	[id: string, dossier: Dossier, store: LoadedDossier['store']][]
> {
	if (!STATIC) return [];
	const found: Awaited<ReturnType<typeof readable>> = [];
	for (const id of await dossierIds()) {
		const loaded = await loadDossier(id);
		if (loaded?.dossier) found.push([id, loaded.dossier, loaded.store]);
	}
	return found;
}

export async function dossierEntries(): Promise<{ dossier: string }[]> {
	return (await readable()).map(([dossier]) => ({ dossier }));
}

/** A page for each of a dossier's events, or of its sources; none where they are columns: a file each would be too many. */
export async function itemEntries(
	kind: 'events' | 'sources'
): Promise<{ dossier: string; id: string }[]> {
	return (await readable()).flatMap(([dossier, content, store]) =>
		(store ? [] : content[kind]).map(({ id }) => ({ dossier, id }))
	);
}

/** The files of each dossier's events and sources; none where it has more events than a file holds. */
export async function exportEntries(
	names: readonly ExportName[]
): Promise<{ dossier: string; file: ExportName }[]> {
	return (await readable()).flatMap(([dossier, , store]) =>
		(store?.total ?? 0) > MOST_EXPORTED ? [] : names.map((file) => ({ dossier, file }))
	);
}

/** What of places and sources is not in a dossier's page; see ColumnsPage. */
export async function restEntries(): Promise<{ dossier: string }[]> {
	return (await readable()).flatMap(([id, { places, sources }, store]) =>
		store && Math.max(places.length, sources.length) > MOST_IN_PAGE ? [{ dossier: id }] : []
	);
}

/** A file of each name for each dossier. */
export async function fileEntries<K extends string, N extends string>(
	key: K,
	names: readonly N[]
): Promise<({ dossier: string } & Record<K, N>)[]> {
	return (await readable()).flatMap(([dossier]) =>
		names.map((name) => ({ dossier, [key]: name }) as { dossier: string } & Record<K, N>)
	);
}

/**
 * The address of a dossier's page, with no slash at its end, for what leaves the app. A folder of files may
 * be served anywhere: unless DATELINE_SITE names its address, links in its files are relative to them.
 */
export function addressOf(path: string, url: URL): string {
	if (!STATIC) return new URL(path, url).href;
	const site = process.env['DATELINE_SITE']?.replace(/\/+$/, '');
	return site ? site + path : '.';
}

/** This machine's own names: an address of theirs leads no reader anywhere. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The address of the live view, for a file that leaves the app; undefined where it would lead nobody anywhere.
 * @param home from `addressOf`
 */
export function liveAddress(home: string, query: string): string | undefined {
	if (!URL.canParse(home) || LOOPBACK.test(new URL(home).hostname)) return undefined;
	return home + (query && `?${query}`);
}

/** Where a static file stands, seen from a page that is made once for all at a path such as `/harbour/embed/`. */
export function relativeTo(pathname: string, file: string): string {
	return '../'.repeat(pathname.split('/').filter(Boolean).length) + file;
}
