import { unsettledRows } from '../../core/columns/as-of';
import {
	heldDay,
	isUndated,
	isUnplaced,
	PER_DEGREE,
	type Columns
} from '../../core/columns/columns';
import { CERTAIN, dateIndex, rowState } from '../../core/columns/dates';
import type { EventsFile } from '../../core/columns/events-file';
import { countAllRows, countColumnFacets } from '../../core/columns/facets';
import { eachInRange, type FilteredRows } from '../../core/columns/filter';
import { countBins, datedRows } from '../../core/columns/histogram';
import { firstKnown } from '../../core/columns/nearest';
import { placesOutside } from '../../core/columns/outside';
import { countPublishers } from '../../core/columns/publishers';
import { searchRows } from '../../core/columns/search';
import { spreadOf } from '../../core/columns/spread';
import { parseDay, type Day } from '../../core/date/day';
import type { Dossier } from '../../core/dossier/dossier';
import type { LonLat } from '../../core/place/geometry';
import {
	NO_FACETS,
	type Answer,
	type Bins,
	type Counts,
	type Listed,
	type ListPage,
	type ListPlace,
	type ListWish,
	type Overview,
	type Question,
	type Square,
	type Store
} from '../../core/store/store';
import { gather, writeTile, type Cell } from '../../core/store/tile-write';
import { isIn, worldUnits } from '../../core/store/world';
import { engineOf } from './open';
import { recordsByRow, soundRecords } from './records';
import { cellMaker } from './cells';

/** What a store of columns is made of. */
interface Held {
	file: EventsFile;
	columns: Columns;
	rev: string;
}

/**
 * The store of a dossier whose events are columns of a file. What it throws is DamagedFile.
 * @param frame the dossier without events
 */
export function columnsStore(frame: Dossier, { file, columns, rev }: Held): Store {
	const opening = parseDay(frame.header.openingView.from ?? '');
	const isBackground = (row: number): 0 | 1 =>
		opening !== undefined &&
		!isUndated(columns, row) &&
		(columns.possibleLast[row] as number) < opening
			? 1
			: 0;
	const cellOf = cellMaker(columns);

	/** What a question lets through. */
	async function ask(question: Question): Promise<FilteredRows> {
		const { filter, names } = engineOf(frame, columns);
		const { q, sources, asof } = question;
		const own = (word: string, wrong: number) => file.rowsWithWord(word, wrong);
		const found = q === undefined ? undefined : await searchRows(columns, names, q, own);
		return filter(question, {
			sources: sources && (await file.rowsCiting(sources)),
			// What nobody had reported by then counts for nothing, as what a search does not find.
			q: asof === undefined ? found : knownRows(columns, asof, found)
		});
	}

	/** Where the list goes on: the number of its events that stand before a place, or at it. */
	async function placeIn(
		{ list }: FilteredRows,
		at: ListPlace
	): Promise<{ before: number; at: number }> {
		const row = (await file.rowOf(at.id)) ?? rowBehind(columns, at);
		const isThere = columns.first[row] === at.first && columns.last[row] === at.last;
		const own = isThere ? row : rowBehind(columns, at);
		let low = 0;
		let high = list.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const other = list.rowsFrom(middle, 1)[0] as number;
			const by = isBackground(other) - at.background || other - own;
			if (by < 0) low = middle + 1;
			else high = middle;
		}
		return { before: low, at: isThere && list.rowsFrom(low, 1)[0] === own ? 1 : 0 };
	}

	/** What the list says of some rows; those that cannot be read are left out, with a note. */
	async function listed(
		rows: readonly number[],
		{ range }: FilteredRows,
		{ bare = false }: ListWish
	): Promise<Pick<Answer<ListPage>, 'events' | 'notes'>> {
		const { records, damage } = await recordsByRow(file, rows);
		const events = rows.flatMap((row): Listed[] => {
			const record = records.get(row);
			if (!record) return [];
			return [
				{
					background: isBackground(row),
					first: columns.first[row] as Day,
					last: columns.last[row] as Day,
					id: idOf(record.event),
					match: rowState(columns, row, range) === CERTAIN ? 'certain' : 'possible',
					...(!isUnplaced(columns, row) && { at: spotOf(columns, row) }),
					...(!bare && { record })
				}
			];
		});
		return { events, ...(damage.length > 0 && { notes: damage.slice(0, 1) }) };
	}

	return {
		rev,
		total: columns.length,
		reach: () => Promise.resolve({}),
		overview: () => Promise.resolve(overviewOf(columns)),
		async list(question, wish): Promise<ListPage> {
			const filtered = await ask(question);
			const { list } = filtered;
			if (wish.squares) return listInSquares(filtered, wish);
			const place = wish.after ?? wish.before;
			const found = place && (await placeIn(filtered, place));
			if (wish.before && found) {
				const start = Math.max(0, found.before - wish.limit);
				const rows = [...list.rowsFrom(start, found.before - start)];
				return { ...(await listed(rows, filtered, wish)), more: start > 0 };
			}
			const start = found ? found.before + found.at : 0;
			const rows = [...list.rowsFrom(start, wish.limit)];
			return { ...(await listed(rows, filtered, wish)), more: start + rows.length < list.length };
		},
		async counts(question, bare = false): Promise<Counts> {
			const filtered = await ask(question);
			const { tallies, candidates, certain } = filtered;
			const { asof } = question;
			const total = asof === undefined ? columns.length : knownRows(columns, asof).length;
			return {
				tallies: { ...tallies, total },
				candidates,
				certain,
				facets: bare ? NO_FACETS : countColumnFacets(filtered)
			};
		},
		async bins(question, edges): Promise<Bins> {
			const { failures } = await ask(question);
			const kinds = columns.types.length;
			const kindOf = Uint8Array.from({ length: kinds }, (_, number) => number);
			const { counts, before, after } = countBins(columns, failures, edges, kindOf, kinds);
			const { undated, bounds } = datedRows(columns, failures);
			const byType = columns.types.map((id, kind): [string, number[]] => [
				id,
				Array.from({ length: 2 * (edges.length - 1) }, (_, i) => counts[i * kinds + kind] as number)
			]);
			return {
				counts: new Map(byType.filter(([, own]) => own.some((count) => count > 0))),
				before,
				after,
				undated,
				bounds
			};
		},
		async tile(question, tile) {
			const { failures, index, range } = await ask(question);
			const cells: Cell[] = [];
			eachInRange(columns, index, range, (row) => {
				if (failures[row] !== 0 || isUnplaced(columns, row)) return;
				const cell = cellOf(row, rowState(columns, row, range));
				if (isIn(tile, cell)) cells.push(cell);
			});
			const gathered = gather(cells, tile);
			await nameThem(gathered.cells);
			return { bytes: writeTile(gathered, tile) };
		},
		publishers: async (question) => ({ publishers: countPublishers(await ask(question)) }),
		async outside(question, box, limit) {
			const places = placesOutside(await ask(question), box);
			return { places: places.slice(0, limit), total: places.length };
		},
		async records(ids) {
			const rows = await Promise.all(ids.map((id) => file.rowOf(id)));
			return recordsIn(rows.filter((row) => row !== undefined));
		},
		async unsettled(day, limit) {
			const rows = unsettledRows(columns, day);
			return { ...(await recordsIn([...rows.subarray(0, limit)])), total: rows.length };
		},
		async citing(sources, limit) {
			const rows = await file.rowsCiting(sources);
			return { ...(await recordsIn([...rows.subarray(0, limit)])), total: rows.length };
		}
	};

	async function recordsIn(rows: readonly number[]) {
		const { records, damage } = await soundRecords(file, rows);
		return { records, ...(damage && { notes: [damage] }) };
	}

	/** Single events get their ids: until here they have their row's number. */
	async function nameThem(cells: Cell[]): Promise<void> {
		const single = cells.filter(({ n }) => n === 1);
		const { records } = await recordsByRow(
			file,
			single.map(({ id }) => Number(id))
		);
		for (const cell of single) cell.id = idOf(records.get(Number(cell.id))?.event);
	}

	async function listInSquares(filtered: FilteredRows, wish: ListWish): Promise<ListPage> {
		const { list } = filtered;
		const inside = (row: number) => {
			const at = worldUnits(spotOf(columns, row));
			return wish.squares?.some((square: Square) => isIn(square, at)) ?? false;
		};
		const rows = [...list.rowsFrom(0, list.length)].filter(
			(row) => !isUnplaced(columns, row) && inside(row)
		);
		const some = rows.slice(0, wish.limit);
		return { ...(await listed(some, filtered, wish)), more: some.length < rows.length };
	}
}

const spotOf = ({ lon, lat }: Columns, row: number): LonLat => [
	(lon[row] as number) / PER_DEGREE,
	(lat[row] as number) / PER_DEGREE
];

const idOf = (event: unknown): string =>
	String((event as { id?: unknown } | null | undefined)?.id ?? '');

/** The first row behind all with these days or earlier ones. */
function rowBehind({ first, last, length }: Columns, at: ListPlace): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const by = (first[middle] as number) - at.first || (last[middle] as number) - at.last;
		if (by <= 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Of these rows, or of all, those of which something was known on a day. */
export function knownRows(
	{ length, known }: Columns,
	asof: Day,
	rows: Uint32Array = Uint32Array.from({ length }, (_, row) => row)
): Uint32Array {
	return rows.filter((row) => (known[row] as number) <= heldDay(asof));
}

function overviewOf(columns: Columns): Overview {
	const { bounds } = datedRows(columns, new Uint16Array(columns.length));
	const spread = spreadOf(columns);
	return {
		facets: countAllRows(columns, dateIndex(columns)),
		bounds,
		...(spread.length > 0 && { spread }),
		firstKnown: firstKnown(columns.known)
	};
}
