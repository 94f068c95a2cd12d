import type { DayRange } from '../../../core/date/match';
import { StoreAway, type Answer } from '../../../core/store/store';
import { faultOf } from './faults';
import { Query, run } from './query';
import type { Source } from './tables';

/** Makes an answer up. @param range of days that it is of. Throws StoreAway, DatabaseFault */
export type Answering = <T extends object>(
	range: DayRange,
	make: () => Promise<T>
) => Promise<Answer<T>>;

/**
 * Answers of what can be reached, with what cannot. Where a server goes away, or comes back, while one is made up, it is
 * made up anew: so all its numbers are of the same events. One that is begun under one version of the data and ended
 * under another is of neither: it is not given.
 * @param place what the database is called in words that anybody may read
 */
export function answering({ sql, number, shards }: Source, rev: string, place: string): Answering {
	async function checkRev(): Promise<void> {
		const query = new Query();
		const [now] = await run<{ rev: string }>(
			sql,
			`SELECT rev FROM dateline.dossiers WHERE number = ${query.int(number)}`,
			query
		);
		if (now?.rev !== rev)
			throw new StoreAway('The data of this dossier have just become others: ask once more.');
	}

	return async (range, make) => {
		shards.tryAgain();
		try {
			await shards.look();
			for (let i = 0; ; i++) {
				const before = shards.name;
				const answer = await make();
				if (shards.name !== before && i < 3) continue;
				await checkRev();
				const missing = shards.missing({ from: range.from, to: range.to });
				return missing.length > 0 ? { ...answer, missing } : answer;
			}
		} catch (error) {
			throw faultOf(error, place);
		}
	};
}
