/** Says on stderr how far the reading of a file is. */
export interface FileBar {
	/** Words, on lines of their own. */
	say: (words: string) => void;
	/** @param done bytes of the file that are read @param rows that came of them */
	at: (done: number, rows: number) => void;
	/** What is being done now, in a word or two; the bar begins anew. */
	next: (stage: string, total: number, unit: 'bytes' | 'rows') => void;
	end: () => void;
}

const WIDTH = 24;
/** Milliseconds between two pictures of the bar, and between two lines where there is no terminal. */
const EVERY = { terminal: 100, lines: 5_000 };

/** A bar on a terminal, else a line every five seconds. @param now milliseconds */
export function fileBar(terminal = process.stderr.isTTY, now = () => performance.now()): FileBar {
	let stage = '';
	let total = 0;
	let unit: 'bytes' | 'rows' = 'bytes';
	let began = now();
	let told = began;
	let drawn = false;
	const clear = () => {
		if (drawn) process.stderr.write('\r\u001b[K');
		drawn = false;
	};
	return {
		say: (words) => {
			clear();
			console.error(words);
		},
		at: (done, rows) => {
			const time = now();
			if (time - told < (terminal ? EVERY.terminal : EVERY.lines)) return;
			told = time;
			const words = inWords(stage, done, total, unit, rows, time - began);
			if (!terminal) console.error(words);
			else {
				const full = Math.round(WIDTH * Math.min(1, done / Math.max(1, total)));
				process.stderr.write(`\r\u001b[K[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}] ${words}`);
				drawn = true;
			}
		},
		next: (name, of, counted) => {
			clear();
			[stage, total, unit] = [name, of, counted];
			began = told = now();
		},
		end: clear
	};
}

/** `Reading: 42 %, 310,000 rows, 205,000 rows a second, 4 s left.` */
export function inWords(
	stage: string,
	done: number,
	total: number,
	unit: 'bytes' | 'rows',
	rows: number,
	passed: number
): string {
	const share = Math.min(1, done / Math.max(1, total));
	const rate = Math.round(rows / Math.max(0.001, passed / 1000));
	const left = share > 0 ? Math.ceil(((passed / share) * (1 - share)) / 1000) : undefined;
	const parts = [
		unit === 'bytes'
			? `${Math.floor(100 * share)} %`
			: `${Math.floor(100 * share)} % of the events`,
		`${rows.toLocaleString('en')} ${unit === 'bytes' ? 'rows' : 'events'}`,
		`${rate.toLocaleString('en')} a second`,
		...(left === undefined ? [] : [`${left} s left`])
	];
	return `${stage}: ${parts.join(', ')}.`;
}
