import { serveEvents } from '$lib/server/columns/serve';

// Into a folder that any web server serves it is copied as it is: scripts/build-static.js.
export const prerender = false;

/** The dossier's events as columns, where they are carried so; by range. */
export function GET({ params, request, url }) {
	return serveEvents(params.dossier, request, url);
}

export const HEAD = GET;
