import { FIRST_SLOT, LAST_SLOT, touches, type Home } from './slots';
import { dayOf, type Day } from '../../../core/date/day';
import type { DayRange } from '../../../core/date/match';
import type { Missing } from '../../../core/store/store';
import type { Database } from './connect';
import { transaction } from './transaction';
import { Query, run, type Row } from './query';

/** Another server that has the events of some years. */
export interface Shard {
	number: number;
	/** First and last slot. */
	from: Day;
	to: Day;
}

/** Milliseconds after which a shard that was away is tried again, and that such a trial may take. */
const AGAIN_MS = 2_000;
const TRIAL_MS = 4_000;

/** What is said where the connection to a server failed, or took too long (PostgreSQL 15, appendix A; postgres_fdw). */
const LOST = /^(08|57P0[1-3]|57014|53300|HV00N)/;

/** Which servers are asked, and which of them are away. */
export class Shards {
	#away = new Map<number, number>();
	#trial: Promise<void> | undefined;
	/** By shard the trials that are not answered yet. */
	#trials = new Map<number, Promise<boolean>>();
	/** When it was last seen to that those are there that are asked. */
	#looked: { at: number; by: Promise<unknown> } = { at: 0, by: Promise.resolve() };

	constructor(
		private readonly sql: Database,
		readonly all: readonly Shard[]
	) {}

	/** Where there are rows that can be asked at the moment. */
	homes(): Home[] {
		const homes: Home[] = [];
		let from = FIRST_SLOT;
		for (const shard of [...this.all].sort((a, b) => a.from - b.from)) {
			if (from < shard.from) homes.push({ from, to: shard.from - 1 });
			from = shard.to + 1;
		}
		homes.push({ from, to: LAST_SLOT });
		const there = this.all.filter(({ number }) => !this.#away.has(number));
		return [...homes, ...there.map(({ number, from, to }) => ({ shard: number, from, to }))];
	}

	/** What of a range is not asked, since its server is away. */
	missing(range: DayRange): Missing[] {
		return this.all
			.filter((shard) => this.#away.has(shard.number) && touches(range, shard))
			.map(({ from, to }) => ({ from, to }));
	}

	/** What is away at the moment, as a text. */
	get name(): string {
		return [...this.#away.keys()].sort().join();
	}

	/**
	 * Asks, and once more without those that turn out to be away.
	 * @param ask reads `homes` anew
	 */
	async ask<T>(ask: () => Promise<T>): Promise<T> {
		if (this.all.length === 0) return ask();
		this.tryAgain();
		for (let i = 0; ; i++) {
			const before = this.name;
			try {
				const answer = await this.#unlessGone(ask());
				if (answer !== GONE) return answer;
			} catch (error) {
				if (i > this.all.length || !isLost(error)) throw error;
				await this.#tryAll();
				// All are there: the connection was from before, and is another now.
				if (this.name === before && i > 0) throw error;
			}
		}
	}

	/**
	 * Sees to it that those that were there a moment ago still are, where nobody has looked for some time: of what is
	 * counted here and what is asked of them one would else hold events that the other lacks.
	 */
	look(): Promise<unknown> {
		const now = Date.now();
		if (this.all.length > 0 && now - this.#looked.at > AGAIN_MS) {
			const there = this.all.filter(({ number }) => !this.#away.has(number));
			this.#looked = { at: now, by: Promise.all(there.map((shard) => this.#try(shard))) };
		}
		// Whoever asks at the same time waits for the same.
		return this.#looked.by;
	}

	/**
	 * Looks after those that are away, and lets nobody wait for it. For each answer, asked of a server or kept: one that is
	 * made of what is kept asks nobody, and would go on to say that they are away.
	 */
	tryAgain(): void {
		const now = Date.now();
		if ([...this.#away.values()].some((since) => now - since > AGAIN_MS)) void this.#tryAll();
	}

	/** Waits for an answer no longer than those are there that are asked: one that hangs says nothing. */
	async #unlessGone<T>(asked: Promise<T>): Promise<T | typeof GONE> {
		const before = this.name;
		for (;;) {
			const answer = await within(AGAIN_MS, asked);
			if (answer !== LATE) return answer;
			await Promise.race([asked, this.#tryAll()]);
			if (this.name === before) continue;
			// Nobody waits for it any more, nor for its failure.
			asked.catch(() => undefined);
			return GONE;
		}
	}

	#tryAll(): Promise<void> {
		this.#trial ??= Promise.all(this.all.map((shard) => this.#try(shard)))
			.then(() => undefined)
			.finally(() => (this.#trial = undefined));
		return this.#trial;
	}

	async #try({ number }: Shard): Promise<void> {
		let trial = this.#trials.get(number);
		if (!trial) {
			trial = this.#reaches(number).finally(() => this.#trials.delete(number));
			this.#trials.set(number, trial);
		}
		// A server that hangs keeps the trial, and a connection with it: no other is begun as long as it does.
		if ((await within(TRIAL_MS, trial)) === true) this.#away.delete(number);
		else this.#away.set(number, Date.now());
	}

	#reaches(number: number): Promise<boolean> {
		return transaction(this.sql, async (own) => {
			await own.unsafe(`SET LOCAL statement_timeout = ${TRIAL_MS}`);
			await own.unsafe(`SELECT version FROM dateline.shard_${number}_version LIMIT 1`);
		}).then(
			() => true,
			() => false
		);
	}
}

const LATE = Symbol('late');
/** A server turned out to be away, or to be back, while an answer was waited for. */
const GONE = Symbol('gone');

/** What is promised, or LATE where it takes longer. */
async function within<T>(milliseconds: number, promised: Promise<T>): Promise<T | typeof LATE> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<typeof LATE>((done) => {
		timer = setTimeout(() => done(LATE), milliseconds);
	});
	try {
		return await Promise.race([promised, late]);
	} finally {
		clearTimeout(timer);
	}
}

function isLost(error: unknown): boolean {
	return LOST.test(String((error as { code?: unknown } | null)?.code));
}

interface ShardRow extends Row {
	server: number;
	from_year: number;
	to_year: number;
}

export async function readShards(sql: Database): Promise<Shards> {
	const rows = await run<ShardRow>(
		sql,
		'SELECT server, from_year, to_year FROM dateline.shards',
		new Query()
	);
	return new Shards(
		sql,
		rows.map(({ server, from_year, to_year }) => ({
			number: server,
			from: dayOf(from_year, 1, 1),
			to: dayOf(to_year + 1, 1, 1) - 1
		}))
	);
}
