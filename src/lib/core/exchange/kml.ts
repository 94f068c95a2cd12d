import type { NumberedEvent } from '../cite/number';
import { whenInWords } from '../date/words';
import { owedOn } from '../dossier/owed';
import { ROLES, type Geometry } from '../dossier/schema';
import { TOKENS } from '../picture/tokens';
import { placeInWords } from '../place/precision';
import { escapeMarkup, escapeXml } from '../text';
import { claimInWords, deriver, drawnGeometry, type Derived, type Deriver } from './derived';
import type { ExportView } from './view';

/**
 * A view's events as KML 2.2 (OGC 07-147r2), in the order of their numbers: each with the span of days
 * that it may have had, a style for its role, and its fields as extended data. No picture is asked of
 * any server: symbols are the reader's own, in the role's colour.
 */
export function toKml(view: ExportView): string {
	const derive = deriver(view);
	const { header } = view.dossier;
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<kml xmlns="http://www.opengis.net/kml/2.2">',
		'<Document>',
		tag('name', header.title),
		tag('description', html([owedOn(header).join(' · ')])),
		...ROLES.map(styleOf),
		...view.numbering.events.map((item) => placemark(item, derive)),
		'</Document>',
		'</kml>',
		''
	].join('\n');
}

function placemark(item: NumberedEvent, derive: Deriver): string {
	const { event } = item;
	const derived = derive.event(item);
	const place = derived.placeName && placeInWords(derived.placeName, event.precision);
	const told = event.claims.map((claim) => claimInWords(claim, derive));
	const data = {
		...derived,
		when: event.when?.edtf ?? null,
		type: event.type,
		place: event.place ?? null,
		precision: event.precision
	};
	return [
		// An XML id begins with a letter, and is no style's.
		`<Placemark id="event-${event.id}">`,
		tag('name', `${item.number}. ${event.title}`),
		tag(
			'description',
			html([whenInWords(event.when), place, event.summary ?? '', ...told, ...linesOf(derived)])
		),
		timeSpan(derived),
		`<styleUrl>#${derived.role}</styleUrl>`,
		`<ExtendedData>${Object.entries(data)
			.filter(([, value]) => value !== null)
			.map(([name, value]) => `<Data name="${name}">${tag('value', valueOf(value))}</Data>`)
			.join('')}</ExtendedData>`,
		geometryOf(drawnGeometry(event)),
		'</Placemark>'
	]
		.filter(Boolean)
		.join('\n');
}

function linesOf({ sources, sourceUrls }: Derived): string[] {
	return sources.map((number, i) => `[${number}] ${sourceUrls[i] ?? ''}`.trim());
}

function valueOf(value: unknown): string {
	return Array.isArray(value) ? value.join(' | ') : String(value);
}

/** An end without a bound is left out, as KML has it; without both there is no span. */
function timeSpan({ earliest, latest }: Derived): string {
	if (earliest === null && latest === null) return '';
	const begin = earliest === null ? '' : `<begin>${xsdDate(earliest)}</begin>`;
	const end = latest === null ? '' : `<end>${xsdDate(latest)}</end>`;
	return `<TimeSpan>${begin}${end}</TimeSpan>`;
}

/** XML Schema writes years beyond four digits without the sign and noughts of ISO 8601. */
function xsdDate(day: string): string {
	return day.replace(/^([+-])0*(\d{4,})/, (_, sign: string, year: string) =>
		sign === '-' ? `-${year}` : year
	);
}

function styleOf(role: (typeof ROLES)[number]): string {
	const colour = TOKENS.light.roles[role];
	// KML writes alpha, blue, green, red.
	const [red, green, blue] = [1, 3, 5].map((at) => colour.slice(at, at + 2));
	const kml = (alpha: string) => `<color>${alpha}${blue}${green}${red}</color>`;
	return `<Style id="${role}"><IconStyle>${kml('ff')}</IconStyle><LineStyle>${kml('ff')}<width>2</width></LineStyle><PolyStyle>${kml('40')}</PolyStyle></Style>`;
}

type Position = readonly [number, number];

function geometryOf(geometry: Geometry | null): string {
	if (!geometry) return '';
	switch (geometry.type) {
		case 'Point':
			return point(geometry.coordinates);
		case 'MultiPoint':
			return several(geometry.coordinates.map(point));
		case 'LineString':
			return line(geometry.coordinates);
		case 'MultiLineString':
			return several(geometry.coordinates.map(line));
		case 'Polygon':
			return polygon(geometry.coordinates);
		case 'MultiPolygon':
			return several(geometry.coordinates.map(polygon));
	}
}

const coordinates = (positions: readonly Position[]) =>
	`<coordinates>${positions.map(([lon, lat]) => `${lon},${lat}`).join(' ')}</coordinates>`;
const point = (position: Position) => `<Point>${coordinates([position])}</Point>`;
const line = (positions: readonly Position[]) =>
	`<LineString><tessellate>1</tessellate>${coordinates(positions)}</LineString>`;
const several = (parts: readonly string[]) => `<MultiGeometry>${parts.join('')}</MultiGeometry>`;

function polygon(rings: readonly (readonly Position[])[]): string {
	const parts = rings.map((ring, i) => {
		const side = i === 0 ? 'outer' : 'inner';
		return `<${side}BoundaryIs><LinearRing>${coordinates(ring)}</LinearRing></${side}BoundaryIs>`;
	});
	return `<Polygon><tessellate>1</tessellate>${parts.join('')}</Polygon>`;
}

function tag(name: string, text: string): string {
	return `<${name}>${escapeXml(text)}</${name}>`;
}

/** A description is HTML to those who show it: its text is escaped for that first. */
function html(lines: readonly string[]): string {
	return lines
		.filter(Boolean)
		.map((line) => `<p>${escapeMarkup(line)}</p>`)
		.join('');
}
