import * as v from 'valibot';
import { parseDay } from '../../lib/core/date/day';
import { webAddress } from '../../lib/core/dossier/schema';
import { TARGETS, type Mapping, type Target } from '../../lib/core/import/import';

/** What the command line says of a mapping. */
export interface MappingOptions {
	map: readonly string[];
	dateOrder: Mapping['dateOrder'];
	decimal: Mapping['decimal'] | undefined;
	dataset: Partial<Mapping['dataset']>;
}

interface Given {
	map?: string[] | undefined;
	'date-order'?: string | undefined;
	decimal?: string | undefined;
	title?: string | undefined;
	publisher?: string | undefined;
	url?: string | undefined;
	issued?: string | undefined;
}

const ORDERS = ['dmy', 'mdy', 'ymd'] as const;
const MARKS = { comma: ',', point: '.' } as const;

/** Reads what stands on the command line; a sentence where it is used wrongly. */
export function readMappingOptions(given: Given): MappingOptions | string {
	const order = given['date-order'];
	const dateOrder = ORDERS.find((one) => one === order);
	if (order !== undefined && dateOrder === undefined)
		return `--date-order is dmy (13/05/2021), mdy (05/13/2021) or ymd (2021-05-13), not ${JSON.stringify(order)}.`;
	const { decimal } = given;
	if (decimal !== undefined && !Object.hasOwn(MARKS, decimal))
		return `--decimal is comma (40,25) or point (40.25), not ${JSON.stringify(decimal)}.`;
	if (given.url !== undefined && !v.is(webAddress, given.url))
		return '--url is an address that begins with https:// or http://.';
	if (given.issued !== undefined && parseDay(given.issued) === undefined)
		return `--issued is a day such as 2021-05-16, not ${JSON.stringify(given.issued)}.`;
	const { title, publisher, url, issued } = given;
	return {
		map: given.map ?? [],
		dateOrder,
		decimal: decimal === undefined ? undefined : MARKS[decimal as keyof typeof MARKS],
		dataset: {
			...(title !== undefined && { title }),
			...(publisher !== undefined && { publisher }),
			...(url !== undefined && { url }),
			...(issued !== undefined && { issued })
		}
	};
}

/** The columns that `--map field=column` names; a sentence where one is no field, or no column of the table. */
export function mappedColumns(
	map: readonly string[],
	columns: readonly string[]
): Mapping['columns'] | string {
	const found: Mapping['columns'] = {};
	for (const one of map) {
		const at = one.indexOf('=');
		const [target, column] = [one.slice(0, at).trim(), one.slice(at + 1).trim()];
		if (at < 1 || !(TARGETS as readonly string[]).includes(target))
			return `--map takes field=column, the field one of ${TARGETS.join(', ')}; not ${JSON.stringify(one)}.`;
		const name = columns.includes(column)
			? column
			: columns.find((own) => own.toLowerCase() === column.toLowerCase());
		if (name === undefined)
			return `The table has no column ${JSON.stringify(column)}. Its columns are ${columns.slice(0, 60).join(', ')}.`;
		if (found[target as Target] !== undefined) return `--map says twice which column is ${target}.`;
		found[target as Target] = name;
	}
	return found;
}
