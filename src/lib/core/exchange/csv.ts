import { whenInWords } from '../date/words';
import type { DossierEvent } from '../dossier/dossier';
import { symbolPoint } from '../place/precision';
import { claimInWords, deriver, type Derived } from './derived';
import type { ExportView } from './view';

/** What a cell holds: text is quoted and made inert, a number is not. */
type Cell = string | number | boolean | null;

/** Between several things in one cell. */
const BETWEEN = ' | ';

/** What the columns are made of: an event, what the view makes of it, its claims in words. */
interface Row {
	event: DossierEvent;
	derived: Derived;
	point: readonly number[];
	claims: readonly string[];
}

/** The columns, in order. */
const COLUMNS: [name: string, of: (row: Row) => Cell][] = [
	['number', ({ derived }) => derived.number],
	['id', ({ event }) => event.id],
	['title', ({ event }) => event.title],
	['when', ({ event }) => event.when?.edtf ?? null],
	['date', ({ event }) => whenInWords(event.when)],
	['earliest', ({ derived }) => derived.earliest],
	['latest', ({ derived }) => derived.latest],
	['match', ({ derived }) => derived.match],
	['type', ({ event }) => event.type],
	['typeLabel', ({ derived }) => derived.typeLabel],
	['role', ({ derived }) => derived.role],
	['status', ({ derived }) => derived.status],
	['overdue', ({ derived }) => derived.overdue],
	['contested', ({ derived }) => derived.contested],
	['place', ({ event }) => event.place ?? null],
	['placeName', ({ derived }) => derived.placeName || null],
	['precision', ({ event }) => event.precision],
	['uncertaintyKm', ({ derived }) => derived.uncertaintyKm],
	['longitude', ({ point }) => point[0] ?? null],
	['latitude', ({ point }) => point[1] ?? null],
	['concerns', ({ derived }) => joined(derived.concernsNames)],
	['actors', ({ derived }) => joined(derived.actorNames)],
	['summary', ({ event }) => event.summary ?? null],
	['claims', ({ claims }) => joined(claims)],
	['sources', ({ derived }) => joined(derived.sources.map(String))],
	['sourceUrls', ({ derived }) => inStep(derived.sourceUrls)],
	['url', ({ derived }) => derived.url]
];

/**
 * A view's events as CSV (RFC 4180), one row an event, in the order of their numbers: UTF-8 with a byte
 * order mark, by which Excel knows it, and lines ended by CR LF. docs/exports.md has the columns.
 */
export function toCsv(view: ExportView): string {
	const derive = deriver(view);
	const rows = view.numbering.events.map((item) => {
		const { event } = item;
		const row: Row = {
			event,
			derived: derive.event(item),
			point: symbolPoint(event) ?? [],
			claims: event.claims.map((claim) => claimInWords(claim, derive))
		};
		return COLUMNS.map(([, of]) => of(row));
	});
	const lines = [COLUMNS.map(([name]) => name), ...rows].map((cells) => cells.map(cell).join(','));
	return `\u{feff}${lines.map((line) => `${line}\r\n`).join('')}`;
}

const joined = (parts: readonly string[]) => parts.join(BETWEEN) || null;

/** Parts in the order of another cell's: one that is empty keeps its place, unless all are. */
const inStep = (parts: readonly string[]) => (parts.some(Boolean) ? joined(parts) : null);

/** All text is quoted: a spreadsheet that parts cells at `;` would else begin a new one inside it. */
function cell(value: Cell): string {
	if (value === null) return '';
	return typeof value === 'string' ? `"${inert(value).replace(/"/g, '""')}"` : String(value);
}

/**
 * A text that no spreadsheet runs as a formula: what begins with `=`, `+`, `-` or `@` (their wide forms
 * too), a tab or a line break gets a `'` in front, by which spreadsheets mark text (OWASP, "CSV
 * injection"). So does what has such marks in front already, so that taking one off gives the text back.
 */
export function inert(text: string): string {
	return /^'*[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
}
