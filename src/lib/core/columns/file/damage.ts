import { DamagedFile, EVENTS_FILE } from '../events-file';

export const AGAIN =
	'Fetch the file again; if that does not help, write it anew with dateline import or dateline columns.';

/** A fault of the file in one sentence, with what mends it. */
export function damaged(
	part: string,
	expected: string,
	found: string,
	mend: string = AGAIN
): DamagedFile {
	return new DamagedFile(`${EVENTS_FILE}, ${part}: expected ${expected}; found ${found}. ${mend}`);
}
