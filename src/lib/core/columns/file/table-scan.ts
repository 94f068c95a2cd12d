import { DamagedFile } from '../events-file';
import { damaged } from './damage';
import type { TableReader } from './table-read';

/** Blocks, of some 16 kB once inflated, that are read at once. */
const AT_ONCE = 64;

/**
 * Goes through a whole table, each block read once. A damaged block is told and passed over: the others are
 * gone through all the same.
 * @param begin is told each key, and gives who is to be told its rows
 * @returns whether all of it could be read
 */
export async function scanTable(
	table: TableReader,
	begin: (key: string) => ((row: number) => void) | undefined,
	tellDamage: (error: DamagedFile) => void
): Promise<boolean> {
	let whole = true;
	const trying = async <T>(work: () => T | Promise<T>): Promise<T | undefined> => {
		try {
			return await work();
		} catch (error) {
			if (!(error instanceof DamagedFile)) throw error;
			tellDamage(error);
			whole = false;
			return undefined;
		}
	};
	const opened = await trying(() => table.directory());
	if (!opened) return false;
	const { first } = opened.directory;
	let before = '';
	for (let from = 0; from < first.length; from += AT_ONCE) {
		const to = Math.min(first.length, from + AT_ONCE);
		// Where one of them is damaged, each is read by itself.
		const together = await table.blocks(from, to).catch((error: unknown) => {
			if (error instanceof DamagedFile) return undefined;
			throw error;
		});
		for (let number = from; number < to; number++)
			await trying(async () => {
				const [own] = together ? [together[number - from]] : await table.blocks(number, number + 1);
				if (!own) return;
				if (number > 0 && (first[number] as string) <= before)
					throw damaged(table.partOf(number), 'keys behind those of the block before', 'others');
				before = table.visit(own, number, first, begin);
			});
	}
	return whole;
}
