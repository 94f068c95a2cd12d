import { whenInWords } from '../../core/date/words';
import { Asking } from '../../state/store/asking';
import type { AskedViewer } from '../../state/store/asked-viewer.svelte';

/** Single events that are named at once, and names that are kept. */
const AT_ONCE = 60;
const KEPT = 2_000;

interface Name {
	date: string;
	title: string;
}

/** What the single events on a map are called, for those who point at them or hear them. */
export class SingleNames {
	readonly #asking: Asking<readonly string[], Map<string, Name>>;
	readonly #kept = new Map<string, Name>();
	#version = $state(0);

	constructor(viewer: AskedViewer) {
		this.#asking = new Asking<readonly string[], Map<string, Name>>({
			ask: async (ids) => {
				const read = await viewer.eventsOf(ids);
				return new Map(
					read.flatMap(({ result }): [string, Name][] => {
						if (!('event' in result)) return [];
						const { id, title, when } = result.event;
						return [[id, { title, date: whenInWords(when) }]];
					})
				);
			},
			onanswer: (found) => {
				for (const [id, name] of found) this.#kept.set(id, name);
				for (const id of this.#kept.keys()) {
					if (this.#kept.size <= KEPT) break;
					this.#kept.delete(id);
				}
				this.#version++;
			},
			// They go without; the next that are wanted may have theirs.
			onfault: () => undefined,
			late: () => true
		});
	}

	/** Its name, once that is there. */
	of(id: string): Name | undefined {
		void this.#version;
		return this.#kept.get(id);
	}
	/** Has the names of these come, the first of them. */
	want(ids: readonly string[]): void {
		const missing = ids.slice(0, AT_ONCE).filter((id) => !this.#kept.has(id));
		if (missing.length > 0) void this.#asking.want(missing);
	}
}
