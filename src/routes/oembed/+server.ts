import { resolve } from '$app/paths';
import { siteOf } from '$lib/core/embed/addresses';
import { respondWithOEmbed } from '$lib/server/oembed';

export function GET({ url }) {
	return respondWithOEmbed(url.searchParams, siteOf(url, resolve('/')));
}
