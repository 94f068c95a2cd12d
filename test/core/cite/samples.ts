import fc from 'fast-check';
import type { NumberedSource } from '../../../src/lib/core/cite/number';
import { checkDossier } from '../../../src/lib/core/dossier/check';
import type { Source } from '../../../src/lib/core/dossier/dossier';

/** Sources as the check reads them from CSL-JSON. */
export function sourcesOf(items: readonly object[]): Source[] {
	const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
	const { dossier } = checkDossier('sample', {
		'dossier.json': encode({ dateline: 1, id: 'sample', title: 'A sample' }),
		'sources.json': encode(items),
		'events.geojson': encode({ type: 'FeatureCollection', features: [] })
	});
	if (!dossier) throw new Error('nothing sound');
	return dossier.sources;
}

/** The same with numbers from 1. */
export function numbered(items: readonly object[]): NumberedSource[] {
	return sourcesOf(items).map((source, i) => ({ number: i + 1, source, events: [1] }));
}

/** One source with these fields. */
export function sourceWith(fields: object): Source {
	const [source] = sourcesOf([
		{ id: 'one', type: 'article-newspaper', title: 'A title', ...fields }
	]);
	if (!source) throw new Error('the source is not sound');
	return source;
}

/** Signs that mean something to one format or another, and letters of the scripts of the dossiers. */
const TRICKY = [
	...'\\{}#$%&_^~<>|"\'`-=+@*[]()!:;,./?0aZ əğşı Ծծ Ёж 🕊 …“”‘’–',
	'--',
	"''",
	'``',
	' and ',
	'\n',
	'ER  - ',
	'</name>',
	'\\end{document}',
	'<script>alert(1)</script>',
	']]>',
	'\u202e'
];

/** Texts that try to be more than text. */
export const trickyText = fc
	.array(fc.constantFrom(...TRICKY), { minLength: 1, maxLength: 14 })
	.map((parts) => parts.join(''));

/** One line of them, with something to see in it. */
export const trickyLine = trickyText
	.map((text) =>
		text
			.replace(/[\u202e\n]/g, ' ')
			.replace(/\s+/g, ' ')
			.trim()
	)
	.filter((text) => /[\p{L}\p{N}]/u.test(text));
