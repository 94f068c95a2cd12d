const set = (words: string) => new Set(words.trim().split(/\s+/));

/** After these a name is as a rule a place. */
export const LOCATIVE = set(
	`in at near from to into outside inside around across throughout towards toward via within beyond off
	between through reach reached visit visited visiting leave left leaving entered entering southern northern
	eastern western central southeastern southwestern northeastern northwestern downtown neighbouring neighboring
	в во на из под около близ возле через`
);

/** `the city of X`. Before `of`. */
export const KIND_OF = set(
	`city town village district province state county capital island republic region port municipality suburb
	commune settlement prefecture governorate oblast territory resort kingdom emirate parish township outskirts
	north south east west northeast northwest southeast southwest part parts area areas coast streets people
	residents citizens parliament government isle gulf bay valley peninsula community border borders hamlet centre center`
);

/** Words that stand behind a place's name, and are part of it when they have a capital. */
export const HEADS = set(
	`county counties province provinces state states district districts region regions prefecture prefectures governorate
	governorates oblast oblasts parish parishes canton municipality municipalities territory
	territories rayon raion marz krai okrug voivodeship shire borough township townships village villages town towns
	city island islands isle isles river rivers lake lakes bay gulf sea strait straits channel ocean valley mountain
	mountains hills desert peninsula archipelago delta basin plateau forest canyon falls glacier reef coast corridor
	enclave airport port harbour harbor canal bridge dam heights highlands plains proving beach creek`
);

/** Heads that several names share: `Lachin and Kalbajar districts`. */
export const SHARED = set(
	`counties provinces states districts regions prefectures governorates oblasts parishes municipalities territories
	townships villages towns cities islands rivers lakes mountains`
);

/** Words that stand before a place's name and are part of it. */
export const FRONTS = set(
	'lake mt ft port cape camp isle gulf bay st san santa santo al el greater north south east west northern southern eastern western central upper lower'
);

/** With a place's name before them they are no place. */
export const BODIES = set(
	`university college school institute academy times post herald tribune gazette journal news newspaper star sun
	telegraph guardian mirror chronicle globe examiner mercury courier observer review daily press radio television tv
	hospital clinic zoo museum library theatre theater orchestra symphony opera stadium arena airlines airways airline
	bank exchange club united fc athletic rovers rangers wanderers league cup games olympics marathon open festival
	prize award forum summit agreement agreements treaty accord accords conference convention declaration protocol
	process group corporation corp company inc ltd plc party foundation trust association society church cathedral
	hotel tower palace electric motors petroleum oil gas energy power railways railway studios records pictures
	street road avenue boulevard lane drive zoological medical research laboratory laboratories sox yankees`
);

/** Before `of X` they are no place: `University of X`. */
export const BODIES_OF = set(
	`university bank college institute school academy church archbishop bishop duke duchess earl prince princess
	marquess baron count countess lord lady voice radio treaty declaration battle museum archdiocese diocese convention order bishopric`
);

export const TITLES = set(
	`mr mrs ms miss dr prof professor president minister premier chancellor senator sen representative rep governor gov
	mayor general gen colonel col captain capt lieutenant lt sergeant sgt major maj admiral commander cmdr officer
	inspector constable detective superintendent sheriff marshal judge justice sir dame lord lady king queen prince princess pope
	cardinal bishop archbishop reverend rev father imam sheikh ayatollah rabbi secretary ambassador spokesman
	spokeswoman spokesperson chairman chairwoman chairperson chief director commissioner councillor councilman congressman
	congresswoman lawmaker deputy coach doctor dean attorney pastor emperor sultan emir      `
);

/** Small words inside a person's name. */
export const PARTICLES = set(
	'de la del der den van von da di dos bin ibn al el ul abu ben ter ten du le'
);

export const SPEECH = set(
	`discussed met called confirmed announced denied said says told added adds asked stated explained noted insisted argued wrote claimed commented replied
	recalled testified stressed tweeted joked concluded warned`
);

/** Capitalised, but no name that a place's name could be part of. */
export const LOOSE = set(
	`the a an more less other others another each any much few if then once in on at of to from for and or but by with as after before since until while when where if although
	though because however meanwhile also both all most many some several this that these those it its he she they we his
	her their our i you there here what who which how why not no yes according during through over under into
	across near between among around about against like unlike despite besides only even still then now today yesterday tomorrow
	monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
	september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun
	spring summer autumn winter fall north south east west northern southern eastern western central downtown greater
	mainland metropolitan upper lower inner outer modern ancient northeast northwest southeast southwest
	northeastern northwestern southeastern southwestern nearby neighbouring neighboring former state city county
	province region district town village island capital republic kingdom new old`
);

/** Small words inside a place's name. */
export const INNER = set(
	'of the and de la las los le les du des del da do dos das di el al an am im en sur upon on under e y et'
);

/** Behind a country's or a province's name: a body of it that has no name of its own. */
export const OFFICES = set(
	`department ministry government army navy air force marine marines national federal health public agriculture
	agricultural senate senator senators house congress congressman congresswoman assembly legislature parliament
	president prime minister foreign defence defense interior governor gov supreme court attorney general secretary state
	environmental education police military coast guard embassy consulate ambassador official officials centers
	centres center food postal service republican republicans democrat democrats democratic food security border
	chief mission delegation team representative republic constitution independence immigration customs`
);

/** Says where, and is no name: `Western`, `North`. */
export const DIRECTIONS = set(
	`north south east west northern southern eastern western central northeast northwest southeast southwest
	northeastern northwestern southeastern southwestern upper lower middle inner outer greater mid`
);

/** Behind a place's name in small letters: what is called after the place, and is not there. */
export const NAMESAKES = set(
	'virus viruses ebolavirus fever flu influenza disease syndrome strain'
);
