import { untrack } from 'svelte';
import { levelOf } from '../../core/picture/stacks';
import type { Camera } from '../../core/picture/camera';
import { shapeOf } from '../../core/picture/symbols';
import { groupCells, type CellGroup } from '../../map/tiles/group-cells';
import { readTile, type TileCell } from '../../map/tiles/read-tile';
import { squaresInSight, tileLevel } from '../../map/tiles/squares';
import type { PointLook } from '../../map/points/look';
import { AskedTiles } from '../../state/store/asked-tiles.svelte';
import type { AskedViewer } from '../../state/store/asked-viewer.svelte';

/** Pixels about a picture that count as in sight: what stands there may lead a group that reaches into it. */
const MARGIN = { x: 128, y: 96 };

/** The groups of a picture of the map, from the tiles in its sight. To be made while a component is. */
export class TileGroups {
	readonly #tiles: AskedTiles<readonly TileCell[]>;
	readonly #now;

	constructor(viewer: AskedViewer, camera: () => Camera) {
		const tiles = (this.#tiles = new AskedTiles<readonly TileCell[]>({
			tile: (question, square) => viewer.store.tile(question, square),
			read: readTile,
			onanswer: (answer) => viewer.hear('tiles', answer),
			onfault: (error) => viewer.hearFault(error, 'tiles'),
			moving: () => viewer.moving
		}));
		const level = $derived(tileLevel(camera().zoom));
		const squares = $derived(squaresInSight(camera(), level, MARGIN));
		const names = $derived(squares.map(({ z, x, y }) => `${z}/${x}/${y}`).join());
		$effect(() => {
			const { key, question } = viewer.asked;
			// A map that moves within the same tiles asks for nothing.
			void names;
			const wanted = untrack(() => squares);
			if (viewer.opened && wanted.length > 0) void tiles.want({ key, question, squares: wanted });
		});
		const looks = new Map<string, PointLook>();
		const lookOf = (id: string): PointLook => {
			let look = looks.get(id);
			if (!look) {
				const type = viewer.typeNamed(id);
				looks.set(id, (look = { role: type.role, shape: shapeOf(type) }));
			}
			return look;
		};
		const cells = $derived(tiles.round?.tiles.flat() ?? []);
		const zoom = $derived(levelOf(camera().zoom));
		const now = $derived(groupCells(cells, zoom, lookOf));
		this.#now = () => now;
	}

	/** What stands on the map; of the question before until the tiles of the next are there. */
	get now(): readonly CellGroup[] {
		return this.#now();
	}
	/** There is something to draw, even if it is nothing. */
	get there(): boolean {
		return this.#tiles.round !== undefined;
	}
}
