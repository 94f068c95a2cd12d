import type { Span } from '../article';
import { writtenAt } from '../sentences';

/** A word of a sentence that says that something of a kind happened. */
export interface Trigger extends Span {
	kind: string;
	/** `verb`: somebody does it; `noun`: it is named, and may be talk of something told already. */
	part: 'verb' | 'noun';
}

/**
 * What words stand for what kind. Each is a part of a regular expression without groups that nest; letters of
 * either case match. The first kind that matches at a place has it: the narrower stand before the wider.
 */
const WORDS: readonly [kind: string, verbs: string, nouns: string][] = [
	[
		'call',
		'spoke by (?:tele)?phone|spoke on the phone|phoned|telephoned',
		'(?:tele)?phone (?:call|conversation|talk)s?|phone talks'
	],
	[
		'ceasefire',
		'ended the (?:fighting|war|hostilities|conflict)|(?:war|fighting|hostilities|conflict)(?: there)?(?: \\([^)]{0,40}\\)| \\[[^\\]]{0,40}\\])? (?:was|were|has|have|had)?(?: been)? ?(?:ended|stopped|halted)|stopped the (?:fighting|war|hostilities)',
		'cease-?fires?(?! violation)|truces?|armistices?|peace (?:agreement|deal|treaty|accord)s?'
	],
	[
		'handover',
		'handed (?:[^.,;]{0,40} )?(?:back|over)(?= to| last| in| on|$)|ceded|returned control|relinquished',
		'handovers?|hand-overs?|transfer of (?:territory|control|power over)'
	],
	[
		'prisoners',
		'refus(?:al|ed|es|ing) to (?:release|free|return)|(?:released|freed|exchanged|swapped|repatriated) (?:[^.,;]{0,30} )?(?:prisoners|captives|hostages|detainees|soldiers)|took (?:[^.,;]{0,20} )?(?:hostage|prisoner|captive)|(?:was|were|been) (?:taken (?:hostage|prisoner|captive)|kidnapped|abducted)|kidnapped|abducted',
		'prisoner (?:swap|exchange|release)s?|exchange of prisoners|release of (?:all )?(?:the )?(?:prisoners|hostages|captives)|abductions?|kidnappings?'
	],
	[
		'peacekeepers',
		'peace-?keep(?:ers|ing (?:troops|forces|force|mission|contingent))(?: \\w+){0,4} (?:deployed|sent|stationed|arrived|intervened|patrol\\w*)|(?:sent|deployed|dispatched|sends|deploys|sending|deploying) (?:[^.,;]{0,30} )?peace-?keep\\w+',
		'peace-?keeping (?:mission|operation)s?'
	],
	[
		'withdrawal',
		'withdrew|withdrawn|withdrawing|with-?draws?|pulled (?:back|out)|pulling (?:back|out)|retreated|retreating',
		'withdrawals?|pull-?backs?|pull-?outs?|retreats?'
	],
	[
		'shelling',
		'shelled|shelling of|(?:shells?|rockets?|missiles?|mortars?) (?:\\w+ )?(?:crashed|landed|fell|hit|struck|slammed)|bombarded|bombed|(?:fire[sd]?|firing|launched|launching) (?:[^.,;]{0,20} )?(?:artillery|rockets?|missiles?|mortars?|shells|drones?)|came under (?:[^.,;]{0,20} )?(?:fire|shelling)|struck by (?:a )?(?:missile|rocket|drone|shell)s?|opened fire (?:on|at) (?:[^.,;]{0,20} )?(?:positions|posts|villages?)',
		'shelling|bombardments?|(?:artillery|mortar|rocket|missile|small-arms) (?:fire|attacks?|strikes?)|air ?strikes?|air-strikes?|air raids?|drone (?:strike|attack)s?|missile strikes?|cease-?fire violations?|violations? of the (?:cease-?fire|truce)'
	],
	[
		'troop-movement',
		'cross(?:ed|ing|es) (?:[^.;]{0,60} )?(?:borders?|frontiers?|lines?|into)|troops crossed|infiltrated|encroached|(?:troops|forces|soldiers|army|units|servicemen|tanks)(?: \\w+){0,3} (?:advanced|entered|moved|remain(?:ed)?|positioned|massed|crossed|deployed)|(?:sent|sending|sends|deployed|deploying|deploys|moved|massed|massing) (?:[^.,;]{0,30} )?(?:troops|soldiers|forces|tanks|warships)|tak(?:e|es|en|ing) (?:up )?positions|took (?:up )?positions|lay siege|invaded|annexed|seized control of|captured the (?:town|city|village)',
		'infiltrations?|incursions?|encroachments?|troop (?:movement|build-?up)s?|invasions?|military (?:movements|build-?up)'
	],
	[
		'attack',
		'attacked|ambushed|stormed|raided|opened fire|shot (?:dead|and killed|and wounded)|(?:was|were|been) shot|gunned down|stabbed|blew (?:himself|herself|themselves) up|assassinated|beheaded|massacred|ramm?ed (?:[^.,;]{0,20} )?into a crowd|hijacked|set fire to|setting fires? to|torched|vandali[sz]ed',
		'(?<!heart )(?:terror(?:ist)? |suicide |bomb |knife |arson |gun |armed |cyber ?)?attacks?|assaults?|ambush(?:es)?|(?:suicide |car )?bombings?|car bombs?|(?:mass )?shootings?|stabbings?|massacres?|pogroms?|assassinations?|gunfire|killings?(?= of| in)|murders?'
	],
	[
		'war',
		'fought (?:a |the )?(?:\\w+ ){0,3}war|went to war|waged war',
		"(?:civil )?war(?! crimes?| of words|time| games?| memorial| hero| veteran)|(?:six|[a-z]+|\\d+)-(?:week|day|month|year) conflict|(?:last year|[12]\\d{3})’?'?s? conflict|armed conflict|hostilities|days of (?:fierce |heavy )?fighting|(?:fierce |heavy )?fighting (?:in|of) [12]\\d{3}"
	],
	[
		'clash',
		'clashed|exchanged fire|fought|defeated',
		'clash(?:es)?|skirmish(?:es)?|(?:fierce |heavy |ongoing )?fighting|battles?|firefights?|shoot-?outs?|gun ?battles?|confrontations?|stand-?offs?'
	],
	[
		'talks',
		'met(?= (?:with|in|on|at|his|her|their|for|privately|today|again)| \\p{Lu})|(?:to|will|would|due to|expected to|set to|also|can|and) meet|meeting with|held (?:[^.;]{0,60} )?(?:talks|meetings?|negotiations|consultations)|hold(?:s|ing)? (?:[^.;]{0,40} )?(?:talks|meetings?|negotiations|consultations)|(?:was|were|are|is) in talks|discuss(?:ed|es)(?= .{0,80} with)|negotiat(?:ed|ing)|hosted (?:[^.,;]{0,40} )?(?:talks|summit|meeting)|negotiating table|began talks|opened talks',
		'talks|(?:bilateral |trilateral |emergency |high-level |first |second |private )*(?:meetings?|summits?|negotiations|consultations)|peace conference'
	],
	[
		'visit',
		'(?:visit(?:ed|ing|s)|arrived in|arrives in|travel(?:l)?ed to|flew to|paid a visit|toured)(?= (?!by\\b))',
		'(?:official |state |working )?(?:visit|trip)s?(?= to| of| in| scheduled| by|\\.|,)'
	],
	[
		'forum',
		'attends?|attended|addressed (?:the|a) (?:\\w+ )?(?:forum|conference|rally|crowd)|took part in|takes part in',
		''
	],
	[
		'proposal',
		'proposed|(?:offer(?:ed|ing|s)) to|put forward|call(?:ed|ing|s) for (?:a |an |the )?(?:delimitation|demarcation|referendum|inquiry|investigation|negotiations?|dialogue)',
		'proposals?|peace plan'
	],
	[
		'agreement',
		'agreed (?:on|to|that|upon)|sign(?:ed|ing) (?:[^.,;]{0,30} )?(?:agreement|treaty|deal|accord|pact|memorandum|contract|declaration)|reached (?:an? |the )?(?:\\w+ )?(?:agreement|deal|accord|settlement|compromise)|establish(?:ed)? (?:a )?(?:[^.,;]{0,20} )?hot ?line|ratified',
		'(?:agreement|accord|treaty|pact|memorandum|joint statement|declaration)s?(?= (?:that|which|signed|reached|between|brokered|on|of|was|gave|called|calls))'
	],
	[
		'appeal',
		'asked(?! not to be)(?= (?!about|whether|if|why|how|what)(?:\\p{L}+ ){0,6}(?:for|to))|(?:formally |also )?ask(?= .{0,80} for)|appealed|requested|urge[ds]?|urging|called (?:up)?on|calling on|(?:we|i) expect(?= \\p{L}+ to)|demanded|pleaded (?:for|with)|made (?:a |an )?(?:[^.,;]{0,20} )?(?:request|appeal)|turn to(?= the)',
		'(?:formal |official )?(?:appeals?|requests?|urgings?|petitions?)(?= (?:for|of|to|by))'
	],
	[
		'earthquake',
		'(?:earthquake|quake|tremor|aftershock)s? (?:has |have )?(?:struck|hit|shook|rattled|jolted)',
		'earthquakes?|quakes?|aftershocks?|tremors?|tsunamis?|epicent(?:re|er)'
	],
	[
		'landslide',
		'(?:landslide|mudslide|avalanche)s? (?:has |have )?(?:hit|struck|buried|swept|killed)',
		'landslides?|mudslides?|rockslides?|mudflows?|avalanches?'
	],
	[
		'flood',
		'flooded|inundated|submerged|burst (?:its|their) banks|overflowed|breach(?:ed)? (?:its|the|an?) (?:[^.,;]{0,20} )?(?:banks?|dam|levees?|embankments?|dykes?)|(?:broke|burst) through|swept (?:away|through)|(?:dam|dyke|dike|levee|embankment)s?(?: \\w+){0,3} (?:burst|breached|collapsed|failed|gave way|given way)',
		'(?:flash |severe |heavy |widespread |river )?(?:floods?|flooding|floodwaters?)|inundations?|deluges?|dam (?:failure|burst|breach)|storm surges?'
	],
	[
		'storm',
		'made landfall|(?:storm|hurricane|cyclone|typhoon|tornado)(?:e?s)? (?:has |have )?(?:hit|struck|battered|lashed|slammed|ripped)',
		'(?:tropical )?(?:storms?|cyclones?|hurricanes?|typhoons?|tornado(?:e?s)?|blizzards?|hailstorms?|sandstorms?|thunderstorms?|snowstorms?)|torrential rains?|heavy (?:rain(?:s|fall)?|snow(?:fall)?)'
	],
	['wildfire', '', '(?:wild|bush|forest|brush|grass)-? ?fires?'],
	[
		'eruption',
		'(?:volcano|crater|mount \\p{L}+)(?: \\w+){0,4} erupted|spewed (?:ash|lava)',
		'(?:volcanic )?eruptions?'
	],
	['drought', '', 'droughts?|heat-? ?waves?|famines?'],
	[
		'collapse',
		'(?:building|bridge|roof|mine|tunnel|block|wall|stand|stage|factory|house|school|church|temple|mosque|tower|crane|scaffold(?:ing)?|balcony|pier|dam|structure)s?(?: \\w+){0,3} (?:collapsed|caved in)',
		'(?:building|bridge|roof|mine|tunnel) collapses?|cave-ins?'
	],
	[
		'explosion',
		'exploded|detonated|blew up|went off',
		'explosions?|blasts?|detonations?|gas leaks?'
	],
	[
		'fire',
		'caught fire|(?:burn(?:ed|t) down)|gutted|(?:fire|blaze) (?:\\w+ )?(?:erupted|broke out|swept|tore|ripped|engulfed|destroyed|killed)|broke out (?:at|in) (?:a|the)',
		'(?:a|the|house|warehouse|factory|apartment|hotel|hospital|nightclub|massive|huge|major|large|deadly) (?:fire|blaze|inferno)(?! (?:chief|department|service|brigade|crew|engine|fighter|truck|official))|blazes?'
	],
	[
		'accident',
		'crash(?:ed|es|ing)(?= )|collided|derailed|capsized|overturned|sank|ran aground|plunged (?:into|off|from|down)|veered off|hit by (?:a|the) (?:car|train|bus|truck|lorry|van)|skidded|plummeted|run over|ran over|drowned|electrocuted|stampeded',
		'(?:car |bus |train |plane |air |road |traffic |helicopter |motor ?way |highway |rail |boat |head-on )*(?:crash(?:es)?|collisions?|accidents?|derailments?|pile-?ups?|wrecks?|shipwrecks?)|stampedes?|crush(?:es)? at|oil spills?|chemical spills?|meltdowns?|power (?:cut|outage|failure)s?|blackouts?'
	],
	[
		'riot',
		'rioted|looted|looting|ransacked|set (?:[^.,;]{0,25} )?(?:ablaze|alight|on fire)|hurled (?:stones|bottles|petrol|rocks)',
		'riots?|rioting|unrest|mob violence|lootings?'
	],
	[
		'strike',
		'went on strike|(?:began|staged|launched|called) (?:a |an )?(?:[^.,;]{0,20} )?(?:strike|walk-?out)|walked off the job',
		'(?:general |hunger |rail |teachers’? |labou?r |nationwide |\\d+-hour )(?:strikes?)|walk-?outs?|industrial action'
	],
	[
		'protest',
		'protest(?:ed|ing)|demonstrat(?:ed|ing)(?! that)|march(?:ed|ing)(?= )|rall(?:ied|ying)|took to the streets|gathered (?:in|at|outside|near|on)|(?:block(?:ed|ing|aded)) (?:[^.,;]{0,25} )?(?:roads?|highways?|streets?|railways?|bridges?|entrances?)|staged a (?:sit-in|protest|rally|demonstration|march)|picketed|chanted|chanting|occupied the',
		'protests?(?! (?:movement|leader|group|organi[sz]er)s?)|demonstrations?|rall(?:y|ies)|march(?:es)?(?= (?:in|through|on|to|against|for|by|was|drew|organi[sz]ed))|sit-ins?|vigils?|blockades?'
	],
	[
		'arrest',
		'arrest(?:ed|ing)|detained|taken into custody|rounded up|charged (?:with|over)|indicted|extradited',
		'arrests?|crackdowns?|manhunts?'
	],
	[
		'trial',
		'sentenced|convicted|acquitted|found guilty|pleaded (?:not )?guilty|went on trial|goes on trial|(?:court|judge|tribunal|jury) (?:\\w+ )?(?:ruled|ordered|found|rejected|upheld|overturned|dismissed)|jailed|executed|sued',
		'trials?(?= (?:of|in|began|opened|over|for))|verdicts?|lawsuits?|court ruling'
	],
	[
		'election',
		'vote[ds]?(?= (?:in|on|for|to|against|overwhelmingly))|elected|re-elected|(?:parliament|senate|congress|lawmakers|mps|assembly|council|house)(?: \\w+){0,3} (?:passed|approved|adopted|rejected|voted)|went to the polls|polls (?:opened|closed)',
		'(?:general |presidential |parliamentary |local |snap |by-?|re-?)*elections?|referend(?:um|ums|a)|run-?offs?|polling|no-confidence vote|ballot'
	],
	[
		'appointment',
		'resign(?:ed|s)|stepped down|(?:was|were|been) (?:sworn in|appointed|inaugurated|dismissed|sacked|ousted|named (?:as|the))|sworn in|took office|appointed|sacked|ousted|fired(?= (?:his|her|the|its))|coup',
		'resignations?|inaugurations?|coup d’état|coups?'
	],
	[
		'evacuation',
		'evacuat(?:ed|ing)|fled|displaced|forced (?:[^.,;]{0,30} )?from their homes|left homeless|airlifted',
		'evacuations?|exodus|mass displacement'
	],
	[
		'rescue',
		'rescued|pulled (?:[^.,;]{0,25} )?from (?:the )?(?:rubble|water|wreckage|debris)|(?:sent|delivered|distributed|dispatched|pledged) (?:[^.,;]{0,30} )?(?:aid|relief|supplies|rescuers|rescue teams|doctors|food)|airdropped',
		'rescue (?:operation|effort|mission)s?|search and rescue|aid (?:convoy|shipment)s?'
	],
	[
		'closure',
		'(?:declared|imposed|announced|lifted|extended) (?:[^.,;]{0,20} )?(?:emergency|curfew|lockdown|quarantine|martial law|mourning|ban|sanctions)|(?:schools?|airports?|roads?|highways?|borders?|bridges?|stations?|shops|offices)(?: \\w+){0,7} (?:closed|shut|cancelled|suspended|reopened)|quarantined|culled|culling',
		'states? of emergency|curfews?|lockdowns?|days? of mourning'
	],
	[
		'outbreak',
		'(?:tested positive|infected|contracted|diagnosed|confirmed (?:[^.,;]{0,25} )?(?:cases?|deaths?|infections?))|(?:outbreak|epidemic|virus) (?:has |have )?(?:spread|hit|struck|killed)|(?:was|were) hospitali[sz]ed with',
		'outbreaks?(?! of (?:war|violence|fighting))|epidemics?|pandemics?|(?:new |confirmed |suspected )+cases?'
	],
	[
		'statement',
		'accused|condemned|denounced|blamed|expressed (?:[^.,;]{0,40} )?(?:solidarity|concern|support|condolences|regret)|praised|hailed|threatened|apologi[sz]ed|warned|pledged|vowed|consider(?:ing|s)? the possibility|ready to (?:provide|help|assist|mediate)',
		'(?:online |joint |televised )?(?:press|news) conferences?|interviews?|speech(?:es)?|address to|(?:televised |opening )(?:address|remarks)|ultimatums?'
	],
	[
		'incident',
		'(?:was|were|been|are|is) (?:\\w+ )?(?:killed|dead|injured|wounded|hurt|missing|found dead)|killed|killing|died|claimed (?:[^.,;]{0,25} )?lives|left (?:[^.,;]{0,25} )?(?:dead|injured|wounded)|injuring|wounding',
		'death toll|deaths|casualties|fatalities'
	]
];

interface Pattern {
	kind: string;
	part: Trigger['part'];
	find: RegExp;
}

const PATTERNS: Pattern[] = WORDS.flatMap(([kind, verbs, nouns]) =>
	[
		{ kind, part: 'verb' as const, source: verbs },
		{ kind, part: 'noun' as const, source: nouns }
	]
		.filter(({ source }) => source !== '')
		.map(({ kind, part, source }) => ({
			kind,
			part,
			find: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${source})(?![\\p{L}\\p{N}])`, 'giu')
		}))
);

/** A verb that says of a subject that something came to pass, or will. */
const FINITE =
	/(?<![\p{L}-])(?:(?:will|would|is to|are to|is due to|are due to|is expected to|are expected to|is set to|are set to) (?:be )?\p{Ll}+|(?:is|are) (?:expected|due|scheduled|planned)|(?:was|were) (?:still |also )?\p{Ll}+ing|(?:was|were|has been|have been|had been) \p{Ll}+|\p{Ll}{3,}ed|took|left|came|went|began|broke|brought|built|caught|cut|drew|drove|fell|fled|flew|found|gave|grew|held|hit|led|lost|made|paid|put|ran|rose|sent|set|shook|shot|sold|spent|spoke|stood|struck|threw|won|sank|swept|shut|started|stole|sought|rode|hung|burnt|withdrew)(?![\p{L}-])/gu;
/** Verbs of being and saying, and participles behind an article, tell of nothing. */
const NO_EVENT =
	/^(?:said|told|added|noted|controlled|remained|lasted|included|involved|wanted|believed|hoped|feared|lived|worked|owned|contained|aimed|needed|seemed|appeared|continued|claimed|insisted|called|named|known|based|aged|located|expected|scheduled|according|including|(?:was|were) (?:the|an?|also|still|not|expected|due|that|there|in|at|so|one|more|only|already|among))$/iu;
const NOUN_AHEAD =
	/(?<!\p{L})(?:the|an?|his|her|its|their|this|that|these|those|of|more|most|some|many|by|with|and)\s+$/iu;

/** The first verb of a stretch that something may be told by; for what no kind has a word for. */
export function verbIn(text: string, { start, end }: Span): Trigger | undefined {
	const written = writtenAt(text, { start, end });
	for (const match of written.matchAll(FINITE)) {
		if (NO_EVENT.test(match[0])) continue;
		if (
			/ed$/u.test(match[0]) &&
			NOUN_AHEAD.test(written.slice(Math.max(0, match.index - 12), match.index))
		)
			continue;
		const at = start + match.index;
		return { start: at, end: at + match[0].length, kind: 'event', part: 'verb' };
	}
	return undefined;
}

/** The triggers of a sentence, in its order; none overlaps another. */
export function triggersIn(text: string, { start, end }: Span): Trigger[] {
	const sentence = writtenAt(text, { start, end });
	const found: Trigger[] = [];
	for (const { kind, part, find } of PATTERNS)
		for (const match of sentence.matchAll(find)) {
			const span = { start: start + match.index, end: start + match.index + match[0].length };
			if (!found.some((other) => other.start < span.end && span.start < other.end))
				found.push({ ...span, kind, part });
		}
	return found.sort((a, b) => a.start - b.start);
}
