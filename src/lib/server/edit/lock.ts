/** What was asked for last, by key; gone once it is done. */
const last = new Map<string, Promise<unknown>>();

/** Runs tasks of one key one after another, in the order in which they came; those of other keys do not wait. */
export async function oneAtATime<T>(key: string, task: () => Promise<T>): Promise<T> {
	const before = last.get(key) ?? Promise.resolve();
	const mine = before.then(task, task);
	last.set(key, mine);
	try {
		return await mine;
	} finally {
		if (last.get(key) === mine) last.delete(key);
	}
}
