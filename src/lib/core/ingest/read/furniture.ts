/** Words of buttons and counters that no sentence is made of alone; a line needs one of them to be one. */
const BUTTONS = new Set(
	`facebook twitter pinterest mail email e-mail whatsapp telegram linkedin reddit viber vk vkontakte odnoklassniki
	messenger tumblr instagram youtube tiktok threads bluesky mastodon flipboard pocket skype rss x
	share shares shared tweet tweets print like likes view views reads copy link bookmark save
	menu search login log-in register subscribe close home navigation newsletter newsletters
	xs sm md lg xl xxl advertisement advertisements advert ads ad sponsored
	поделиться печать реклама меню поиск տպել կիսվել paylaş reklam`.split(/\s+/)
);

/** Words that may stand among them. */
const BESIDE = new Set(
	`a an the this that to on via by in with for and or of our us your you me it now here more less all
	article articles post posts story page site news comment comments reply replies follow send add sign up out log
	skip content main back top next previous prev play pause listen open show hide min mins minute minutes read
	font size text audio video photo photos gallery`.split(/\s+/)
);

/** Lines of a page that are no part of what it reports, from their beginning to their end. */
const LINES: RegExp[] = [
	/^(the|this) (post|article|story|page) has been (shared|viewed|read)\b/,
	/^(this (web)?site|we) uses? (cookies|akismet)\b/,
	/^by (continuing|using) .{0,80}\bcookies\b/,
	/^(accept|manage|reject) (all )?(cookies|preferences)\b/,
	/^(please )?(subscribe|sign up|sign in|log in|register|donate|follow us|join us|get notified|get the latest|download (the|our) app)\b/,
	/^(share|send|print|save|bookmark|email) this (article|story|post|page)\b/,
	/^(support|become a member|become a patron)\b.{0,80}$/,
	/^(skip to|jump to|go to) (the )?(main |page )?(content|navigation|search)\b/,
	/^(accessibility links|breaking news alerts?|our newsletters?|all rights reserved|terms of (use|service)|privacy policy)\b/,
	/^(©|\(c\) ?\d{4}|copyright\b).{0,160}$/,
	/^\d+ ?(min(ute)?s?) (read|listen)\b/,
	/^(an? )?(hour|minute|day|week)s? ago$|^\d+ (hours?|minutes?|mins?|days?|weeks?) ago$/,
	/^(listen to|watch) this (article|story|report)\b/,
	/^(reading time|font size|text size|views|hits|reads|tags|filed under|categories|category|topics)\s?:/,
	/^(published|posted|filed) (in|under)\b.{0,60}$/,
	/^(your email address will not be published|required fields are marked)\b/,
	/^(add|make) .{1,40} (as )?(a |your )?preferred source\b/,
	/^(click|tap) here\b/
];

/** Whether a line is navigation, a counter, a button or a form, whatever stands around it. @param words on one line */
export function isFurniture(words: string): boolean {
	if (words.length > 240) return false;
	const low = words.toLowerCase();
	if (LINES.some((line) => line.test(low))) return !isLongReport(words);
	const tokens = low.split(/[^\p{L}\p{N}\p{M}-]+/u).filter((token) => token !== '');
	// Rules, arrows, stars; digits alone may be a counter, and may be the report's.
	if (tokens.length === 0) return true;
	if (tokens.length > 8 || /[.!?…]["”»]?$/.test(words)) return false;
	return (
		tokens.some((token) => BUTTONS.has(token)) &&
		tokens.every(
			(token) => BUTTONS.has(token) || BESIDE.has(token) || /^\d+([.,]?\d+)*[km]?$/.test(token)
		)
	);
}

/** A line may begin like a button and be a report: `Sign up for the army rose by a third on Monday, …`. */
function isLongReport(words: string): boolean {
	return words.length > 160 && !/\b(cookies|newsletters?|copyright|©|e-?mail|app)\b/i.test(words);
}

const SCRIPTS: [name: string, from: number, to: number][] = [
	['latin', 0x41, 0x24f],
	['greek', 0x370, 0x3ff],
	['cyrillic', 0x400, 0x52f],
	['armenian', 0x530, 0x58f],
	['hebrew', 0x590, 0x5ff],
	['arabic', 0x600, 0x6ff],
	['georgian', 0x10a0, 0x10ff],
	['east asian', 0x3040, 0x9fff],
	['hangul', 0xac00, 0xd7a3]
];

/** The script that most letters of a text are in; undefined for no letters. */
export function scriptOf(text: string): string | undefined {
	const counts = new Map<string, number>();
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code < 0x41 || (code > 0x5a && code < 0x61) || (code > 0x7a && code < 0xc0)) continue;
		const script = SCRIPTS.find(([, from, to]) => code >= from && code <= to)?.[0];
		if (script) counts.set(script, (counts.get(script) ?? 0) + 1);
	}
	let most: string | undefined;
	for (const [script, count] of counts)
		if (most === undefined || count > (counts.get(most) ?? 0)) most = script;
	return most;
}
