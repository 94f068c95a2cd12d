import type { FaultGroup, ImportReport, RowFault } from './import';

/** How many of a kind are told with their lines. */
const TOLD = 10;

/** Counts of some rows, as plain data. */
export interface Counts {
	read: number;
	imported: number;
	refused: number;
	refusals: FaultGroup[];
	warnings: FaultGroup[];
}

/** Counts what becomes of the rows of a file, and keeps the first faults of each kind. */
export class Tally {
	read = 0;
	imported = 0;
	refused = 0;
	readonly #refusals = new Map<string, FaultGroup & { first: RowFault[] }>();
	readonly #warnings = new Map<string, FaultGroup & { first: RowFault[] }>();

	refuse(fault: RowFault): void {
		this.refused++;
		put(this.#refusals, fault.kind, 1, [fault]);
	}

	warn(fault: RowFault): void {
		put(this.#warnings, fault.kind, 1, [fault]);
	}

	/** Adds the counts of the rows that follow. */
	add(counts: Counts): void {
		this.read += counts.read;
		this.imported += counts.imported;
		this.refused += counts.refused;
		for (const { kind, count, first } of counts.refusals) put(this.#refusals, kind, count, first);
		for (const { kind, count, first } of counts.warnings) put(this.#warnings, kind, count, first);
	}

	counts(): Counts {
		const { read, imported, refused } = this;
		return {
			read,
			imported,
			refused,
			refusals: groups(this.#refusals),
			warnings: groups(this.#warnings)
		};
	}

	report(dataset: string): ImportReport {
		return { dataset, ...this.counts() };
	}
}

function put(
	groups: Map<string, FaultGroup & { first: RowFault[] }>,
	kind: string,
	count: number,
	faults: readonly RowFault[]
): void {
	const group = groups.get(kind);
	if (!group) groups.set(kind, { kind, count, first: faults.slice(0, TOLD) });
	else {
		group.count += count;
		group.first.push(...faults.slice(0, TOLD - group.first.length));
	}
}

/** The most frequent first. */
function groups(of: Map<string, FaultGroup>): FaultGroup[] {
	return [...of.values()].sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}
