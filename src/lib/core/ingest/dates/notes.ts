import { isRead, type Article } from '../article';
import { languageOf } from '../language';

const LANGUAGES: Record<string, string> = {
	hy: 'Armenian',
	az: 'Azerbaijani',
	ru: 'Russian',
	uk: 'Ukrainian',
	ar: 'Arabic',
	fa: 'Persian',
	he: 'Hebrew',
	ka: 'Georgian',
	el: 'Greek',
	zh: 'Chinese',
	ja: 'Japanese',
	ko: 'Korean',
	hi: 'Hindi',
	th: 'Thai',
	tr: 'Turkish',
	de: 'German',
	fr: 'French',
	es: 'Spanish',
	it: 'Italian',
	pt: 'Portuguese',
	nl: 'Dutch',
	pl: 'Polish'
};

/** As the article says, else as its report is seen to be written: a page’s menus may be in another language. */
function languageOfReport(article: Article): string | undefined {
	const said = /^[a-z]{2,3}(?=$|[-_])/i.exec(article.language ?? '')?.[0].toLowerCase();
	if (said) return said;
	const report = article.blocks.filter(isRead);
	return languageOf(report.map(({ start, end }) => article.text.slice(start, end)).join('\n'));
}

/** Whether the dates of an article are read: it is in English, or in no language that is seen. */
export function readsDatesOf(article: Article): boolean {
	return (languageOfReport(article) ?? 'en') === 'en';
}

/** What whoever gave an article should know of its dates: sentences, or none. */
export function notesOnDates(article: Article): string[] {
	const notes: string[] = [];
	const language = languageOfReport(article);
	if (language !== undefined && language !== 'en')
		notes.push(
			`The report seems to be in ${LANGUAGES[language] ?? `the language “${language}”`}. Dates are read in English only, so those in words stay unread.`
		);
	else if (!article.published)
		notes.push(
			'The day of publication is not known: “Thursday”, “last week” and the like stay undated. Give it, and they are counted from it.'
		);
	return notes;
}
