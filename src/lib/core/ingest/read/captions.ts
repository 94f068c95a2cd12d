import { datesIn } from './written-date';

const OPENS: RegExp[] = [
	/^in (this|the|a) ([\w-]+ ){0,3}(photo|photograph|image|picture|handout|grab|screengrab|still)\b/,
	/^(file|handout|archive|stock|undated|illustrative|illustration) ?(photo|picture|image|photograph|pic)\b/,
	/^(photo|photos|picture|image|pictured|illustration|caption|video|infographic|map|graphic)( by| credit| courtesy( of)?| source| caption)? ?[:,/©|]/,
	/^(photo|photos|picture|image|video) (by|courtesy|credit)\b/,
	/^(image|photo|video|media) (source|caption|credit)\b/,
	/^\[ ?(image|photo|picture|file|video|map)\b/,
	/^\((photo|image|picture|file photo|pic|ap photo|credit)\b/,
	/^(this|an?|the) ([\w-]+ ){0,2}(photo|photograph|handout|satellite image|screengrab|file picture) (taken|shows|released|provided|obtained|made)\b/,
	/^(фото|на фото|иллюстрация|լուսանկարը?|լուսանկար|foto)( ?[:՝©(]| )/
];

const CREDIT =
	/[([/|–—-] ?(ap photo|file photo|photo ?[:/]|getty images|reuters\/|afp\/getty|via ap|epa-efe|shutterstock|wikimedia|handout|courtesy of|photolure|фото ?:)[^.]{0,60}[)\]]?\.?$/;

/** Whether a paragraph is the words under a picture. @param words on one line */
export function isCaption(words: string): boolean {
	if (words.length > 700) return false;
	const low = words.slice(0, 120).toLowerCase();
	if (OPENS.some((opens) => opens.test(low))) return true;
	if (CREDIT.test(words.slice(-120).toLowerCase())) return true;
	return isDatedPicture(words);
}

/**
 * What agencies write under a picture: no sentence that ends, the day of the picture last.
 * `ARMENIA -- A ferry leaves the pier of the lake, June 3, 2019`
 */
function isDatedPicture(words: string): boolean {
	const end = words.slice(-80);
	const last = datesIn(end).at(-1);
	if (!last || words.split(' ', 9).length < 9) return false;
	const rest = end.slice(last.end);
	const before = end.slice(0, last.start).trimEnd();
	if (!/^( \([^)]{2,60}\))?\.?$/.test(rest) || !/(,|\bon)$/.test(before)) return false;
	// With a full stop it may be a sentence that ends in its date: then only under a place and two hyphens.
	return rest.endsWith('.') ? /^\p{Lu}[\p{Lu} /.,]{2,40} --? /u.test(words.slice(0, 60)) : true;
}
