import { spawn } from 'node:child_process';

/**
 * Runs a command without a shell and waits for it. Its output goes to our stderr unless told otherwise:
 * stdout is for what was asked for. A signal that reaches us is passed on, and ends us once the command
 * has ended, so that no build goes on behind a start that was broken off.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, seconds?: number, stdout?: 1 | 2 }} [options]
 *   `seconds`: ended when it takes longer
 * @returns {Promise<number>} its exit code; 127 where there is no such command, 1 where a signal ended it
 */
export function run(command, args, { cwd, env, seconds, stdout = 2 } = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd,
			env: env ?? process.env,
			stdio: ['ignore', stdout, 2],
			...(seconds && { timeout: seconds * 1000 })
		});
		/** @type {number | undefined} */
		let stoppedWith;
		const stops = /** @type {const} */ ({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 });
		/** @param {NodeJS.Signals} signal */
		const passOn = (signal) => {
			stoppedWith = stops[/** @type {keyof typeof stops} */ (signal)];
			child.kill(signal);
		};
		const signals = /** @type {(keyof typeof stops)[]} */ (Object.keys(stops));
		for (const signal of signals) process.on(signal, passOn);

		/** @param {number} code */
		const end = (code) => {
			for (const signal of signals) process.off(signal, passOn);
			if (stoppedWith) process.exit(stoppedWith);
			resolve(code);
		};
		child.once('error', () => end(127));
		child.once('exit', (code) => end(code ?? 1));
	});
}
