/**
 * Parts of the world larger than a country, and waters, mountains and islands that no package names. What is made of
 * countries lies in their middle; the rest is placed by hand, to the half
 * degree or so, and says so in its source.
 */
import { middle } from './provinces.mjs';

/** By members, after the United Nations' M49 where it has the name. */
const MEMBERS = {
	'Western Africa|West Africa': 'BJ BF CV CI GM GH GN GW LR ML MR NE NG SN SL TG',
	'Eastern Africa|East Africa': 'BI DJ ER ET KE MG MW MZ RW SO SS TZ UG ZM ZW',
	'Central Africa|Middle Africa|Equatorial Africa': 'AO CM CF TD CG CD GQ GA',
	'Southern Africa': 'BW SZ LS NA ZA ZW MZ ZM',
	'Northern Africa|North Africa': 'DZ EG LY MA SD TN EH',
	'Maghreb|the Maghreb': 'DZ LY MA MR TN',
	'Horn of Africa': 'DJ ER ET SO',
	Sahel: 'BF TD ML MR NE SN SD',
	'Sub-Saharan Africa':
		'AO BJ BW BF BI CM CF TD CG CD CI ET GA GH GN KE LR MG MW ML MR MZ NA NE NG RW SN SL SO ZA SS SD TZ TG UG ZM ZW',
	'Middle East|Mideast|Near East': 'EG IR IQ IL JO KW LB OM PS QA SA SY AE YE TR BH',
	'Western Asia|West Asia': 'AM AZ BH CY GE IQ IL JO KW LB OM PS QA SA SY TR AE YE',
	Levant: 'IL JO LB PS SY',
	'Eastern Mediterranean': 'CY IL LB SY EG TR',
	'Arabian Peninsula|Arabia': 'BH KW OM QA SA AE YE',
	'South Caucasus|Transcaucasia|Southern Caucasus': 'AM AZ GE',
	'Central Asia': 'KZ KG TJ TM UZ',
	'Southern Asia|South Asia': 'AF BD BT IN MV NP PK LK',
	'Indian subcontinent': 'BD BT IN NP PK LK',
	'South-East Asia|Southeast Asia|Southeastern Asia': 'BN KH ID LA MY MM PH SG TH TL VN',
	Indochina: 'KH LA VN',
	'Eastern Asia|East Asia|Far East': 'CN JP KP KR MN TW',
	'Korean Peninsula|Korea': 'KP KR',
	'Western Europe|West Europe': 'AT BE FR DE LU NL CH',
	'Northern Europe|North Europe': 'DK EE FI IS IE LV LT NO SE GB',
	'Southern Europe': 'AL AD BA HR GR IT MT ME MK PT RS SI ES',
	'Eastern Europe|East Europe': 'BY BG CZ HU MD PL RO SK UA',
	'Central Europe': 'AT CZ DE HU LI PL SK SI CH',
	'South-East Europe|Southeastern Europe|Southeast Europe': 'AL BA BG HR GR XK MK ME RO RS',
	Balkans: 'AL BA BG HR XK MK ME RS GR',
	Scandinavia: 'DK NO SE',
	'Baltic states|Baltics': 'EE LV LT',
	Benelux: 'BE NL LU',
	'British Isles': 'GB IE',
	'Central America': 'BZ CR SV GT HN NI PA',
	'Latin America': 'AR BO BR CL CO CR CU DO EC SV GT HT HN MX NI PA PY PE UY VE',
	'Caribbean|West Indies': 'AG BS BB CU DM DO GD HT JM KN LC VC TT',
	'North America': 'CA US MX',
	'South America': 'AR BO BR CL CO EC GY PY PE SR UY VE',
	'Americas|the Americas': 'CA US MX AR BO BR CL CO EC GY PY PE SR UY VE GT HN NI',
	Africa:
		'AO BJ BW BF BI CM CF TD CG CD CI DZ EG ET GA GH GN KE LR LY MG MW MA ML MR MZ NA NE NG RW SN SL SO ZA SS SD TN TZ TG UG ZM ZW EH ER',
	Asia: 'AF AM AZ BD BT KH CN GE IN ID IR IQ IL JP JO KZ KW KG LA LB MY MN MM NP KP OM PK PH SA KR LK SY TW TJ TH TR TM AE UZ VN YE',
	Europe:
		'AL AT BY BE BA BG HR CZ DK EE FI FR DE GR HU IE IT LV LT LU MD ME NL MK NO PL PT RO RS SK SI ES SE CH UA GB',
	Oceania: 'AU NZ PG FJ SB VU',
	Melanesia: 'FJ PG SB VU NC',
	Polynesia: 'WS TO TV PF CK',
	Micronesia: 'FM KI MH NR PW GU'
};

/** name|other names: lat, lon, kind. By hand, approximate. */
const BY_HAND = `
Pacific Ocean|Pacific|the Pacific: 0, -160, feature
Atlantic Ocean|Atlantic|the Atlantic: 0, -30, feature
Indian Ocean: -20, 80, feature
Arctic Ocean|Arctic: 85, 0, feature
Southern Ocean|Antarctic Ocean: -65, 0, feature
Antarctica|Antarctic: -85, 0, region
North Atlantic: 40, -40, feature
South Atlantic: -25, -15, feature
North Pacific: 35, -170, feature
South Pacific: -25, -140, feature
Mediterranean Sea|Mediterranean: 35.5, 18, feature
Black Sea: 43.5, 34.5, feature
Sea of Azov|Azov Sea: 46, 36.5, feature
Caspian Sea|Caspian: 41.5, 50.5, lake
Aral Sea: 45, 60, lake
Dead Sea: 31.5, 35.5, lake
Baltic Sea|Baltic: 58.5, 20, feature
North Sea: 56, 3, feature
Norwegian Sea: 68, 2, feature
Barents Sea: 75, 40, feature
White Sea: 65.5, 37.5, feature
Kara Sea: 77, 77, feature
Irish Sea: 53.5, -5, feature
Celtic Sea: 50.5, -8, feature
English Channel: 50, -2, feature
Strait of Dover: 51, 1.5, feature
Bay of Biscay: 45.5, -4, feature
Adriatic Sea|Adriatic: 43, 15, feature
Aegean Sea|Aegean: 39, 25, feature
Ionian Sea: 38, 19, feature
Tyrrhenian Sea: 40, 12, feature
Ligurian Sea: 43.5, 9, feature
Sea of Marmara: 40.5, 28, feature
Bosphorus|Bosporus: 41.1, 29, feature
Dardanelles: 40.2, 26.4, feature
Red Sea: 20, 38.5, feature
Gulf of Aden: 12.5, 48, feature
Gulf of Aqaba: 28.8, 34.7, feature
Gulf of Oman: 25, 58, feature
Persian Gulf|Arabian Gulf: 26.5, 52, feature
Strait of Hormuz: 26.6, 56.5, feature
Arabian Sea: 15, 65, feature
Bay of Bengal: 15, 88, feature
Andaman Sea: 10, 96, feature
Strait of Malacca|Malacca Strait: 4, 100, feature
Gulf of Thailand: 9.5, 102, feature
South China Sea: 12, 113, feature
East China Sea: 30, 125, feature
Yellow Sea: 35, 123, feature
Taiwan Strait: 24.8, 119.9, feature
Sea of Japan|East Sea: 40, 135, feature
Sea of Okhotsk: 55, 150, feature
Bering Sea: 58, -178, feature
Bering Strait: 65.8, -169, feature
Philippine Sea: 20, 130, feature
Sulu Sea: 8, 120, feature
Celebes Sea: 3, 122, feature
Java Sea: -5, 110, feature
Banda Sea: -6, 127, feature
Timor Sea: -10, 127, feature
Arafura Sea: -9, 133, feature
Coral Sea: -18, 158, feature
Tasman Sea: -40, 160, feature
Gulf of Mexico: 25, -90, feature
Caribbean Sea: 15, -75, feature
Gulf of California: 28, -112, feature
Gulf of Alaska: 57, -144, feature
Gulf of Guinea: 0, 0, feature
Gulf of Tonkin: 20, 108, feature
Gulf of Carpentaria: -14, 139, feature
Hudson Bay: 60, -85, feature
Labrador Sea: 61, -56, feature
Baffin Bay: 73, -67, feature
Beaufort Sea: 72, -137, feature
Panama Canal: 9.1, -79.7, feature
Suez Canal: 30.6, 32.3, feature
Kerch Strait: 45.2, 36.6, feature
Caucasus|North Caucasus: 43, 44, region
Nagorno-Karabakh|Karabakh: 39.8, 46.75, region
Abkhazia: 43, 41, region
South Ossetia: 42.35, 44, region
Transnistria: 47, 29.5, region
Donbas|Donbass: 48.3, 38.3, region
Siberia: 60, 105, region
Anatolia: 39, 35, region
Kurdistan: 37, 43, region
Kashmir: 34.5, 76, region
Balochistan|Baluchistan: 28, 65, region
Punjab region: 31, 74, region
Swat Valley: 35.2, 72.4, region
Tibet: 31.5, 88.5, region
Manchuria: 44, 125, region
Sinai|Sinai Peninsula: 29.5, 34, region
Golan Heights: 33, 35.8, region
West Bank: 32, 35.3, region
Gaza Strip|Gaza: 31.4, 34.4, region
Nile Delta: 31, 31, region
Danube Delta: 45.1, 29.4, region
Mekong Delta: 10, 105.8, region
Niger Delta: 5, 6.5, region
Rift Valley: 0.5, 36, region
Western Sahara: 25, -13, region
Sahara: 23, 10, region
Amazon|Amazon basin|Amazonia: -4, -62, region
Patagonia: -44, -69, region
Andes: -15, -71, feature
Alps: 46.5, 9.5, feature
Pyrenees: 42.7, 1, feature
Carpathians: 47, 25.5, feature
Apennines: 43, 13, feature
Urals|Ural Mountains: 60, 59.5, feature
Himalayas|Himalaya: 29, 84, feature
Hindu Kush: 35.5, 71, feature
Rocky Mountains|Rockies: 43, -110, feature
Appalachians|Appalachian Mountains: 40, -78, feature
Sierra Nevada: 37.7, -119.3, feature
Iberia|Iberian Peninsula: 40, -4, region
Jutland: 56, 9.2, region
Lapland: 68, 25, region
Great Lakes: 45, -84, region
New England: 44, -71, region
Silicon Valley: 37.4, -122.05, region
Orange County: 33.7, -117.8, district
Bay Area|San Francisco Bay Area: 37.75, -122.3, region
San Fernando Valley: 34.2, -118.5, region
Central Valley: 37, -120, region
Pacific Northwest: 46, -121, region
Cape Cod: 41.7, -70.3, region
Florida Keys: 24.7, -81.2, region
Long Island: 40.8, -73.1, feature
Manhattan: 40.78, -73.97, district
Outback: -25, 132, region
Great Barrier Reef: -18.3, 147.7, feature
Borneo: 1, 114, feature
Sumatra: 0, 102, feature
Java: -7.5, 110, feature
Sulawesi: -2, 121, feature
Timor: -9.2, 125, feature
New Guinea: -5.5, 141, feature
Luzon: 16, 121, feature
Mindanao: 8, 125, feature
Visayas: 11, 123.5, region
Honshu: 36, 138, feature
Kyushu: 33, 131, feature
Shikoku: 33.7, 133.5, feature
Sakhalin: 51, 143, feature
Kamchatka: 56, 159, region
Crete: 35.2, 24.9, feature
Crimea: 45.3, 34.4, region
Gotland: 57.5, 18.5, feature
Isle of Wight: 50.7, -1.3, feature
Hispaniola: 19, -71, feature
Galapagos Islands|Galapagos: -0.5, -91, feature
Canary Islands: 28.1, -15.5, feature
Tierra del Fuego: -54, -69, region
Mount Everest|Everest: 27.99, 86.93, feature
Mount Fuji: 35.36, 138.73, feature
Mount Etna|Etna: 37.75, 14.99, feature
Vesuvius|Mount Vesuvius: 40.82, 14.43, feature
Mount Kilimanjaro|Kilimanjaro: -3.07, 37.36, feature
Mount Ararat: 39.7, 44.3, feature
Nile|River Nile|Nile River: 21, 31, feature
Danube|River Danube: 45, 24, feature
Rhine|River Rhine: 50, 8, feature
Volga|Volga River: 52, 47, feature
Euphrates: 34.5, 41.5, feature
Tigris: 34, 44, feature
Ganges: 25, 84, feature
Indus|Indus River: 29, 70.5, feature
Mekong|Mekong River: 16, 104, feature
Yangtze|Yangtze River: 30.5, 112, feature
Yellow River: 36, 108, feature
Amazon River: -3, -60, feature
Mississippi River: 36, -90, feature
Congo River: 0, 20, feature
Dnieper|Dnipro River: 49, 33, feature
Jordan River|River Jordan: 32, 35.55, feature
River Thames|Thames: 51.6, -0.7, feature
`;

/** @param {{ iso_a2: string, geonunit: string, parts: number[][] }[]} provinces */
export function regions(provinces) {
	const parts = new Map();
	for (const { iso_a2: country, parts: own } of provinces)
		parts.set(country, [...(parts.get(country) ?? []), ...own]);
	const made = Object.entries(MEMBERS).map(([names, members]) => {
		const list = names.split('|');
		const points = members.split(' ').flatMap((code) => parts.get(code) ?? []);
		return {
			name: list[0],
			names: list,
			at: middle(points),
			kind: 'region',
			country: '',
			source: 'Natural Earth'
		};
	});
	const placed = BY_HAND.trim()
		.split('\n')
		.map((line) => {
			const [names, rest] = line.split(': ');
			const [lat, lon, kind] = rest.split(', ');
			const list = names.split('|');
			return {
				name: list[0],
				names: list,
				at: [Number(lat), Number(lon)],
				kind,
				country: '',
				source: 'Dateline'
			};
		});
	return [...made, ...placed];
}

/** The larger lakes, by Natural Earth. */
export function lakes(require) {
	return require('mapeo-offline-map/dist/lakes.json')
		.features.filter(({ properties }) => properties.name)
		.map(({ geometry, properties: { name } }) => {
			const rings =
				geometry.type === 'Polygon'
					? [geometry.coordinates[0]]
					: geometry.coordinates.map((p) => p[0]);
			const points = rings.flat();
			const bare = name.replace(/^(Lake|L\.|Lago|Lac|Laguna|Lake of) (de |del |di )?/, '');
			const names = /^L\. /.test(name) ? [name.replace(/^L\. /, 'Lake ')] : [name];
			if (!/(reservoir|sea|see)\b/i.test(name)) names.push(`Lake ${bare}`, `${bare} Lake`);
			return {
				name: names[0],
				// A lake's name alone is as a rule another thing's.
				names: names.filter((each) => / /.test(each)),
				at: middle(points.map(([lon, lat]) => [lat, lon, 1])),
				kind: 'lake',
				country: '',
				source: 'Natural Earth'
			};
		})
		.filter(({ names }) => names.length > 0);
}
