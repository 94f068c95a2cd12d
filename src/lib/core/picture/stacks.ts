import type { Dossier, DossierEvent } from '../dossier/dossier';
import type { LonLat } from '../place/geometry';
import { symbolPoint } from '../place/precision';
import type { ShownEvent } from '../view/filter';
import { acrossWorld, WORLD_SIZE, worldPoint, type WorldPoint } from './camera';

/** A point at which events of a dossier stand. */
interface Spot {
	id: string;
	at: LonLat;
	world: WorldPoint;
	/** Id of the place that an event there names. */
	place: string | undefined;
}

/** Events that one symbol stands for: all at one spot, or at several that stand close at this zoom. */
export interface Stack {
	/** That of the spot where it stands: one at which something shown happened, never a middle. */
	id: string;
	at: LonLat;
	world: WorldPoint;
	/** The spots whose events it holds, its own first. */
	spots: readonly Spot[];
	/** What the view shows at them, in the order of the dossier. */
	events: readonly ShownEvent[];
}

/** Pixels within which, right and left or up and down of a stack, another is taken into it. */
export const REACH = { x: 56, y: 28 };

/** The zoom whose stacks are drawn at a zoom: halves, so that they hold while a map moves. */
export function levelOf(zoom: number): number {
	return Math.floor(zoom * 2) / 2;
}

/** The dossier's spots, those with most of its events first; and the spot of each event. */
export interface Spots {
	all: readonly Spot[];
	/** Index into `all` by an event's id; events that are listed only have none. */
	of: ReadonlyMap<string, number>;
}

/** Points that agree to 4 decimals of a degree, about 10 m, are one spot; −180° and 180° are one meridian. */
function spotId([lon, lat]: LonLat): string {
	return [lon === -180 ? 180 : lon, lat]
		.map((value) => value.toFixed(4).replace(/^-(0\.0+)$/, '$1'))
		.join(',');
}

/** Where the events of a dossier stand, whatever is filtered. */
export function spotsOf(dossier: Pick<Dossier, 'events'>): Spots {
	const found = new Map<string, { spot: Spot; events: DossierEvent[] }>();
	for (const event of dossier.events) {
		const at = symbolPoint(event);
		if (!at) continue;
		const id = spotId(at);
		const known = found.get(id);
		if (known) {
			known.events.push(event);
			known.spot.place ??= event.place;
		} else {
			const spot = { id, at, world: worldPoint(at), place: event.place };
			found.set(id, { spot, events: [event] });
		}
	}
	const sorted = [...found.values()].sort((a, b) => b.events.length - a.events.length);
	const of = new Map<string, number>();
	sorted.forEach(({ events }, i) => {
		for (const { id } of events) of.set(id, i);
	});
	return { all: sorted.map(({ spot }) => spot), of };
}

/**
 * The stacks of what a view shows. No two stand within `REACH` of each other, and each event that has
 * a spot is in exactly one: counts are of what is shown, at every zoom.
 * @param level the zoom at which they are drawn, or a little less; see `levelOf`
 */
export function stacksOf(
	spots: Spots,
	shown: readonly ShownEvent[],
	level: number,
	reach = REACH
): Stack[] {
	const spotAt = new Int32Array(shown.length);
	const present = new Uint8Array(spots.all.length);
	shown.forEach(({ event }, i) => {
		const at = spots.of.get(event.id) ?? -1;
		spotAt[i] = at;
		if (at >= 0) present[at] = 1;
	});
	const grid = new Grid(reach, WORLD_SIZE * 2 ** level);
	// The richest spots of the dossier lead, whatever is shown of them: stacks hold still.
	spots.all.forEach((spot, at) => {
		if (present[at] === 1) grid.add(at, spot);
	});
	const eventsAt: ShownEvent[][] = [];
	const stacks = grid.groups.map((members): Stack => {
		const own = members.map((at) => spots.all[at] as Spot);
		const [{ id, at, world }] = own as [Spot];
		const events: ShownEvent[] = [];
		for (const member of members) eventsAt[member] = events;
		return { id, at, world, spots: own, events };
	});
	shown.forEach((item, i) => eventsAt[spotAt[i] as number]?.push(item));
	return stacks;
}

/** Whether two stacks stand for the same events, alike certain, at the same spots. */
export function sameStack(a: Stack, b: Stack): boolean {
	return (
		a.id === b.id &&
		sameItems(a.spots, b.spots, (one, other) => one === other) &&
		sameItems(
			a.events,
			b.events,
			(one, other) => one === other || (one.event === other.event && one.match === other.match)
		)
	);
}

function sameItems<T>(a: readonly T[], b: readonly T[], same: (one: T, other: T) => boolean) {
	return a.length === b.length && a.every((item, i) => same(item, b[i] as T));
}

/** Groups points round the first come of them, found by the cells of a grid of the reach's size. */
class Grid {
	readonly groups: number[][] = [];
	readonly #leaders: WorldPoint[] = [];
	readonly #cells = new Map<number, number[]>();
	readonly #reach: WorldPoint;
	readonly #columns: number;

	constructor(reach: { x: number; y: number }, worldSize: number) {
		this.#reach = { x: reach.x / worldSize, y: reach.y / worldSize };
		this.#columns = Math.max(1, Math.floor(1 / this.#reach.x));
	}

	add(at: number, { world }: Spot): void {
		const column = Math.min(
			this.#columns - 1,
			Math.floor((world.x - Math.floor(world.x)) * this.#columns)
		);
		const row = Math.floor(world.y / this.#reach.y);
		const leader = this.#nearest(world, column, row);
		if (leader !== undefined) {
			this.groups[leader]?.push(at);
			return;
		}
		this.#leaders.push(world);
		const cell = row * this.#columns + column;
		this.#cells.set(cell, [...(this.#cells.get(cell) ?? []), this.groups.length]);
		this.groups.push([at]);
	}

	#nearest(world: WorldPoint, column: number, row: number): number | undefined {
		let best: number | undefined;
		let least = Infinity;
		for (let r = row - 1; r <= row + 1; r++)
			for (let c = -1; c <= 1; c++) {
				const wrapped = (column + c + this.#columns) % this.#columns;
				for (const leader of this.#cells.get(r * this.#columns + wrapped) ?? []) {
					const other = this.#leaders[leader] as WorldPoint;
					const x = Math.abs(acrossWorld(other.x, world.x)) / this.#reach.x;
					const y = Math.abs(other.y - world.y) / this.#reach.y;
					const distance = x * x + y * y;
					if (x < 1 && y < 1 && distance < least) {
						least = distance;
						best = leader;
					}
				}
			}
		return best;
	}
}
