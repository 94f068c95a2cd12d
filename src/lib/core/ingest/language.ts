/** Letters that one language’s script has, or that one language alone writes. */
const SCRIPTS: [RegExp, string][] = [
	[/[\u0530-\u058f]/g, 'hy'],
	[/[\u10a0-\u10ff]/g, 'ka'],
	[/[\u0590-\u05ff]/g, 'he'],
	[/[\u0600-\u06ff\u0750-\u077f]/g, 'ar'],
	[/[\u0400-\u04ff]/g, 'ru'],
	[/[\u0370-\u03ff]/g, 'el'],
	[/[\u0900-\u097f]/g, 'hi'],
	[/[\u0e00-\u0e7f]/g, 'th'],
	[/[\u3040-\u30ff]/g, 'ja'],
	[/[\uac00-\ud7af]/g, 'ko'],
	[/[\u4e00-\u9fff]/g, 'zh'],
	[/[A-Za-zÀ-ɏə]/g, 'latin']
];

/** Small words, which a text of any subject holds. */
const STOP_WORDS: Record<string, Set<string>> = Object.fromEntries(
	Object.entries({
		en: 'the of and to in is was that for on with as by at from has have had were said it his are an be which after',
		az: 'və ilə bu da də üçün olan edib bir ki olaraq isə daha sonra barədə azərbaycan onun bildirib etmək öz',
		tr: 've bir bu için ile olarak da de olan sonra daha çok ki gibi en kadar göre tarafından olduğunu dedi',
		de: 'der die und das in den von mit ist im für auf dem ein eine nicht sich des auch nach hat bei wurde',
		fr: 'le la les de des et en du un une est dans que pour qui sur au par avec pas ce il a été son',
		es: 'el la de que y en los del las un por con una para es se su al lo como más fue ha',
		it: 'il di che la e in un per del una con i è della non si le da sono dei al ha nel',
		pt: 'de que e o a do da em um para com uma os no na por mais as dos foi ao das se não',
		nl: 'de van het een en in is dat op te zijn met voor die niet aan er om door werd ook',
		pl: 'w i na z do się że nie jest to od przez po za jak dla o był oraz ale'
	}).map(([language, words]) => [language, new Set(words.split(' '))])
);

/** So much of a text is looked at. */
const SAMPLE = 20_000;

/**
 * The language that a text is written in, by the shares of its scripts and by its small words: `en`, `hy`, `az`,
 * `ru`, `ar`…; undefined where it is too short or too mixed to tell.
 */
export function languageOf(text: string): string | undefined {
	const sample = text.slice(0, SAMPLE);
	const counts = SCRIPTS.map(([pattern, script]) => ({
		script,
		letters: sample.match(pattern)?.length ?? 0
	}));
	const all = counts.reduce((sum, { letters }) => sum + letters, 0);
	if (all < 20) return undefined;
	const [first] = counts.sort((a, b) => b.letters - a.letters);
	if (!first || first.letters < all * 0.55) return undefined;
	switch (first.script) {
		case 'latin':
			return latinLanguage(sample);
		case 'ru':
			// Letters that Russian has not.
			return share(sample, /[іїєґ]/gi, first.letters) > 0.02 ? 'uk' : 'ru';
		case 'ar':
			return share(sample, /[پچژگ]/g, first.letters) > 0.01 ? 'fa' : 'ar';
		case 'zh':
			return share(sample, /[\u3040-\u30ff]/g, first.letters) > 0.1 ? 'ja' : 'zh';
		default:
			return first.script;
	}
}

function share(text: string, pattern: RegExp, of: number): number {
	return (text.match(pattern)?.length ?? 0) / of;
}

function latinLanguage(text: string): string | undefined {
	const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
	if (words.length < 4) return undefined;
	const scores = Object.entries(STOP_WORDS)
		.map(([language, stops]) => ({
			language,
			score: words.filter((word) => stops.has(word)).length / words.length
		}))
		.sort((a, b) => b.score - a.score);
	const [best, second] = scores;
	// Half a text in another language, or a list of names, is none for sure.
	if (!best || best.score < 0.06 || best.score < (second?.score ?? 0) * 1.15) return undefined;
	return best.language;
}
