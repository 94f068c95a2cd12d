/** What a line opens that goes on after it: readers' comments, or teasers of other articles. */
export interface Marker {
	role: 'comments' | 'teaser';
	/** It may as well be a counter beside the headline. */
	weak?: boolean;
	/** It is all of it: `Read more: Talks go on`. */
	alone?: boolean;
}

const COMMENTS =
	/^(leave a (reply|comment)|post a comment|add a comment|write a comment|join the (conversation|discussion)|what do you think\?|you must be logged in to|log in to (leave|post|write)|оставить комментарий|добавить комментарий)(?!\p{L})/u;
const COMMENTS_LINE =
	/^((there are )?no comments( yet)?|comments are closed|comments? ?(\(\d+\)|: ?\d+|\d+)?|\d+ comments?|\d+ repl(y|ies)|discussion|комментарии( \(?\d+\)?)?|մեկնաբանություններ|şərhlər|rəylər)[.:]?$/;
const TEASERS = new RegExp(
	`^(you (may|might) (also )?(like|enjoy|be interested( in)?)|recommended( for you| stories| articles)?|most (read|popular|viewed|commented|shared)|trending( now| stories)?|more (from|on|in|about|stories|news|articles|headlines)( [^.!?]{1,60})?|related( (articles?|news|stories|story|posts?|topics?|content|coverage))?|read (also|next|more)|see also|also read|don['’]t miss|what to read next|latest (news|stories|articles|headlines)|popular (posts|news|articles)|top stories|further reading|editor['’]?s['’]? (picks?|choice)|up next|(next|previous) (article|post|story)|other news|in other news|from the web|around the web|sponsored (content|links)|читайте также|по теме|другие новости|похожие (новости|статьи)|կարդացեք նաև|այլ լուրեր|digər xəbərlər|həmçinin oxuyun|oxşar xəbərlər)[:.]?$`
);
const TEASER_ALONE =
	/^(read (more|also|next)|see also|also read|related( article| story)?|watch|don['’]t miss|читайте также|կարդացեք նաև)( ?[:›»>|–—]+ ?)\S/;

/** What a line opens; undefined for most. @param words on one line */
export function markerIn(words: string): Marker | undefined {
	if (words.length > 240) return undefined;
	const low = words.toLowerCase();
	if (COMMENTS_LINE.test(low)) return { role: 'comments', weak: !low.includes('no comments') };
	if (COMMENTS.test(low)) return { role: 'comments' };
	if (TEASERS.test(low)) return { role: 'teaser' };
	if (TEASER_ALONE.test(low)) return { role: 'teaser', alone: true };
	return undefined;
}
