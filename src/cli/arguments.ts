import { parseArgs, type ParseArgsConfig } from 'node:util';

/** How a command says why it ends: each gives its exit code. */
export interface Ends {
	/** It was used wrongly (2): in words where there are any, with its help. */
	misused: (words?: string) => number;
	/** What it was given is at fault (1). */
	fault: (words: string) => number;
}

/** The two ends of a command, on stderr. @param help the command's own */
export function endsOf(help: string): Ends {
	return {
		misused: (words) => {
			console.error(words ? `${words}\n\n${help}` : help);
			return 2;
		},
		fault: (words) => {
			console.error(words);
			return 1;
		}
	};
}

type Options = NonNullable<ParseArgsConfig['options']>;
type Read<T extends Options> = ReturnType<
	typeof parseArgs<{ options: T; allowPositionals: true }>
>['values'];

/**
 * Reads the arguments of a command.
 * @param help printed for `--help`, and where the command is used wrongly
 * @returns its options and what stands beside them; the exit code where it is done already
 */
export function readArgumentList<T extends Options>(
	args: string[],
	help: string,
	options: T
): { values: Read<T>; given: string[] } | number {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { ...options, help: { type: 'boolean', short: 'h', default: false } }
		});
		if ('help' in values && values.help === true) {
			console.log(help);
			return 0;
		}
		return { values: values as Read<T>, given: positionals };
	} catch (error) {
		return endsOf(help).misused(error instanceof Error ? error.message : String(error));
	}
}

/** The same for a command that is given one folder. */
export function readArguments<T extends Options>(
	args: string[],
	help: string,
	options: T
): { values: Read<T>; folder: string } | number {
	const read = readArgumentList(args, help, options);
	if (typeof read === 'number') return read;
	const [folder] = read.given;
	if (!folder || read.given.length > 1) return endsOf(help).misused();
	return { values: read.values, folder };
}
