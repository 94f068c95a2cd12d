import { createInterface } from 'node:readline/promises';
import type { MapperSpec } from './mapper';
import type { Question } from './choose';

/**
 * Puts a question to the person at the terminal.
 * @returns undefined where they do not want the mapping, or end their input
 */
export async function ask(
	columns: readonly string[],
	{ preview, dateOrder, mapping }: Question,
	input: NodeJS.ReadableStream = process.stdin,
	output: NodeJS.WritableStream = process.stderr
): Promise<MapperSpec | undefined> {
	const lines = createInterface({ input, output });
	try {
		output.write(`${preview}\n\n`);
		let order = mapping.dateOrder;
		while (dateOrder && order === undefined) {
			const answer = await answered(lines, 'Does the day or the month stand first? [d/m] ');
			if (answer === undefined) return undefined;
			if (/^d/i.test(answer)) order = 'dmy';
			else if (/^m/i.test(answer)) order = 'mdy';
		}
		for (;;) {
			const answer = await answered(lines, 'Import with these columns? [y/n] ');
			if (answer === undefined || /^n/i.test(answer)) return undefined;
			if (/^y/i.test(answer)) return { columns, mapping: { ...mapping, dateOrder: order } };
		}
	} finally {
		lines.close();
	}
}

/** Undefined where the input ends. */
async function answered(
	lines: ReturnType<typeof createInterface>,
	question: string
): Promise<string | undefined> {
	const closed = new Promise<undefined>((done) => lines.once('close', () => done(undefined)));
	return Promise.race([lines.question(question).catch(() => undefined), closed]);
}
