import type { Dossier, DossierEvent, Source } from '../dossier/dossier';
import { byPublication } from '../dossier/status';
import type { ShownEvent } from '../view/filter';
import { listOrder } from '../view/order';

/** An event of a view with its number. */
export interface NumberedEvent extends ShownEvent {
	/** From 1, in the order of the list. */
	number: number;
	/** Numbers of the sources that its claims cite, in the order in which the claims are told. */
	sources: readonly number[];
}

/** A source that the events of a view cite. */
export interface NumberedSource {
	/** From 1, in the order in which the list first cites them. */
	number: number;
	source: Source;
	/** Numbers of the events that cite it, rising. */
	events: readonly number[];
}

/** The one numbering of a view: of the map's callouts, the report, the embed and every export. */
export interface Numbering {
	/** In the order of the list: index i has the number i + 1. */
	events: readonly NumberedEvent[];
	/** Index i has the number i + 1. */
	sources: readonly NumberedSource[];
	/** By a source's id. Sources of one web address are one, and share its number. */
	sourceNumbers: ReadonlyMap<string, number>;
}

/**
 * Numbers what a view shows. Events stand in the order of the viewer's list. A source's number says
 * when somebody who reads the list, and each event's claims in the order of their publication, first
 * meets it. Sources that nothing shown cites have none, nor has a claim whose source is missing.
 * @param dossier as known on the view's day
 * @param shown what the view shows of it, in the order of the dossier
 */
export function numberView(dossier: Dossier, shown: readonly ShownEvent[]): Numbering {
	const byId = new Map(dossier.sources.map((source) => [source.id, source]));
	const numberOf = new Map<string, number>();
	const byAddress = new Map<string, number>();
	const sources: (NumberedSource & { events: number[] })[] = [];
	const numbered = (id: string): number | undefined => {
		const known = numberOf.get(id);
		const source = byId.get(id);
		if (known !== undefined || !source) return known;
		const address = addressOf(source);
		const number = (address && byAddress.get(address)) || sources.length + 1;
		if (number > sources.length) sources.push({ number, source, events: [] });
		if (address) byAddress.set(address, number);
		numberOf.set(id, number);
		return number;
	};
	const cited = (event: DossierEvent) => {
		const numbers = new Set<number>();
		for (const claim of byPublication(event.claims, byId)) {
			const number = numbered(claim.source);
			if (number !== undefined) numbers.add(number);
		}
		return [...numbers];
	};
	const { own, background } = listOrder(dossier, shown);
	const events = [...own, ...background].map((item, i): NumberedEvent => {
		const number = i + 1;
		const numbers = cited(item.event);
		for (const at of numbers) sources[at - 1]?.events.push(number);
		return { ...item, number, sources: numbers };
	});
	return { events, sources, sourceNumbers: numberOf };
}

/** What makes two sources one: the page's address without its fragment. */
function addressOf({ url }: Source): string | undefined {
	if (url === undefined || !URL.canParse(url)) return undefined;
	const address = new URL(url);
	address.hash = '';
	return address.href;
}
