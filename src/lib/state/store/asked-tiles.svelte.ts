import type { Answer, Missing, Question, Square } from '../../core/store/store';
import { Asking } from './asking';

/** Tiles that are kept; those that were not looked at for longest are let go of first. */
const KEPT = 300;

/** The tiles that a picture needs of one question. */
export interface TileWish {
	key: string;
	question: Question;
	squares: readonly Square[];
}

/** The tiles of one level that are drawn. */
export interface TileRound<T> {
	key: string;
	level: number;
	squares: readonly Square[];
	tiles: readonly T[];
}

interface Options<T> {
	tile: (question: Question, square: Square) => Promise<Answer<{ bytes: Uint8Array }>>;
	read: (bytes: Uint8Array, square: Square) => T;
	/** Told of each round what its tiles leave out. */
	onanswer: (answer: Answer<unknown>) => void;
	onfault: (error: unknown) => void;
	moving: () => boolean;
}

const nameOf = ({ z, x, y }: Square) => `${z}/${x}/${y}`;

/** Fetches the tiles in sight: one round of them at a time, whole, so that what is drawn is of one question. */
export class AskedTiles<T> {
	readonly #asking: Asking<TileWish, TileRound<T>>;
	readonly #options: Options<T>;
	readonly #kept = new Map<string, T>();
	#round = $state.raw<TileRound<T>>();

	constructor(options: Options<T>) {
		this.#options = options;
		this.#asking = new Asking<TileWish, TileRound<T>>({
			ask: (wish) => this.#fetch(wish),
			onanswer: (round) => (this.#round = round),
			onfault: options.onfault,
			// While map or dates move the last round is drawn until the next is there.
			late: () => true,
			gap: () => (options.moving() ? 30 : 0)
		});
	}

	/** What was fetched last. */
	get round(): TileRound<T> | undefined {
		return this.#round;
	}

	/** Has these come, where they are not there. */
	async want(wish: TileWish): Promise<void> {
		const round = this.#round;
		if (round && holds(round, wish) && !this.#asking.failed) return this.#asking.drop();
		await this.#asking.want(wish);
	}

	async #fetch({ key, question, squares }: TileWish): Promise<TileRound<T>> {
		const missing: Missing[] = [];
		const tiles = await Promise.all(
			squares.map(async (square): Promise<T> => {
				const name = `${key} ${nameOf(square)}`;
				const kept = this.#kept.get(name);
				if (kept !== undefined) {
					// Behind all others: it is looked at.
					this.#kept.delete(name);
					this.#kept.set(name, kept);
					return kept;
				}
				const answer = await this.#options.tile(question, square);
				const tile = this.#options.read(answer.bytes, square);
				missing.push(...(answer.missing ?? []));
				// One that leaves something out is asked for again.
				if (!answer.missing?.length) this.#kept.set(name, tile);
				return tile;
			})
		);
		this.#options.onanswer({ missing });
		for (const name of this.#kept.keys()) {
			if (this.#kept.size <= KEPT) break;
			this.#kept.delete(name);
		}
		return { key, level: squares[0]?.z ?? 0, squares, tiles };
	}
}

/** Whether a round has all that is wanted, and hardly more. */
function holds({ key, squares }: TileRound<unknown>, wish: TileWish): boolean {
	if (key !== wish.key || squares.length !== wish.squares.length) return false;
	const names = new Set(squares.map(nameOf));
	return wish.squares.every((square) => names.has(nameOf(square)));
}
