/** News agencies and broadcasters as they stand in a byline or a dateline, in lower case. */
const AGENCIES = new Set(
	`afp|agence france-presse|ap|associated press|the associated press|reuters|thomson reuters|tass|itar-tass|interfax|ria novosti|
	sputnik|xinhua|dpa|epa|ansa|efe|ians|ani|pti|upi|unn|rfe/rl|radio free europe/radio liberty|bbc|bbc news|cnn|bloomberg|
	anadolu|anadolu agency|aa|iha|dha|apa|azertac|azertag|trend|report|turan|interpressnews|armenpress|armeninfo|arka|arminfo|
	news.am|panarmenian|panarmenian.net|asbarez|hetq|civilnet|eurasianet|jam-news|oc media|dw|deutsche welle|
	irna|isna|fars|mehr|tasnim|al jazeera|kyodo|yonhap|ukrinform|unian|belta|kazinform|apsny|wire services|agencies|news agencies`
		.split('|')
		.map((name) => name.trim())
);

/** Whether a name is an agency's. */
export function isAgency(name: string): boolean {
	return AGENCIES.has(name.trim().replace(/\.$/, '').toLowerCase());
}
