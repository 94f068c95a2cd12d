import type { EventFeature, Geometry } from '../dossier/schema';

type Properties = EventFeature['properties'];
type Claim = Properties['claims'][number];

/** Fields in the order in which they are written. One that the schema has and none of these is, is an error of types. */
type Written =
	| 'title'
	| 'summary'
	| 'when'
	| 'time'
	| 'type'
	| 'place'
	| 'precision'
	| 'radiusKm'
	| 'concerns'
	| 'actors'
	| 'claims';
type WrittenOfClaim = 'by' | 'stance' | 'text' | 'source' | 'figures' | 'when' | 'place';
/** A claim with one of these, as no table gives it, is left to JSON.stringify. */
type RareOfClaim = 'passage' | 'precision' | 'media';

true satisfies [keyof Properties] extends [Written] ? true : false;
true satisfies [keyof Claim] extends [WrittenOfClaim | RareOfClaim] ? true : false;

/**
 * An event as JSON, as JSON.stringify gives it where its fields stand in the order of the format. Put together by
 * hand it takes a third of the time; texts are looked through rather than looked up, since what lies all over the
 * memory is farther away than a sentence.
 */
export function featureJson({ id, geometry, properties }: EventFeature): string {
	const { title, summary, when, time, type, place, precision, radiusKm } = properties;
	let claims = '';
	for (const claim of properties.claims) claims += (claims === '' ? '' : ',') + claimJson(claim);
	// Added rather than put into templates: those ask of each part anew whether it is a text.
	return (
		'{"type":"Feature","id":' +
		quoted(id) +
		',"geometry":' +
		geometryJson(geometry) +
		',"properties":{"title":' +
		quoted(title) +
		field(',"summary":', summary) +
		(when === null ? ',"when":null' : field(',"when":', when)) +
		field(',"time":', time) +
		field(',"type":', type) +
		field(',"place":', place) +
		field(',"precision":', precision) +
		(radiusKm === undefined ? '' : ',"radiusKm":' + String(radiusKm)) +
		',"concerns":' +
		listJson(properties.concerns) +
		',"actors":' +
		listJson(properties.actors) +
		',"claims":[' +
		claims +
		']}}'
	);
}

function claimJson(claim: Claim): string {
	if (claim.passage || claim.precision || claim.media) return JSON.stringify(claim);
	const { by, stance, text, source, figures, when, place } = claim;
	return (
		'{"by":' +
		quoted(by) +
		',"stance":"' +
		stance +
		'","text":' +
		quoted(text) +
		',"source":' +
		quoted(source) +
		(figures ? ',"figures":' + JSON.stringify(figures) : '') +
		field(',"when":', when) +
		field(',"place":', place) +
		'}'
	);
}

function geometryJson(geometry: Geometry | null): string {
	if (geometry?.type !== 'Point' || geometry.coordinates.length !== 2)
		return JSON.stringify(geometry);
	const [lon, lat] = geometry.coordinates;
	// As JSON has them: neither NaN nor an infinite number is a degree.
	return '{"type":"Point","coordinates":[' + String(lon) + ',' + String(lat) + ']}';
}

function listJson(ids: readonly string[]): string {
	let json = '';
	for (const id of ids) json += (json === '' ? '' : ',') + quoted(id);
	return '[' + json + ']';
}

const field = (name: string, text: string | undefined): string =>
	text === undefined ? '' : name + quoted(text);

/** A text as JSON has it: between quotation marks as it is, unless something in it is to be escaped. */
function quoted(text: string): string {
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		// Controls, quotation marks, backslashes, and halves of characters.
		if (unit < 32 || unit === 34 || unit === 92 || (unit >= 0xd800 && unit < 0xe000))
			return JSON.stringify(text);
	}
	return '"' + text + '"';
}
