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
 * Reads the arguments of a command that is given one folder.
 * @param help printed for `--help`, and where the command is used wrongly
 * @returns its options and the folder; the exit code where it is done already
 */
export function readArguments<T extends Options>(
	args: string[],
	help: string,
	options: T
): { values: Read<T>; folder: string } | number {
	const { misused } = endsOf(help);
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
		const [folder] = positionals;
		if (!folder || positionals.length > 1) return misused();
		return { values: values as Read<T>, folder };
	} catch (error) {
		return misused(error instanceof Error ? error.message : String(error));
	}
}
