import { whenInWords } from '../core/date/words';
import { isolated } from '../core/dossier/directions';
import type { Stack } from '../core/picture/stacks';
import { ROLE_WORDS } from '../core/picture/symbols';
import { markedName } from '../core/place/names';
import { placeInWords } from '../core/place/precision';
import type { Viewer } from '../state/viewer.svelte';

type Words = Pick<Viewer, 'place' | 'language' | 'typeOf' | 'statusOf'>;

/**
 * What a symbol on the map stands for: `13 May 2021: Troops near Lake Sev, near Lake Sev`, or
 * `4 events at Lachin District and 1 more place: 3 armed, 1 movement; accounts differ on 2`.
 */
export function stackInWords({ spots, events }: Stack, viewer: Words): string {
	const [spot] = spots;
	const place = viewer.place(spot?.place);
	const name = place && isolated(markedName(place.names, viewer.language));
	const [first] = events;
	if (events.length === 1 && first) {
		const { when, title, precision } = first.event;
		const where = name ? `, ${placeInWords(name, precision)}` : '';
		return `${whenInWords(when)}: ${isolated(title)}${where}`;
	}
	const more = spots.length - 1;
	const where = name ? ` at ${name}` : ' at one spot';
	const others = more > 0 ? ` and ${more} more ${more === 1 ? 'place' : 'places'}` : '';
	const mix = new Map<string, number>();
	for (const { event } of events) {
		const word = ROLE_WORDS[viewer.typeOf(event).role].toLowerCase();
		mix.set(word, (mix.get(word) ?? 0) + 1);
	}
	const kinds = [...mix].sort((a, b) => b[1] - a[1]).map(([word, n]) => `${n} ${word}`);
	const differ = events.filter(({ event }) => viewer.statusOf(event).contested).length;
	return `${events.length} events${where}${others}: ${kinds.join(', ')}${differ > 0 ? `; accounts differ on ${differ}` : ''}`;
}
