import type { DamagedFile } from '../events-file';
import type { TableReader } from './table-read';
import { scanTable } from './table-scan';

/** What a table and the records say of each other. */
export interface Compared {
	/** Keys that records have and from which the table does not lead to their row. */
	lost: readonly { key: string; row: number }[];
	/** Rows that the table leads to from a key that their record does not have. */
	foreign: readonly number[];
	/** How many there are of each; no more than `most` are listed. */
	lostCount: number;
	foreignCount: number;
}

/**
 * Holds a table against the keys and rows that it is to have, each looked at once. Where a part of it is damaged
 * that is told, and nothing is said to be lost.
 * @param expected keys, rising, with the rows of each, rising
 * @param isKnown whether the record of a row could be read: of another nothing is said
 */
export async function compareTable(
	table: TableReader,
	expected: Iterator<readonly [key: string, rows: Uint32Array]>,
	isKnown: (row: number) => boolean,
	most: number,
	tellDamage: (error: DamagedFile) => void
): Promise<Compared> {
	const lost: { key: string; row: number }[] = [];
	const foreign: number[] = [];
	let lostCount = 0;
	let foreignCount = 0;
	let wanted = expected.next();
	/** How many rows of the key that is wanted are behind. */
	let at = 0;

	const lose = (key: string, row: number) => {
		if (lostCount++ < most) lost.push({ key, row });
	};
	const strange = (row: number) => {
		if (isKnown(row) && foreignCount++ < most) foreign.push(row);
	};
	/** Goes on to the first key not before this one; what was not met until then is lost. */
	const goTo = (key: string | undefined) => {
		while (!wanted.done && (key === undefined || wanted.value[0] < key)) {
			const [own, rows] = wanted.value;
			for (; at < rows.length; at++) lose(own, rows[at] as number);
			wanted = expected.next();
			at = 0;
		}
	};

	const whole = await scanTable(
		table,
		(key) => {
			goTo(key);
			if (wanted.done || wanted.value[0] !== key) return strange;
			const [own, rows] = wanted.value;
			return (row) => {
				while (at < rows.length && (rows[at] as number) < row) lose(own, rows[at++] as number);
				if (at < rows.length && rows[at] === row) at++;
				else strange(row);
			};
		},
		tellDamage
	);
	goTo(undefined);
	return whole
		? { lost, foreign, lostCount, foreignCount }
		: { lost: [], foreign, lostCount: 0, foreignCount };
}
