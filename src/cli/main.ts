import { runCheck } from './check';
import { runColumns } from './columns';
import { runInit } from './init';
import { runRender } from './render';

const HELP = `Dateline: a map of the events that news articles report.

Usage: dateline <command> [options]

Commands:
  init <folder>     writes a new, empty dossier to fill
  check <folder>    reads a dossier and lists what is wrong in it
  import <file>     puts the rows of a table into a dossier as events
  ingest <file>…    reads articles and prints the events that they seem to report
  columns <folder>  writes many events as columns, or columns as events
  database <what>   keeps dossiers in PostgreSQL: init, upgrade, load, shard
  render <folder>   draws a view of a dossier as SVG, PNG or PDF

dateline <command> --help tells more of a command.`;

/** Runs one command. Data goes to stdout, words to stderr; 0 fine, 1 the input is at fault, 2 used wrongly. */
async function main([command, ...args]: string[]): Promise<number> {
	if (command === 'check') return runCheck(args);
	if (command === 'columns') return runColumns(args);
	if (command === 'init') return runInit(args);
	// Loaded when it is asked for: it brings what the others do not need.
	if (command === 'ingest') return (await import('./ingest')).runIngest(args);
	if (command === 'import') return (await import('./import')).runImport(args);
	if (command === 'database') return (await import('./database')).runDatabase(args);
	if (command === 'render') return runRender(args);
	if (command === '--help' || command === '-h' || command === 'help') {
		console.log(HELP);
		return 0;
	}
	console.error(command ? `There is no command “${command}”.\n\n${HELP}` : HELP);
	return 2;
}

process.exitCode = await main(process.argv.slice(2));
