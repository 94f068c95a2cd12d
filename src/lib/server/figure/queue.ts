/** Work that cannot be done in time. */
export class Busy extends Error {
	/** Seconds after which it is worth asking again. */
	readonly retryAfter: number;
	constructor(retryAfter: number) {
		super('The server has more pictures to draw than it can just now.');
		this.name = 'Busy';
		this.retryAfter = retryAfter;
	}
}

/** Bounds of a queue. */
interface QueueBounds {
	/** Tasks that run at a time. */
	running: number;
	/** Tasks that wait at most. */
	waiting: number;
	/** Milliseconds that a task waits at most. */
	patience: number;
	/** Of the weights of what runs at a time; one task that weighs more runs alone. */
	weight: number;
}

interface Waiting {
	weight: number;
	begin: () => void;
}

/**
 * A line in front of heavy work, of bounded length, so that a rush makes some wait and turns others away
 * at once instead of bringing the server down.
 */
export class Queue {
	readonly #bounds: QueueBounds;
	readonly #line: Waiting[] = [];
	#running = 0;
	#weight = 0;
	/** Milliseconds that a task took of late, in a moving mean. */
	#took = 150;

	constructor(bounds: QueueBounds) {
		this.#bounds = bounds;
	}

	/** Tasks that wait. */
	get length(): number {
		return this.#line.length;
	}

	/**
	 * Does a task when its turn has come. Throws `Busy` where that would be too late.
	 */
	async run<T>(task: () => Promise<T>, weight = 1): Promise<T> {
		await this.#turn(weight);
		const began = performance.now();
		try {
			return await task();
		} finally {
			this.#took += ((performance.now() - began) / this.#bounds.running - this.#took) / 8;
			this.#running--;
			this.#weight -= weight;
			this.#next();
		}
	}

	#turn(weight: number): Promise<void> {
		if (this.#line.length === 0 && this.#fits(weight)) {
			this.#take(weight);
			return Promise.resolve();
		}
		const { waiting, patience } = this.#bounds;
		const wait = (this.#line.length + 1) * this.#took;
		const busy = () => new Busy(Math.max(1, Math.min(60, Math.ceil(wait / 1000))));
		if (this.#line.length >= waiting || wait > patience) return Promise.reject(busy());
		return new Promise((resolve, reject) => {
			const item: Waiting = {
				weight,
				begin: () => {
					clearTimeout(timer);
					resolve();
				}
			};
			const timer = setTimeout(() => {
				this.#line.splice(this.#line.indexOf(item), 1);
				reject(busy());
			}, patience);
			this.#line.push(item);
		});
	}

	#fits(weight: number): boolean {
		const { running, weight: most } = this.#bounds;
		return this.#running === 0 || (this.#running < running && this.#weight + weight <= most);
	}

	#take(weight: number): void {
		this.#running++;
		this.#weight += weight;
	}

	#next(): void {
		for (let first = this.#line[0]; first && this.#fits(first.weight); first = this.#line[0]) {
			this.#line.shift();
			this.#take(first.weight);
			first.begin();
		}
	}
}
