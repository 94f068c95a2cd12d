import type { Mapping, TableRow } from '../../lib/core/import/import';
import { mapOptions } from '../../lib/core/import/command';
import { guessMapping, recognise } from '../../lib/core/import/map';
import type { Table } from '../../lib/core/import/read/table';
import type { MapperSpec } from './mapper';
import { mappedColumns, type MappingOptions } from './options';
import { previewInWords } from './words';

/** What is put to the person: a preview, and what is open. */
export interface Question {
	preview: string;
	/** What is not sure; nothing where only the guess is to be confirmed. */
	open: string[];
	/** Day or month first is not known. */
	dateOrder: boolean;
	mapping: Mapping;
}

/**
 * How the rows of a table become events: as one of the data sets that are known, or as the command line says.
 * @param name of the file, which stands for the data set's title where there is none
 * @returns a question where that is not sure, a sentence where the command line is wrong
 */
export function chooseMapper(
	{ columns }: Table,
	sample: readonly TableRow[],
	options: MappingOptions,
	name: string
): MapperSpec | Question | string {
	if (options.map.length === 0 && recognise(columns, sample))
		return { columns, mapping: undefined };
	const said = mappedColumns(options.map, columns);
	if (typeof said === 'string') return said;
	const given = options.map.length > 0;
	const guess = guessMapping(given ? standIns(columns, said) : columns, sample);
	const { title = name.replace(/\.[^.]+$/, ''), publisher = '', ...rest } = options.dataset;
	const mapping: Mapping = {
		columns: given ? said : guess.mapping.columns,
		dateOrder: options.dateOrder ?? guess.mapping.dateOrder,
		decimal: options.decimal ?? guess.mapping.decimal,
		dataset: { title, publisher, ...rest }
	};
	const hasDate = mapping.columns.date !== undefined;
	const dateOrder = hasDate && mapping.dateOrder === undefined;
	if (given && !dateOrder) return { columns, mapping };
	return {
		preview: previewInWords(columns, sample, mapping),
		open: guess.questions.filter((question) => !given || /first/.test(question)),
		dateOrder,
		mapping
	};
}

/** The columns under names by which those that were mapped are known, and no other is. */
function standIns(columns: readonly string[], said: Mapping['columns']): string[] {
	const names = new Map(
		Object.entries(said).map(([target, column]) => [column, target.replace('-', '_')])
	);
	return columns.map((column, i) => names.get(column) ?? `: ${i}`);
}

/** The mapping as it would stand on the command line. */
export function asOptions(mapping: Mapping): string {
	const order = mapping.dateOrder === undefined ? ['--date-order dmy (or mdy)'] : [];
	return [...mapOptions(mapping.columns), ...order].join(' ');
}
