import { ROLES, type Role } from '../dossier/roles';
import type { EventType, SymbolShape } from '../dossier/schema';
import type { Dossier, DossierEvent } from '../dossier/dossier';
import type { Status } from '../dossier/status';
import { COARSE } from '../place/precision';
import type { Stack } from './stacks';
import { shapeOf, SYMBOL_BOX, variantOf, type SymbolVariant } from './symbols';

/** How an event's symbol looks: its type and its status decide. */
export interface Look {
	role: Role;
	shape: SymbolShape;
	variant: SymbolVariant;
}

/** How the symbol of each of a dossier's events looks, worked out for all of them at once. */
export function looksOf(
	{ header, events }: Pick<Dossier, 'header' | 'events'>,
	statusOf: (event: DossierEvent) => Status
): (event: DossierEvent) => Look {
	const types = new Map(header.types.map((type) => [type.id, type]));
	const looks = new Map(
		events.map((event): [DossierEvent, Look] => {
			// The check sees to it that every event's type is in the vocabulary.
			const type = types.get(event.type) as EventType;
			const variant = variantOf(statusOf(event));
			return [event, { role: type.role, shape: shapeOf(type), variant }];
		})
	);
	return (event) => looks.get(event) as Look;
}

/** One kind of symbol in a stack. */
export interface MarkPart extends Look {
	/** Its middle, in pixels right of the stack's point. */
	x: number;
	/** Events that it stands for. */
	count: number;
	/** All of them are only possibly in the range. */
	faint: boolean;
}

/** What is drawn of a stack, in pixels about its point; the same in every renderer. */
export interface StackMark {
	parts: readonly MarkPart[];
	/** Side of the box of each part's symbol. */
	size: number;
	/** How many events; lettered where there is more than one. */
	count: number;
	/** The number as it is lettered, where that is not all of it. */
	short?: string | undefined;
	/** What is lettered instead, a line each: numbers that a key explains. */
	lines?: readonly string[] | undefined;
	/** Left end of the lettering. */
	countX: number;
	/** Of the plate that holds symbols and number, or of the symbol alone. */
	width: number;
	height: number;
	/** The events are at more spots than this one. */
	places: number;
	/** None of its events has a spot of its own: it stands for an area. */
	coarse: boolean;
}

/** Side of the box of a symbol that stands alone, and of one on a plate. */
const ALONE = 0.85 * SYMBOL_BOX;
export const ON_PLATE = 17;
/** From one symbol of a plate to the next: they overlap, the first on top. */
export const STEP = 11;
export const PLATE_HEIGHT = 24;
export const MARGIN = 5;
/** Text size of the number, and the width of one of its digits, and of what else is in a short one. */
export const COUNT_SIZE = 12.5;
const DIGIT = 7.4;
const WIDTHS: Record<string, number> = { ',': 3.8, '.': 3.8, M: 11.8 };

const widthOf = (letters: string) =>
	[...letters].reduce((sum, letter) => sum + (WIDTHS[letter] ?? DIGIT), 0);

/** The events of a stack that one symbol stands for. */
interface Kind {
	look: Look;
	/** Split where accounts of any of them differ; else as all of them are; else plain. */
	variant: SymbolVariant;
	count: number;
	possible: number;
}

/** @param look how an event of the stack looks by itself */
export function markOf(stack: Stack, look: (event: DossierEvent) => Look): StackMark {
	const kinds: Kind[] = [];
	for (const { event, match } of stack.events) {
		const its = look(event);
		let kind = kinds.find(({ look }) => look.role === its.role && look.shape === its.shape);
		if (!kind) kinds.push((kind = { look: its, variant: its.variant, count: 0, possible: 0 }));
		kind.count++;
		if (match === 'possible') kind.possible++;
		if (its.variant !== kind.variant)
			kind.variant =
				its.variant === 'contested' || kind.variant === 'contested' ? 'contested' : 'solid';
	}
	const sorted = kinds.sort(
		(a, b) => b.count - a.count || ROLES.indexOf(a.look.role) - ROLES.indexOf(b.look.role)
	);
	return markOfKinds(
		sorted.map(({ look: { role, shape }, variant, count, possible }) => ({
			role,
			shape,
			variant,
			count,
			faint: possible === count
		})),
		{
			count: stack.events.length,
			places: stack.spots.length,
			coarse: stack.events.every(({ event }) => COARSE.has(event.precision))
		}
	);
}

/**
 * The mark of some kinds of events, the first on top.
 * @param short the number as it is lettered, where it is shortened
 */
export function markOfKinds(
	kinds: readonly Omit<MarkPart, 'x'>[],
	{ count, places, coarse }: Pick<StackMark, 'count' | 'places' | 'coarse'>,
	short?: string
): StackMark {
	const digits = widthOf(short ?? String(count));
	const width =
		count === 1 ? ALONE : 2 * MARGIN + ON_PLATE + STEP * (kinds.length - 1) + 2 + digits;
	const left = count === 1 ? 0 : -width / 2 + MARGIN + ON_PLATE / 2;
	return {
		parts: kinds.map((kind, i) => ({ ...kind, x: left + STEP * i })),
		size: count === 1 ? ALONE : ON_PLATE,
		count,
		...(short === undefined ? {} : { short }),
		countX: width / 2 - MARGIN - digits,
		width,
		height: count === 1 ? ALONE : PLATE_HEIGHT,
		places,
		coarse
	};
}
