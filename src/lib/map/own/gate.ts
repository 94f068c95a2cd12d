import { originOf } from '../../core/dossier/basemap';

/** Why a ground map of the dossier's own cannot be drawn: a clause for the reader, with no full stop. */
export class GroundError extends Error {}

/** Milliseconds after which a host that has not answered counts as one that does not. */
const PATIENCE_MS = 8_000;
/** Bytes of one answer: more is no style and no tile. */
const MAX_BYTES = 64 * 1024 * 1024;

interface Answer {
	status: number;
	data: ArrayBuffer;
	headers: Headers;
}

/**
 * Asks the hosts that a dossier names for its ground map, and no others. It asks from the page, never
 * from MapLibre's worker: so the page's own policy, which is the dossier's, holds for every request.
 */
export class Gate {
	readonly #admitted: ReadonlySet<string | undefined>;

	/** @param hosts origins; the app's own is always among them */
	constructor(hosts: readonly string[], ownOrigin: string | undefined) {
		this.#admitted = new Set([...hosts.map(originOf), ownOrigin]);
	}

	/** Whether the host of an address is named. */
	admits(address: string): boolean {
		const origin = originOf(address);
		return origin !== undefined && this.#admitted.has(origin);
	}

	/**
	 * One answer, whatever its status.
	 * @param signal of somebody who may stop waiting
	 * @throws {GroundError} where the host is not named, cannot be reached or does not answer in time;
	 * an AbortError once `signal` is aborted
	 */
	async ask(
		address: string,
		headers: Record<string, string> = {},
		signal?: AbortSignal
	): Promise<Answer> {
		if (!this.admits(address))
			throw new GroundError(
				`it asks ${hostOf(address)}, which the dossier does not name among the map’s hosts`
			);
		const stop = new AbortController();
		const giveUp = () => stop.abort();
		let late = false;
		const timer = setTimeout(() => {
			late = true;
			giveUp();
		}, PATIENCE_MS);
		signal?.addEventListener('abort', giveUp);
		if (signal?.aborted) giveUp();
		try {
			const response = await fetch(address, {
				headers,
				credentials: 'omit',
				signal: stop.signal
			});
			if (Number(response.headers.get('content-length')) > MAX_BYTES)
				throw new GroundError(`${fileOf(address)} has more than 64 MB`);
			const data = await response.arrayBuffer();
			return { status: response.status, data, headers: response.headers };
		} catch (error) {
			if (signal?.aborted || error instanceof GroundError) throw error;
			const host = hostOf(address);
			throw new GroundError(
				late
					? `${host} has not answered within ${PATIENCE_MS / 1000} seconds`
					: // The browser tells a page no more than that.
						`${host} cannot be reached, or does not let this page use its files (CORS)`
			);
		} finally {
			clearTimeout(timer);
			signal?.removeEventListener('abort', giveUp);
		}
	}

	/** @throws {GroundError} as `ask` does, and where the answer is another than 200 or no JSON */
	async askJson(address: string, signal?: AbortSignal): Promise<unknown> {
		const { status, data } = await this.ask(address, {}, signal);
		if (status !== 200) throw refused(address, status);
		try {
			return JSON.parse(new TextDecoder().decode(data));
		} catch {
			throw new GroundError(`${fileOf(address)} is not JSON`);
		}
	}
}

/** The words for an answer that is none. */
export function refused(address: string, status: number): GroundError {
	return new GroundError(`${hostOf(address)} answers ${status} to ${fileOf(address)}`);
}

/** A host with its port, for words. */
function hostOf(address: string): string {
	const host = URL.canParse(address) ? new URL(address).host : '';
	return host || address.slice(0, 80);
}

/** The last part of an address's path, for words; its query may hold a key. */
export function fileOf(address: string): string {
	const path = URL.canParse(address) ? new URL(address).pathname : address;
	return path.split('/').filter(Boolean).at(-1)?.slice(0, 80) ?? hostOf(address);
}
