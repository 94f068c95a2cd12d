/** Says how far a long run is, on stderr. */
export interface Progress {
	/** Words, on lines of their own. */
	say: (words: string) => void;
	/** One more is done. */
	step: () => void;
	end: () => void;
}

/** How many are done between two lines where there is no terminal to draw a bar on. */
const EVERY = 10;
const WIDTH = 30;

/** A bar on a terminal, else a line now and then. @param total 0 for none of them */
export function progress(total: number, terminal = process.stderr.isTTY): Progress {
	let done = 0;
	const bar = () => {
		const full = Math.round((WIDTH * done) / total);
		process.stderr.write(`\r[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}] ${done}/${total}`);
	};
	const clear = () => process.stderr.write('\r\u001b[K');
	const drawn = terminal && total > 0;
	if (drawn) bar();
	return {
		say: (words) => {
			if (drawn) clear();
			console.error(words);
			if (drawn) bar();
		},
		step: () => {
			done++;
			if (drawn) bar();
			else if (total > 0 && (done % EVERY === 0 || done === total))
				console.error(`${done} of ${total} articles read.`);
		},
		end: () => {
			if (drawn) process.stderr.write('\n');
		}
	};
}
