/** The outlets that VIINA reads, by its short names: their names, and the hosts of their own pages. */
const OUTLETS: Record<string, readonly [name: string, ...hosts: string[]]> = {
	'24tvua': ['24 Kanal', '24tv.ua'],
	espreso: ['Espreso', 'espreso.tv'],
	forbesua: ['Forbes Ukraine', 'forbes.ua'],
	interfaxua: ['Interfax-Ukraine', 'interfax.com.ua'],
	kp: ['Komsomolskaya Pravda', 'kp.ru'],
	liga: ['LIGA.net', 'liga.net'],
	liveuamap: ['Live Universal Awareness Map', 'liveuamap.com'],
	meduza: ['Meduza', 'meduza.io'],
	militarnyy: ['Militarnyi', 'mil.in.ua'],
	mz: ['Mediazona', 'zona.media'],
	ng: ['Nezavisimaya Gazeta', 'ng.ru'],
	ntv: ['NTV', 'ntv.ru'],
	nv: ['NV', 'nv.ua'],
	pravdaua: ['Ukrainska Pravda', 'pravda.com.ua', 'epravda.com.ua', 'eurointegration.com.ua'],
	ria: ['RIA Novosti', 'ria.ru'],
	unian: ['UNIAN', 'unian.ua', 'unian.net', 'unian.info']
};

const BY_HOST = new Map(
	Object.entries(OUTLETS).flatMap(([short, [, ...hosts]]) => hosts.map((host) => [host, short]))
);

/** An outlet's name; its short name where VIINA has added it since. */
export function outletName(short: string): string {
	return Object.hasOwn(OUTLETS, short) ? (OUTLETS[short]?.[0] ?? short) : short;
}

/** Short name of the outlet whose page stands at a host such as `www.pravda.com.ua`. */
export function outletAt(host: string): string | undefined {
	let rest = host;
	while (rest.includes('.')) {
		const short = BY_HOST.get(rest);
		if (short) return short;
		rest = rest.slice(rest.indexOf('.') + 1);
	}
	return undefined;
}

/**
 * VIINA's categories of events in our words, in the order in which one is chosen as the type where a report is in
 * several: what happened before what it led to.
 */
export const CATEGORIES: readonly (readonly [code: string, label: string])[] = [
	['airstrike', 'Air strike'],
	['airalert', 'Air raid alert'],
	['uav', 'Unmanned aerial vehicle'],
	['aad', 'Anti-air defence'],
	['artillery', 'Shelling or rockets'],
	['armor', 'Tanks'],
	['firefight', 'Exchange of gunfire'],
	['ied', 'Explosive device or explosion'],
	['raid', 'Raid'],
	['control', 'Claim of territorial control'],
	['occupy', 'Occupation of territory or a building'],
	['arrest', 'Arrest or detention'],
	['hospital', 'Attack on a hospital or humanitarian convoy'],
	['hospitals', 'Attack on a hospital or humanitarian convoy'],
	['cyber', 'Cyber operation'],
	['property', 'Destruction of property or infrastructure'],
	['milcas', 'Military casualties'],
	['civcas', 'Civilian casualties'],
	['retreat', 'Retreat'],
	['deport', 'Deportation'],
	['mil', 'War or military operations'],
	['san', 'Sanctions'],
	['nmil', 'Not about military operations']
];

/** Who began it, as VIINA’s classifier has it. */
export const INITIATORS: readonly (readonly [column: string, name: string])[] = [
	['a_rus', 'Russian or Russian-aligned armed forces'],
	['a_ukr', 'Ukrainian or Ukrainian-aligned armed forces'],
	['a_civ', 'Civilians'],
	['a_other', 'Third parties']
];
