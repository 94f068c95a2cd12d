/** What a field should hold, in words, and how to mend it where it does not. */
export interface FieldWords {
	expected: string;
	mend: string;
}

const ID: FieldWords = {
	expected: 'an id of a–z, 0–9 and -',
	mend: 'Write the id in small letters with hyphens, e.g. lake-sev.'
};
const WHEN: FieldWords = {
	expected:
		'an EDTF level 1 date that exists, such as 2021-05-13, 2021-05, 2021-05-13/2021-05-14 or 2021-05~',
	mend: 'Correct the date as the source gives it; until then it is shown as not known.'
};
const WEB: FieldWords = {
	expected: 'an address that begins with https:// or http://',
	mend: 'Give the web address of the page; the link was left out.'
};
const NAMES: FieldWords = {
	expected: 'names by language, e.g. { "en": ["Lake Sev", "Sev Lich"] }',
	mend: 'Give a list of names for each language code, the preferred one first.'
};
const DAY: FieldWords = {
	expected: 'a calendar day, YYYY-MM-DD',
	mend: 'Write the day as 2021-05-13.'
};
const POSITION: FieldWords = {
	expected: '[longitude, latitude] in degrees, longitude −180 to 180, latitude −90 to 90',
	mend: 'GeoJSON writes longitude first; the two may be swapped. The ring of an area ends where it began. Until it is mended it is not drawn.'
};
const PRECISION: FieldWords = {
	expected: 'exact, near, district, province, region, country or unknown',
	mend: 'Say how exactly the sources place it.'
};
const BASEMAP: FieldWords = {
	expected: 'an address that begins with https://',
	mend: 'Give the whole address; http:// only for localhost or 127.0.0.1.'
};
const ZOOM: FieldWords = {
	expected: 'a whole number from 0 to 24',
	mend: 'Give the least and the greatest zoom of which there are tiles.'
};
const TEXT_SHOWN: FieldWords = {
	expected: 'text',
	mend: 'Name whose map it is, as its licence asks.'
};
const TEXT: FieldWords = { expected: 'text', mend: 'Write it in words of your own.' };

/** By the path inside the file's item, list numbers left out: `properties.claims[].source`. */
const FIELDS: Record<string, FieldWords> = {
	id: ID,
	type: { expected: 'a type', mend: 'Write "Feature" for a feature, a CSL type for a source.' },
	geometry: {
		expected: 'a GeoJSON geometry or null',
		mend: 'Give a Point [longitude, latitude], a line, an area, or null where the place is not known.'
	},
	'geometry.coordinates': POSITION,
	dateline: { expected: 'the format version 1', mend: 'Write "dateline": 1.' },
	title: { expected: 'a title', mend: 'Give a short neutral title.' },
	labelLanguages: { expected: 'a list of language codes', mend: 'Write e.g. ["en", "hy"].' },
	'openingView.from': DAY,
	'openingView.to': DAY,
	'openingView.map.zoom': {
		expected: 'a zoom of the map, 0 to 20',
		mend: 'Give zoom, latitude and longitude, or none of them.'
	},
	'openingView.map.lat': {
		expected: 'a latitude in degrees, −90 to 90',
		mend: 'Give zoom, latitude and longitude, or none of them.'
	},
	'openingView.map.lon': {
		expected: 'a longitude in degrees, −180 to 180',
		mend: 'Give zoom, latitude and longitude, or none of them.'
	},
	'openingView.map': {
		expected: '{ "zoom", "lat", "lon" }',
		mend: 'Give zoom 0 to 20 and the centre in degrees.'
	},
	'types[].role': {
		expected: 'armed, movement, diplomacy, word or agreement',
		mend: 'Choose the role whose colour and shape the type shall have.'
	},
	'actors[].names': NAMES,
	'actors[].side': ID,
	updated: DAY,
	'corrections[].date': DAY,
	'corrections[].text': TEXT,
	basemap: {
		expected: '{ "hosts" } and one of "style", "pmtiles" and "tiles"',
		mend: 'docs/basemap.md shows each; until then the app’s own ground map is drawn.'
	},
	'basemap.style': BASEMAP,
	'basemap.pmtiles': BASEMAP,
	'basemap.tiles': {
		expected:
			'an address, or a list of them, that begins with https:// and holds {z}, {x} and {y} (or {quadkey})',
		mend: 'Write it as https://tiles.example/{z}/{x}/{y}.png; http:// only for localhost or 127.0.0.1.'
	},
	'basemap.kind': { expected: 'raster or vector', mend: 'Say which of the two the tiles are.' },
	'basemap.tileSize': {
		expected: 'pixels of a raster tile’s side, 64 to 2048',
		mend: 'Give what the host says, mostly 256 or 512.'
	},
	'basemap.minzoom': ZOOM,
	'basemap.maxzoom': ZOOM,
	'basemap.hosts': {
		expected: 'origins such as https://tiles.example, with a port if any and no path, at most 20',
		mend: 'Write scheme and host alone, in small letters; http:// only for localhost or 127.0.0.1.'
	},
	'basemap.attribution': TEXT_SHOWN,
	issued: {
		expected: 'a CSL date, e.g. { "date-parts": [[2021, 5, 13]] }',
		mend: 'Give the day of publication; without it nobody can say what was known when.'
	},
	accessed: {
		expected: 'a CSL date, e.g. { "date-parts": [[2021, 5, 20]] }',
		mend: 'Give the day on which the article was read, or leave it out.'
	},
	URL: WEB,
	archive_location: WEB,
	'properties.title': { expected: 'a title', mend: 'Give a short neutral title.' },
	'properties.when': WHEN,
	'properties.time': {
		expected: 'a time of day such as 20:54, 20:54:04Z or 20:54:04+04:00',
		mend: 'Write it so, or leave it out; the day stands in "when".'
	},
	'properties.type': {
		expected: 'a type listed in dossier.json',
		mend: 'Choose one of its types.'
	},
	'properties.place': ID,
	'properties.precision': PRECISION,
	'properties.radiusKm': {
		expected: 'kilometres above 0, at most 2000',
		mend: 'Correct the radius.'
	},
	'properties.names': NAMES,
	'properties.kind': {
		expected: 'what the place is, in a word: town, district, lake',
		mend: 'Say what it is.'
	},
	'properties.area': {
		expected: 'the id of an area of the ground map',
		mend: 'Write an ISO 3166-2 code, e.g. "AM-SU", or leave it out.'
	},
	'properties.country': {
		expected: 'a list of two-letter country codes',
		mend: 'Write e.g. ["AM", "AZ"].'
	},
	'properties.text': TEXT,
	'properties.claims': {
		expected: 'at least one complete claim',
		mend: 'Add who says what, in which source; an event without a complete claim was left out.'
	},
	'properties.claims[].by': {
		expected: 'an actor’s id or a publisher’s name',
		mend: 'Say who makes the claim.'
	},
	'properties.claims[].stance': {
		expected: 'announces, reports, confirms or denies',
		mend: 'Say how the claim stands to the event.'
	},
	'properties.claims[].text': TEXT,
	'properties.claims[].source': {
		expected: 'the id of a source, or its web address',
		mend: 'Give the id as it stands in sources.json.'
	},
	'properties.claims[].when': WHEN,
	'properties.claims[].place': ID,
	'properties.claims[].precision': PRECISION,
	'properties.claims[].passage': {
		expected: 'the first and last few words of the passage, at most 160 characters each',
		mend: 'Give { "start", "end" } as they stand in the article.'
	},
	'properties.claims[].figures[]': {
		expected: '{ "what", "side" and "n", or "min" and "max" }',
		mend: 'Give what is counted (killed, wounded, captured, missing), on which side, and the number; min is at most max.'
	},
	'properties.claims[].media[].url': {
		expected: 'an address that begins with https:// or http://',
		mend: 'Give the web address of the picture, film or document; without it it was left out.'
	},
	'properties.claims[].media[].kind': {
		expected: 'image, video or document',
		mend: 'Say what it is; without that it was left out.'
	},
	'properties.claims[].media[].caption': {
		expected: 'a caption',
		mend: 'Say what it shows, and who says so; without that it was left out.'
	},
	stories: {
		expected: 'a list of stories',
		mend: 'Write { "dateline": 1, "stories": [ … ] }; docs/stories.md shows one.'
	},
	heading: {
		expected: 'a heading',
		mend: 'Give a short neutral heading; a step without one was left out.'
	},
	view: {
		expected: 'the query string of a view, as text',
		mend: 'Open the viewer at what it should show and copy what follows the “?” in its address.'
	},
	text: {
		expected: 'a list of paragraphs, each a text of at most 3,000 characters',
		mend: 'Write each paragraph as a text of its own; what is none was left out.'
	}
};

const FALLBACK: FieldWords = {
	expected: 'a value of the format',
	mend: 'See docs/format.md for this field.'
};

/** The words for a field, or for the nearest field around it. `path` is as in a note's `field`. */
export function fieldWords(path: string): FieldWords {
	let key = path.replace(/\[\d+\]/g, '[]');
	if (key.startsWith('geometry.coordinates')) key = 'geometry.coordinates';
	while (key) {
		const words = FIELDS[key] ?? FIELDS[key.replace(/\[\]$/, '')];
		if (words) return words;
		key = key.replace(/(\.[^.[]+|\[\]|^[^.[]+)$/, '');
	}
	return FALLBACK;
}
