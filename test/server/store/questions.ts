import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { parseArea } from '../../../src/lib/core/view/area';
import { DEEPEST, LAYER } from '../../../src/lib/core/store/tile';
import type { Question, Square, Store } from '../../../src/lib/core/store/store';
import { KNOWN_PRECISIONS, STATUSES } from '../../../src/lib/core/view/view';
import { seeded } from '../../synthetic/dossier.js';

/** What a dossier has to be asked for. */
export interface Vocabulary {
	types: readonly string[];
	actors: readonly string[];
	places: readonly string[];
	sources: readonly string[];
	words: readonly string[];
	/** Of its events, roughly. */
	days: readonly [first: number, last: number];
}

const AREAS = [
	'-90,-60,100,70',
	'10,0,20,45',
	'170,-80,-170,85',
	'40,30;50,30;45,50',
	'170,-20;-170,-20;-170,60;170,60',
	'-180,-90,180,90'
];

/** Questions by dice, the same for the same seed; the first asks for everything. */
export function questions(of: Vocabulary, count: number, seed: number): Question[] {
	const random = seeded(seed);
	const below = (n: number) => Math.floor(random() * n);
	const some = (list: readonly string[]) =>
		Array.from({ length: 1 + below(3) }, () =>
			below(12) === 0 ? 'there-is-none' : (list[below(list.length)] as string)
		);
	const [first, last] = of.days;
	const day = () => first - 40 + below(last - first + 80);
	const parts: (() => Question)[] = [
		() => ({ from: day() }),
		() => ({ to: day() }),
		() => {
			const from = day();
			return { from, to: from + below(60) };
		},
		() => ({ asof: day() }),
		() => ({ types: some(of.types) }),
		() => ({ actors: some(of.actors) }),
		() => ({ places: some(of.places) }),
		() => ({ sources: some(of.sources) }),
		() => ({
			q: some(of.words)
				.slice(0, 1 + below(2))
				.join(' ')
		}),
		() => ({ contested: true }),
		() => ({ status: [STATUSES[below(STATUSES.length)] as (typeof STATUSES)[number]] }),
		() => ({ precision: KNOWN_PRECISIONS[below(KNOWN_PRECISIONS.length)] }),
		() => ({ only: below(2) ? 'undated' : 'unplaced' }),
		() => ({ area: parseArea(AREAS[below(AREAS.length)] as string) })
	];
	const made = Array.from({ length: count }, (_, i) =>
		Object.assign(
			{},
			...Array.from({ length: i === 0 ? 0 : below(4) + (i % 5 === 0 ? 0 : 1) }, () =>
				parts[below(parts.length)]?.()
			)
		)
	) as Question[];
	// As an address has them.
	return made.map((one) =>
		(one.from ?? -Infinity) > (one.to ?? Infinity) ? { ...one, from: one.to, to: one.from } : one
	);
}

/** A tile's points as plain objects, in an order of their own. */
export function pointsIn(bytes: Uint8Array): { x: number; y: number; [key: string]: unknown }[] {
	if (bytes.length === 0) return [];
	const layer = new VectorTile(new PbfReader(bytes)).layers[LAYER];
	return Array.from({ length: layer?.length ?? 0 }, (_, i) => {
		const point = layer?.feature(i);
		const at = point?.loadGeometry()[0]?.[0];
		return { x: at?.x ?? NaN, y: at?.y ?? NaN, ...point?.properties };
	}).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** All that a store answers to one question, in a form that can be compared; the list a page at a time. */
export async function answersOf(
	store: Store,
	question: Question,
	{ edges, tiles, page = 60 }: { edges: readonly number[]; tiles: readonly Square[]; page?: number }
) {
	const listed: string[] = [];
	for (let after, i = 0; i < 10_000; i++) {
		const { events, more } = await store.list(question, { limit: page, after, bare: true });
		for (const { background, first, last, id, match } of events)
			listed.push(`${background} ${first} ${last} ${id} ${match}`);
		after = events.at(-1);
		if (!more || !after) break;
	}
	const { facets, ...counts } = await store.counts(question);
	const { counts: byType, ...bins } = await store.bins(question, edges);
	const sorted = (map: ReadonlyMap<string, unknown>) =>
		[...map].filter(([, n]) => n !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
	const box = { kind: 'box', west: 38, south: 30, east: 46, north: 44 } as const;
	return {
		listed,
		counts,
		facets: Object.fromEntries(
			Object.entries(facets).map(([key, own]) => [
				key,
				own instanceof Map ? sorted(own as Map<string, unknown>) : (own as number)
			])
		),
		bins: { ...bins, counts: sorted(byType) },
		tiles: await Promise.all(
			tiles.map(async (tile) => pointsIn((await store.tile(question, tile)).bytes))
		),
		publishers: (await store.publishers(question)).publishers,
		outside: await store.outside(question, box, 12)
	};
}

/** The tiles of a level, all of them. */
export const tilesOf = (z: number): Square[] =>
	Array.from({ length: 4 ** Math.min(z, DEEPEST) }, (_, i) => ({ z, x: i % 2 ** z, y: i >> z }));
