import type { Mapping } from './import';

/** The columns of a mapping as options of `dateline import`, quoted for a POSIX shell. */
export function mapOptions(columns: Mapping['columns']): string[] {
	return Object.entries(columns).map(
		([target, column]) => `--map ${quoted(`${target}=${column}`)}`
	);
}

/**
 * The command that imports a file as it would be imported here, an option a line, quoted for a POSIX shell.
 * @param file its name
 * @param into path of the dossier's folder
 * @param mapping undefined for a data set that is known by its columns
 */
export function importCommand(file: string, into: string, mapping: Mapping | undefined): string {
	const name = file.startsWith('-') ? `./${file}` : file;
	const head = `npm run -s dateline -- import ${quoted(name)} --into ${quoted(into)}`;
	if (!mapping) return head;
	const { columns, dateOrder, decimal, dataset } = mapping;
	const { title, publisher, url, issued } = dataset;
	const options = { title, publisher, url, issued };
	return [
		head,
		...mapOptions(columns),
		...(dateOrder === 'dmy' || dateOrder === 'mdy' ? [`--date-order ${dateOrder}`] : []),
		...(decimal === ',' ? ['--decimal comma'] : []),
		...Object.entries(options).flatMap(([name, value]) =>
			value ? [`--${name} ${quoted(value)}`] : []
		)
	].join(' \\\n  ');
}

/** One word of a shell. What a terminal would obey is left out: whoever pastes it runs no more than they see. */
function quoted(text: string): string {
	// eslint-disable-next-line no-control-regex
	const plain = text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
	return /^[\w=./:-]+$/.test(plain) ? plain : `'${plain.replaceAll("'", "'\\''")}'`;
}
