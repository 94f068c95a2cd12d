import { parseArgs } from 'node:util';
import { StopError } from '../stop.js';

const HELP = `Usage: npm start [-- --edit]

Serves the dossiers of geodata/, or of DATELINE_DATA, and prints the address.

  --edit   lets pages opened on this machine write into that folder (docs/editing.md)
  --help   print this

PORT, HOST, ORIGIN, DATELINE_DATA and DATELINE_DATABASE change where it serves, and what (docs/serving.md).`;

/**
 * What the command line of the server asks for. `--help` prints it and ends the process.
 *
 * @param {string[]} args
 * @returns {{ edit: boolean }}
 * @throws {StopError} exit code 2, on an option that is none
 */
export function readOptions(args) {
	let values;
	try {
		({ values } = parseArgs({
			args,
			options: { edit: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } }
		}));
	} catch (error) {
		throw new StopError(`${error instanceof Error ? error.message : error}\n\n${HELP}`, 2);
	}
	if (values.help) {
		console.log(HELP);
		process.exit(0);
	}
	return { edit: values.edit };
}
