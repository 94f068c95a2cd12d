import type { Gazetteer, Hit } from '$lib/core/ingest/places/gazetteer';
import { fold } from '$lib/core/ingest/places/fold';
import type { GoldArticle } from './corpus';
import type { FoundPlace } from './geovirus';

/** What a plain dictionary finds: the longest name with capitals at each word, and the largest place of that name. */
export function dictionaryPlaces({ text }: GoldArticle, world: Gazetteer): FoundPlace[] {
	const words = [...text.matchAll(/(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}'’]*\p{L}|\p{L}/gu)].map(
		(match) => {
			const word = match[0].replace(/['’]s$/, '');
			return { start: match.index, end: match.index + word.length };
		}
	);
	const found: FoundPlace[] = [];
	for (let i = 0; i < words.length; i++) {
		const first = words[i];
		if (!first || !/^\p{Lu}/u.test(text.slice(first.start, first.end))) continue;
		for (let n = 4; n > 0; n--) {
			const last = words[i + n - 1];
			if (!last) continue;
			const written = text.slice(first.start, last.end);
			if (/[,;:()\n]/.test(written)) continue;
			const known = world.named(fold(written));
			if (!known || (n === 1 && known.word && !isCountry(known.hits))) continue;
			const [top] = [...known.hits].sort((a, b) => size(b) - size(a));
			if (!top) continue;
			found.push({ start: first.start, end: last.end, lat: top.entry.lat, lon: top.entry.lon });
			i += n - 1;
			break;
		}
	}
	return found;
}

const isCountry = (hits: readonly Hit[]) => hits.some(({ entry }) => entry.kind === 'country');

function size({ entry, other }: Hit): number {
	const people =
		entry.kind === 'country' ? 1e9 : entry.kind === 'province' ? 1e7 : (entry.population ?? 0);
	return other ? people / 100 : people;
}
