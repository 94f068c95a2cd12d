/**
 * Widths of Noto Sans' characters in ems, in steps of 0.02 and rounded up: measured from the fonts that
 * the app serves. A server has nothing to measure with.
 */
const ADVANCES: readonly (readonly [ems: number, characters: string])[] = [
	[0.18, '‘’'],
	[0.24, "'¸"],
	[0.26, ' ijl\u00a0ìíîïĩīĭįıĵĺļľłіїј'],
	[0.28, '!,.:;J`¡´·ĴŀІЇЈլյ'],
	[0.3, '()'],
	[0.32, '-ւ'],
	[0.34, 'I[]fÌÍÎÏĨĪĬĮİſչ'],
	[0.36, 'tª²³¹ţťŧ“”'],
	[0.38, '/\\{}º'],
	[0.42, '"rŕŗřԼշ„'],
	[0.44, '?_°¿гѓ'],
	[0.48, 'cszçćĉċčśŝşšźżžтѕէ'],
	[0.5, '¯зсэє–'],
	[0.52, 'FLvy§«»ýÿĳĹĻĽĿŁŷЃГухўջ'],
	[0.54, 'kxķĸкќ'],
	[0.56, '*ESTae|¦ÈÉÊËàáâãäåèéêëāăąĒēĔĕĖėĘęĚěŚŜŞŠŢŤŦəЀЁЅЕТавеьѐёհ'],
	[0.58, '$+0123456789<=>YZ^~¢£¤¥¨¬±×−Ý÷ŶŸŹŻŽЗяՀՏճօ'],
	[0.6, 'VXХблочՒբեզըիծկձղմնոսվրցք‐'],
	[0.62, 'KPRbdghnopquµÞðñòóôõöøùúûüþďđĝğġģĥħĲĶńņňŋōŏőŔŖŘũūŭůűųЎБРУЬдийнпрцъђћѝџՔժռ'],
	[0.64, 'ACÀÁÂÃÄÅÇßĀĂĄĆĈĊČЄЌАКСЯԷՅՆՉՋգդֆև'],
	[0.66, '#B¶ВЭՁՇ'],
	[0.68, 'ЧԶՐՑթ'],
	[0.7, 'ŉЛЪԲԵԸԻՃՖ'],
	[0.72, 'ЂЋԾԿ'],
	[0.74, '&DGHUÐÙÚÛÜĎĐĜĞĠĢĤĦŨŪŬŮŰŲƏЏДНПЦфՈՍ'],
	[0.76, 'N¼ÑŃŅŇŊЍИЙОжыԳԴՂ'],
	[0.78, 'OQ½¾ÒÓÔÕÖØŌŎŐмԺՕ'],
	[0.8, 'wŵюՄՊՎՓ…'],
	[0.82, 'ФԹԽՌ'],
	[0.84, '%©®Ա'],
	[0.86, 'æЫљ'],
	[0.88, 'Æ'],
	[0.9, '@шщњ'],
	[0.92, 'MЖМախպ'],
	[0.94, 'WmŒŴտփ'],
	[0.96, 'œ'],
	[1, 'Ю—'],
	[1.02, 'Љ'],
	[1.04, 'ЊШЩ']
];

const EMS = new Map<string, number>();
for (const [ems, characters] of ADVANCES)
	for (const character of characters) EMS.set(character, ems);

/** Of scripts that the table does not have; their letters vary, and this is wide of most. */
const SCRIPTS: readonly (readonly [script: RegExp, ems: number])[] = [
	[/\p{M}|\p{Cf}/u, 0],
	[/\p{Script=Arabic}|\p{Script=Hebrew}/u, 0.6],
	[/\p{Script=Georgian}|\p{Script=Greek}|\p{Script=Cyrillic}|\p{Script=Latin}/u, 0.68],
	[/\p{Extended_Pictographic}/u, 1.4]
];
/** Of whatever else there is: as wide as it is high, like the East Asian scripts. */
const SQUARE = 1;

const SEMIBOLD = 1.055;

/**
 * How wide a text is in ems, without kerning.
 * @param spacing ems between two characters
 */
export function textEms(text: string, { spacing = 0, semibold = false } = {}): number {
	let ems = 0;
	let count = 0;
	for (const character of text) {
		const own = EMS.get(character) ?? SCRIPTS.find(([script]) => script.test(character))?.[1];
		ems += own ?? SQUARE;
		if (own !== 0) count++;
	}
	return ems * (semibold ? SEMIBOLD : 1) + spacing * Math.max(0, count - 1);
}
