/**
 * What stands beside the files of a new dossier: each file and its fields in few lines, with one record of
 * each kind to copy. The place, the paper and the talks in them are made up. Its JSON blocks, each under a
 * line that names its file and list, make a sound dossier together with the template's own types.
 *
 * @param title any text; it is shown as it stands
 */
export function templateReadme(title: string): string {
	return `# ${oneLine(title)}\n\n${BODY}`;
}

function oneLine(title: string): string {
	return title.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#&]/g, '\\$&');
}

const BODY = `A dossier of Dateline: the events that news articles report, each at its place and its date, with the claims
made about it. This page tells what belongs in each file; Dateline does not read it. The whole format is in
docs/format.md of Dateline.

- The folder's name is the dossier's id and its address. \`id\` in dossier.json is the same.
- Ids are of a–z, 0–9 and \`-\`. An event's id stays for ever: links and reports use it.
- A field that is not known is left out. A field with a misspelt name is passed over.
- Look for what is to be mended: \`npm run -s dateline -- check --strict <this folder>\`
- See it: \`DATELINE_DATA=<the folder that holds this one> npm start\`; with \`-- --edit\` after it, what is edited
  in the browser is written into these files.

## dossier.json

| field | what |
| --- | --- |
| \`title\`, \`summary\` | what readers see first; the summary is still to be written |
| \`language\`, \`labelLanguages\` | the language of place names at first, and those to choose from |
| \`types\` | kinds of events. \`role\` gives the colour: \`armed\`, \`movement\`, \`diplomacy\`, \`word\` or \`agreement\`. \`symbol\` gives the shape: \`diamond\`, \`triangle\`, \`circle\`, \`square\` or \`hexagon\`. \`incident\`: the sides may tell it differently |
| \`actors\` | who acts and speaks: \`id\`, \`names\` by language, \`kind\`, \`side\` |
| \`sides\` | groups of actors and publishers: \`id\`, \`label\`, \`party\`, \`publishers\` |
| \`openingView\` | \`from\` and \`to\` of the timeline, \`map\` with \`zoom\`, \`lat\`, \`lon\`; without it all events are in sight |
| \`licence\`, \`attribution\` | shown at the foot of the page |
| \`updated\` | the day of the last change |
| \`corrections\` | what was wrong and has been mended since it was published: \`{ "date": "2023-04-20", "text": "The talks stood a day late." }\` |

One of \`actors\`:

\`\`\`json
{ "id": "port-authority", "names": { "en": ["Port Ellery Authority"] }, "kind": "authority" }
\`\`\`

## sources.json

The articles, as CSL-JSON: a reference manager such as Zotero exports it. Without \`issued\`, the day of
publication, nobody can say what was known when; \`"circa": true\` beside \`date-parts\` marks a doubtful day.

One of the list:

\`\`\`json
{
	"id": "courier-2023-03-02",
	"type": "article-newspaper",
	"title": "Dockers and port meet",
	"container-title": "The Courier",
	"issued": { "date-parts": [[2023, 3, 2]] },
	"URL": "https://courier.example/dockers-and-port-meet",
	"language": "en"
}
\`\`\`

## places.geojson

The gazetteer, as GeoJSON: QGIS opens it. \`coordinates\` are longitude, then latitude. \`names\` holds every name
that a place has, by language, the preferred one first; \`located\` says where the coordinates come from.

One of \`features\`:

\`\`\`json
{
	"type": "Feature",
	"id": "port-ellery",
	"geometry": { "type": "Point", "coordinates": [-4.12, 51.66] },
	"properties": {
		"kind": "town",
		"names": { "en": ["Port Ellery"], "cy": ["Porth Elleri"] },
		"located": "Measured on a map of our own"
	}
}
\`\`\`

## events.geojson

| field | what |
| --- | --- |
| \`geometry\` | where it took place; \`null\` where no source says so |
| \`title\`, \`summary\` | in your own words; the title neutral and timeless |
| \`when\` | a day \`2023-03-01\`, a month \`2023-03\`, several days \`2023-03-01/2023-03-03\`, about \`2023-03~\`, autumn \`2020-23\` |
| \`type\` | an id of \`types\` |
| \`place\` | an id of places.geojson |
| \`precision\` | how exactly the sources place it: \`exact\`, \`near\`, \`district\`, \`province\`, \`region\`, \`country\`, \`unknown\` |
| \`concerns\` | ids of places that it is about, where it did not take place there |
| \`actors\` | ids of \`actors\` |
| \`claims\` | who says what: \`by\` is an actor's id, or the publisher's name where the article speaks itself; \`stance\` is \`announces\`, \`reports\`, \`confirms\` or \`denies\`; \`source\` is an id of sources.json; \`passage\` holds the first and the last few words of the passage, no more |

One of \`features\`:

\`\`\`json
{
	"type": "Feature",
	"id": "talks-port-ellery-2023-03-01",
	"geometry": { "type": "Point", "coordinates": [-4.12, 51.66] },
	"properties": {
		"title": "Meeting in Port Ellery",
		"when": "2023-03-01",
		"type": "talks",
		"place": "port-ellery",
		"precision": "exact",
		"actors": ["port-authority"],
		"claims": [
			{
				"by": "port-authority",
				"stance": "reports",
				"text": "The authority and the dockers met for the first time.",
				"source": "courier-2023-03-02",
				"passage": { "start": "Both sides sat down", "end": "the first time this year" }
			}
		]
	}
}
\`\`\`

## notes.geojson

Your own notes on the map, each with the days in which it shows.

One of \`features\`:

\`\`\`json
{
	"type": "Feature",
	"id": "bridge-closed",
	"geometry": { "type": "Point", "coordinates": [-4.1, 51.67] },
	"properties": {
		"text": "The bridge is closed for repair.",
		"when": "2023-02/2023-05",
		"author": "Jane Doe",
		"written": "2023-03-02"
	}
}
\`\`\`
`;
