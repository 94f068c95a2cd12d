/** A number as it is typed; a text that is none stays one, for the check to speak of. */
export function readNumber(text: string): number | string | undefined {
	const plain = text.trim();
	if (plain === '') return undefined;
	return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : text;
}

/** A text or a number as an input shows it. */
export function showText(value: unknown): string {
	return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A list of words between commas: `en, hy`. Nothing for none. */
export function readList(text: string): string[] | undefined {
	const items = text
		.split(/[,;\s]+/)
		.map((item) => item.trim())
		.filter(Boolean);
	return items.length > 0 ? items : undefined;
}

/** The same of codes that are written in capitals. */
export function readCapitals(text: string): string[] | undefined {
	return readList(text.toUpperCase());
}

export function showList(value: unknown): string {
	if (!Array.isArray(value)) return showText(value);
	return value.filter((item) => typeof item === 'string' || typeof item === 'number').join(', ');
}

/** A list of names that may have commas in them: with semicolons between. */
export function readNames(text: string): string[] | undefined {
	const names = text
		.split(';')
		.map((name) => name.trim())
		.filter(Boolean);
	return names.length > 0 ? names : undefined;
}

export function showNames(value: unknown): string {
	if (!Array.isArray(value)) return showText(value);
	return value.filter((name) => typeof name === 'string').join('; ');
}

/** One address or several, between commas or spaces; a comma within one stays in it. */
export function readAddresses(text: string): string | string[] {
	const all = text.split(/,?\s+|,(?=https?:)/i).filter(Boolean);
	return all.length > 1 ? all : (all[0] ?? '');
}

export function showAddresses(value: unknown): string {
	return [value].flat().map(showText).filter(Boolean).join(', ');
}
