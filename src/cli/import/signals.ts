/** What an import does when it is told to end. */
export interface Signals {
	/** From here on it is not interrupted any more. */
	hold: () => void;
	/** Gives the signals back. */
	end: () => void;
}

const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Ends the process at a signal, tidily. @param tidy is done before; has to be done at once */
export function interruptible(tidy: () => void): Signals {
	let held = false;
	const heard = (signal: keyof typeof CODES) => {
		if (held) return;
		tidy();
		console.error('Interrupted: nothing was imported, and the dossier is as it was.');
		process.exit(CODES[signal]);
	};
	const names = Object.keys(CODES) as (keyof typeof CODES)[];
	for (const name of names) process.on(name, heard);
	return {
		hold: () => {
			held = true;
		},
		end: () => {
			for (const name of names) process.off(name, heard);
		}
	};
}
