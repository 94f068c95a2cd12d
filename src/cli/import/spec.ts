import { sampleOf } from '../../lib/core/import/read/sample';
import type { Table } from '../../lib/core/import/read/table';
import { ask } from './ask';
import { asOptions, chooseMapper } from './choose';
import type { MapperSpec } from './mapper';
import type { MappingOptions } from './options';

/** How rows become events; an exit code where that has to be said first. */
export async function specOf(
	table: Table,
	options: MappingOptions,
	path: string
): Promise<MapperSpec | number> {
	const { rows: sample } = await sampleOf(table);
	const name = path.split(/[/\\]/).at(-1) ?? path;
	const found = chooseMapper(table, sample, options, name);
	if (typeof found === 'string') {
		console.error(found);
		return 2;
	}
	if (!('preview' in found)) return found;
	const head = found.dateOrder
		? 'The order of day and month is not clear.'
		: 'The columns of this table are not those of a data set that is known.';
	console.error(`${head} Its first rows, and what its columns were guessed to be:\n`);
	if (process.stdin.isTTY && process.stderr.isTTY) {
		const answer = await ask(table.columns, found);
		if (answer) return answer;
		console.error('Nothing was imported. Say which column is which with --map.');
		return 2;
	}
	const open = found.open.map((question) => `  ${question}\n`).join('');
	console.error(
		`${found.preview}\n\n${open}\nSay which column is which; as guessed that is:\n  ${asOptions(found.mapping)}`
	);
	return 2;
}
