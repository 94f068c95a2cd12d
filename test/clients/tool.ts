import { spawnSync } from 'node:child_process';

/** A program of this machine, for what it makes of our files. */
export interface Tool {
	/** Undefined where it is there; else the words of the test that is skipped for want of it. */
	missing: string | undefined;
	/** Its standard output. Throws where it fails, with what it says. */
	run: (args: readonly string[], input?: string) => string;
}

/**
 * @param name of the program
 * @param from the Debian package that has it
 */
export function tool(name: string, from: string): Tool {
	const there = spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined;
	return {
		missing: there ? undefined : `${name} is not installed (Debian: ${from})`,
		run: (args, input = '') => {
			const done = spawnSync(name, args, { input, encoding: 'utf8', timeout: 25_000 });
			if (done.status === 0) return done.stdout;
			throw new Error(`${name} ${args.join(' ')}: ${done.stderr || String(done.error)}`);
		}
	};
}
