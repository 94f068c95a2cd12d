/** Does something at the first call and keeps what comes of it; what failed is tried again at the next. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
	let done: Promise<T> | undefined;
	return () => {
		if (!done) {
			const own = work();
			done = own;
			own.catch(() => {
				if (done === own) done = undefined;
			});
		}
		return done;
	};
}
