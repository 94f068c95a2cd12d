import type { Article, ArticleFacts, Block, BlockRole, Dateline } from '../article';
import { bylineOf, type Byline } from './bylines';
import { isCaption } from './captions';
import { datelineOf } from './dateline';
import { isFurniture, scriptOf } from './furniture';
import type { Paragraph } from './paragraphs';
import { repeatsIn } from './repeats';
import { markerIn } from './sections';

/** The blocks of an article, and what its text says of itself. */
export type Sorted = Pick<Article, 'blocks' | 'notes'> &
	Omit<ArticleFacts, 'url' | 'publisher'> & { dateline?: Dateline };

/**
 * Says of each paragraph what it is: what reports, and what has to be set apart.
 * @param paragraphs of the text, in its order; each becomes a block @param given the title, where it is known
 */
export function sortBlocks(
	text: string,
	paragraphs: readonly Paragraph[],
	given: Pick<ArticleFacts, 'title'> = {}
): Sorted {
	const roles = new Array<BlockRole | undefined>(paragraphs.length);
	const bylines = new Map<number, Byline>();
	const script = scriptOf(text);
	for (const [i, item] of paragraphs.entries()) roles[i] = item.hint ?? roleAlone(item);

	for (const [i, item] of paragraphs.entries()) {
		const byline = roles[i] === undefined ? bylineOf(item) : undefined;
		if (byline) bylines.set(i, byline);
		else if (roles[i] === undefined && isForeign(item, script)) roles[i] = 'furniture';
	}
	const prose = paragraphs.map(
		(item, i) => roles[i] === undefined && !bylines.has(i) && isProse(item.words)
	);
	const bodyAt = prose.indexOf(true);
	const head = bodyAt < 0 ? paragraphs.length : bodyAt;
	const dated = dropChronicle(bylines, head);
	for (const i of bylines.keys()) roles[i] = 'byline';
	const title = headlineAt(paragraphs, roles, { head, dated }, given.title);
	if (title !== undefined) roles[title] = 'headline';
	setMenusApart(paragraphs, roles, title ?? 0);

	const notes = setSectionsApart(paragraphs, roles, prose, title);
	const apart = [...roles.keys()].filter((i) => roles[i] === undefined || isTold(roles[i]));
	const repeats = repeatsIn(
		apart.map((i) => paragraphs[i] as Paragraph),
		(k) => apart[k] === title
	);
	let again = 0;
	for (const k of repeats) {
		const i = apart[k] as number;
		if (roles[i] === undefined) again++;
		roles[i] = 'repeat';
	}
	if (again > 0) notes.push(repeatNote(again));

	const blocks = paragraphs.map(({ start, end }, i): Block => ({
		start,
		end,
		role: roles[i] ?? 'body'
	}));
	const told = factsOf(bylines, roles);
	const dateline = datelineIn(text, paragraphs, roles) ?? told.dateline;
	const headline = title === undefined ? undefined : paragraphs[title]?.words;
	return {
		blocks,
		notes,
		authors: told.authors,
		...(headline !== undefined && { title: headline }),
		...(told.published !== undefined && { published: told.published }),
		...(dateline && { dateline })
	};
}

const isTold = (role: BlockRole | undefined) => role === 'caption' || role === 'headline';

/** What a paragraph is whatever stands around it; undefined where that cannot be told. */
function roleAlone({ words }: Paragraph): BlockRole | undefined {
	if (isCaption(words)) return 'caption';
	return isFurniture(words) ? 'furniture' : undefined;
}

/** Whether a line is in another script than the text, and says nothing in sentences. */
function isForeign({ words }: Paragraph, script: string | undefined): boolean {
	if (words.length > 120 || isProse(words)) return false;
	const own = scriptOf(words);
	return own !== undefined && own !== script;
}

/** Sentences, not a title, a name or a menu. */
function isProse(words: string): boolean {
	if (words.length < 40) return /^.{24,}[.!?։。؟][”"»’)]*$/u.test(words);
	return /[.!?…։。؟:][”"»’)\]]*$/u.test(words.slice(-6)) || words.length > 250;
}

/**
 * A day that stands alone over each part of a text is its heading, and none of publication.
 * @returns the indices of such headings
 */
function dropChronicle(bylines: Map<number, Byline>, head: number): Set<number> {
	const bare = [...bylines].filter(
		([, { authors, published }]) => authors.length === 0 && published && !published.labelled
	);
	const dated = new Set(bare.some(([i]) => i > head) ? bare.map(([i]) => i) : []);
	for (const i of dated) bylines.delete(i);
	return dated;
}

/** The headline's index: the first line before the report that may be one. */
function headlineAt(
	paragraphs: readonly Paragraph[],
	roles: readonly (BlockRole | undefined)[],
	{ head, dated }: { head: number; dated: ReadonlySet<number> },
	title: string | undefined
): number | undefined {
	const hinted = roles.indexOf('headline');
	if (hinted >= 0) return hinted;
	if (paragraphs.length < 2) return undefined;
	const plain = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
	const may: number[] = [];
	for (let i = 0; i < Math.min(head, 400); i++) {
		const { words } = paragraphs[i] as Paragraph;
		if (roles[i] !== undefined || dated.has(i) || words.length > 250 || markerIn(words)) continue;
		if (title !== undefined && plain(words) === plain(title)) return i;
		if (!/[^.]\.$/.test(words)) may.push(i);
	}
	const withWords = (least: number) =>
		may.find((i) => {
			const { words } = paragraphs[i] as Paragraph;
			return (
				words.split(' ').length >= least || (/[\u3040-\ud7a3]/.test(words) && words.length > 7)
			);
		});
	// Whoever gives the title may have it from elsewhere: then a first line of one or two words is no headline.
	return withWords(4) ?? withWords(3) ?? (title === undefined ? withWords(2) : undefined);
}

/** Lines of a word or three, many in a row before the headline, are a menu. */
function setMenusApart(
	paragraphs: readonly Paragraph[],
	roles: (BlockRole | undefined)[],
	title: number
): void {
	for (let i = 0; i < title;) {
		let to = i;
		while (to < title && roles[to] === undefined && isShort(paragraphs[to] as Paragraph)) to++;
		if (to - i >= 2) roles.fill('furniture', i, to);
		i = Math.max(to, i + 1);
	}
}

const isShort = ({ words }: Paragraph) =>
	words.length <= 40 && words.split(' ').length <= 3 && !/[.!?:]$/.test(words);

/**
 * Sets apart what follows a marker once the report has begun: comments to the end, teasers until three
 * paragraphs of sentences follow each other, which is the report going on.
 * @returns what was set apart, in words
 */
function setSectionsApart(
	paragraphs: readonly Paragraph[],
	roles: (BlockRole | undefined)[],
	prose: readonly boolean[],
	title: number | undefined
): string[] {
	const notes: string[] = [];
	const after = new Array<number>(paragraphs.length + 1).fill(0);
	for (let i = paragraphs.length - 1; i >= 0; i--)
		after[i] = (after[i + 1] ?? 0) + (prose[i] ? (paragraphs[i] as Paragraph).words.length : 0);
	let section: 'comments' | 'teaser' | undefined;
	for (const [i, { words }] of paragraphs.entries()) {
		if (i === title || (roles[i] !== undefined && roles[i] !== 'furniture' && !section)) continue;
		const marker = markerIn(words);
		const before = (after[0] ?? 0) - (after[i] ?? 0);
		if (marker?.alone || (marker && before === 0)) {
			roles[i] = marker.alone ? marker.role : 'furniture';
			continue;
		}
		if (marker) {
			const counter = marker.weak && before < 600 && (after[i] ?? 0) > 3 * before;
			roles[i] = counter ? 'furniture' : marker.role;
			if (counter) continue;
			const opens = section !== marker.role;
			section = marker.role;
			if (opens)
				notes.push(
					`What stands after “${words.slice(0, 60)}” was set apart as ${section === 'teaser' ? 'teasers of other articles' : 'readers’ comments'}.`
				);
			continue;
		}
		if (section === 'teaser' && goesOn(paragraphs, prose, i)) section = undefined;
		if (section && roles[i] !== 'furniture') roles[i] = section;
	}
	return notes;
}

/** Whether three paragraphs of sentences follow each other from here, none of them cut off. */
function goesOn(paragraphs: readonly Paragraph[], prose: readonly boolean[], i: number): boolean {
	return [i, i + 1, i + 2].every(
		(at) => prose[at] && !/(…|\.\.\.|\[…\])$/.test(paragraphs[at]?.words ?? '…')
	);
}

function repeatNote(again: number): string {
	return again === 1
		? 'A paragraph stands twice; it was read once.'
		: `${again} paragraphs stand twice; they were read once.`;
}

/** What the lines that stand alone say, those outside comments and teasers. */
function factsOf(
	bylines: ReadonlyMap<number, Byline>,
	roles: readonly (BlockRole | undefined)[]
): { authors: string[]; published?: string; dateline?: Dateline } {
	const told = [...bylines].filter(([i]) => roles[i] === 'byline').map(([, byline]) => byline);
	const published =
		told.find((line) => line.published?.labelled)?.published?.day ??
		told.find((line) => line.published)?.published?.day ??
		told.find((line) => line.updated)?.updated;
	const place = told.find((line) => line.place)?.place;
	return {
		authors: [...new Set(told.flatMap(({ authors }) => authors))].slice(0, 20),
		...(published !== undefined && { published }),
		...(place && { dateline: { ...place, place } })
	};
}

/** The dateline of the first paragraph that reports, or of a line of its own before it. */
function datelineIn(
	text: string,
	paragraphs: readonly Paragraph[],
	roles: (BlockRole | undefined)[]
): Dateline | undefined {
	// A line under the headline may stand before it.
	const first = [...roles.keys()].filter((i) => roles[i] === undefined).slice(0, 3);
	for (const i of first) {
		const found = datelineOf(text, paragraphs[i] as Paragraph);
		if (found) return found;
	}
	return undefined;
}
