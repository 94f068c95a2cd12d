const words = (text: string) => new Set(text.trim().split(/\s+/));

/** Past forms that do not end in `-ed`. */
const IRREGULAR = words(`
	said told was were had did made came went took gave got saw knew thought found left felt put brought began
	kept held wrote stood heard let meant set met ran paid sat spoke lay led read grew lost fell sent built
	understood drew broke spent cut rose drove bought wore chose hit won fought hung shot struck swept flew
	sank shook sought caught taught sold stole froze forgave forgot fled fed bled bore beat became bent bet
	bound blew burst cast clung cost crept dealt dug ate bit hid hurt quit rang rode sang shrank shut slept
	slid split spread sprang stuck stung swore swung threw tore woke wound wept withdrew overthrew overtook
	undertook broadcast given taken seen shown known done gone written spoken broken chosen driven fallen
	flown grown thrown born worn torn sworn stolen begun drawn risen run`);

/** Words in `-ed` that are no past form. */
const NO_PAST = words(`
	need indeed hundred united bed red speed proceed exceed succeed feed seed weed breed greed creed deed
	embed shed sacred naked wicked so-called armed allied unprecedented alleged infrared biased aged
	hatred beloved crooked rugged kindred sled wed unmanned`);

/** Before an infinitive, they put it ahead of them: `agreed to meet`, `plans to leave`. */
export const AHEAD = words(`
	expected expects expect scheduled set due planned plans plan planning slated likely unlikely poised supposed bound
	going about ready projected forecast predicted hopes hope hoping hoped intends intend intending intended
	aims aim aiming prepares prepare preparing prepared vows vow vowed vowing pledges pledge pledged promises
	promise promised agrees agree agreed threatens threaten threatened wants want wanted asks asked ask urged
	urges ordered orders invited invites calls called proposes proposed offers offered deadline is are
	was were 's 're be been decides decided scheduling promising agreeing announced`);

/** They say by themselves that what they speak of is to come. */
export const COMING = words('due upcoming forthcoming scheduled slated');

/** In the present tense, they tell of a day that is set: `the talks resume on Monday`. */
export const SCHEDULES = words(`
	starts begins opens meets convenes resumes ends expires arrives travels faces heads leaves departs
	votes hosts visits face begin resume convene meet vote open gather elects`);

export const MODALS = words(`
	will shall would may might could should must 'll won't wouldn't couldn't can`);
export const AUXILIARIES = words(`
	be been being is are am was were has have had do does did not n't to 's 're 've 'd isn't aren't wasn't
	weren't hasn't haven't hadn't didn't`);
const PAST_AUXILIARIES = words(
	`was were has have had did 've 'd wasn't weren't hasn't haven't hadn't didn't`
);

/** Before a word in `-ed`, they make it an adjective: `the disputed region`. */
export const DETERMINERS = words(`
	the a an of in its their his her our this that these those 's any some no with for from into on at by
	between and several many two three four five six more most other`);

/** Whether a lower-cased word is a past form: `said`, `accused`. */
export function isPastForm(word: string): boolean {
	if (IRREGULAR.has(word)) return true;
	return word.length > 3 && word.endsWith('ed') && !NO_PAST.has(word);
}

/** Whether a word is of an adverb's kind and may stand inside a verb's group. */
export function isAdverb(word: string): boolean {
	return (
		(word.length > 4 && word.endsWith('ly')) ||
		/^(?:also|now|still|then|not|never|ever|soon|already|again|just|first|later|once|both|all)$/.test(
			word
		)
	);
}

export function isPastAuxiliary(word: string): boolean {
	return PAST_AUXILIARIES.has(word);
}
