import { isObject, type JsonObject } from '../../../core/draft/files';

/** Year, month and day as far as known, and the same of a last day: `2021-05-13`, `2021-05/2021-06`. */
const DAY = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/**
 * A day of CSL from a text. What is no such day is kept as CSL's `raw`, as it was typed, for the check to
 * speak of; the rest of the date stays as it was.
 */
export function readCslDate(text: string, before: unknown): unknown {
	const rest = without(before, ['date-parts', 'raw']);
	const plain = text.trim();
	if (plain === '') return undefined;
	const parts = plain.split('/').map((day) => DAY.exec(day.trim()));
	if (parts.length > 2 || parts.some((match) => !match)) return { raw: text, ...rest };
	return {
		'date-parts': parts.map((match) =>
			(match ?? [])
				.slice(1)
				.filter((part) => part !== undefined)
				.map(Number)
		),
		...rest
	};
}

/** An object without some of its members. */
export function without(value: unknown, names: readonly string[]): JsonObject {
	if (!isObject(value)) return {};
	return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

/** A day of CSL as a text that `readCslDate` reads. */
export function showCslDate(value: unknown): string {
	if (!isObject(value)) return typeof value === 'string' ? value : '';
	const parts = value['date-parts'];
	if (!Array.isArray(parts)) return typeof value['raw'] === 'string' ? value['raw'] : '';
	return (parts as unknown[])
		.map((day) =>
			(Array.isArray(day) ? (day as unknown[]) : [])
				.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0'))
				.join('-')
		)
		.join('/');
}

/** Whether a day of CSL is said to be uncertain. */
export function isCirca(value: unknown): boolean {
	const circa = isObject(value) ? value['circa'] : undefined;
	return !['undefined', 'false', '0', ''].includes(String(circa));
}
