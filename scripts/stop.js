/** An end that one sentence explains: whoever catches it prints the sentence, not a stack. */
export class StopError extends Error {
	/**
	 * @param {string} message one sentence for the person at the terminal
	 * @param {number} [exitCode] 1: something is missing or at fault; 2: used wrongly
	 */
	constructor(message, exitCode = 1) {
		super(message);
		this.name = 'StopError';
		this.exitCode = exitCode;
	}
}

/**
 * Ends the process as the error says: with its sentence where it has one, else with the stack.
 *
 * `DatelineStartError` is the app's own (src/hooks.server.ts); it is bundled, so only its name can be
 * compared.
 *
 * @param {unknown} error
 * @returns {never}
 */
export function endWith(error) {
	if (error instanceof StopError) {
		console.error(error.message);
		process.exit(error.exitCode);
	}
	if (error instanceof Error && error.name === 'DatelineStartError') console.error(error.message);
	else console.error(error);
	process.exit(1);
}
