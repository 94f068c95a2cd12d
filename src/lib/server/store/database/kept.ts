/** What was worked out before, the latest uses last; what was used longest ago is forgotten where there is no room. */
export class Kept<T> {
	#values = new Map<string, Promise<T>>();

	/** @param most how many are kept */
	constructor(readonly most: number) {}

	/** What is kept under a name, or what it is found to be; what fails is not kept. */
	of(name: string, find: () => Promise<T>): Promise<T> {
		const known = this.#values.get(name);
		const value = known ?? find();
		this.#values.delete(name);
		this.#values.set(name, value);
		if (!known) {
			value.catch(() => {
				if (this.#values.get(name) === value) this.#values.delete(name);
			});
			const [oldest] = this.#values.keys();
			if (this.#values.size > this.most && oldest !== undefined) this.#values.delete(oldest);
		}
		return value;
	}
}
