/**
 * Names that the Natural Earth file lacks or has wrong, by its `adm1_code`. Written by hand from each place's published
 * names; where two peoples name a place differently, both stand, the own country's official form first in its language.
 * A code given here replaces a wrong or ambiguous ISO 3166-2 code.
 */
export const ADMIN_FIXES = {
	// The file calls this polygon "Lankaran" (AZ-LAN) and "Shusha"; its shape and its GeoNames id are Lachin district's.
	'AZE-1735': {
		id: 'AZ-LAC',
		en: ['Lachin'],
		az: ['Laçın'],
		hy: ['Լաչին', 'Քաշաթաղ'],
		ru: ['Лачинский район']
	},
	'AZE-1682': { en: ['Kalbajar'], az: ['Kəlbəcər'], hy: ['Քելբաջար', 'Քարվաճառ'] },
	'AZE-1736': { en: ['Qubadli', 'Gubadly'], az: ['Qubadlı'], hy: ['Կուբաթլի', 'Կովսական'] },
	'AZE-1740': { en: ['Zangilan'], az: ['Zəngilan'], hy: ['Զանգելան'] },
	'AZE-1699': { en: ['Jabrayil'], az: ['Cəbrayıl'], hy: ['Ջաբրայիլ'] },
	'AZE-1702': { en: ['Fuzuli'], az: ['Füzuli'], hy: ['Ֆիզուլի'] },
	'AZE-1691': { en: ['Aghdam', 'Agdam'], az: ['Ağdam'], hy: ['Աղդամ'] },
	'AZE-1738': { en: ['Tartar', 'Terter'], az: ['Tərtər'], hy: ['Թարթառ'] },
	'AZE-1737': { en: ['Shusha', 'Shushi'], az: ['Şuşa'], hy: ['Շուշի'], ru: ['Шушинский район'] },
	'AZE-5565': {
		id: 'AZ-SUS-city',
		en: ['Shusha', 'Shushi'],
		az: ['Şuşa'],
		hy: ['Շուշի'],
		ru: ['Шуша'],
		city: true
	},
	'AZE-1739': { en: ['Khojaly', 'Khojali'], az: ['Xocalı'], hy: ['Խոջալու', 'Ասկերան'] },
	'AZE-1734': { en: ['Khojavend'], az: ['Xocavənd'], hy: ['Խոջավենդ', 'Մարտունի'] },
	'AZE-4838': {
		en: ['Khankendi', 'Stepanakert'],
		az: ['Xankəndi'],
		hy: ['Ստեփանակերտ'],
		ru: ['Степанакерт', 'Ханкенди'],
		city: true
	},
	'AZE-1707': { id: 'AZ-LAN', en: ['Lankaran'], az: ['Lənkəran'], ru: ['Ленкоранский район'] },
	'AZE-5562': { id: 'AZ-LA', en: ['Lankaran'], az: ['Lənkəran'], ru: ['Ленкорань'] },
	'AZE-1688': { id: 'AZ-YEV', en: ['Yevlakh'], az: ['Yevlax'] },
	'AZE-5566': { id: 'AZ-YE', en: ['Yevlakh'], az: ['Yevlax'] },
	'AZE-1727': { id: 'AZ-SAK', en: ['Shaki', 'Sheki'], az: ['Şəki'] },
	'AZE-5564': { id: 'AZ-SA', en: ['Shaki', 'Sheki'], az: ['Şəki'] },
	'AZE-2422': { id: 'AZ-NV', en: ['Nakhchivan'], az: ['Naxçıvan'], hy: ['Նախիջևան'] },
	'AZE-2419': { en: ['Sharur'], az: ['Şərur'], hy: ['Շարուր'] },
	'AZE-2415': { en: ['Sadarak'], az: ['Sədərək'], hy: ['Սադարակ'] },
	'AZE-5567': { en: ['Kangarli'], az: ['Kəngərli'], ru: ['Кенгерлинский район'] },
	'AZE-2420': { en: ['Babek'], az: ['Babək'] },
	'AZE-2423': { en: ['Shahbuz'], az: ['Şahbuz'], hy: ['Շահբուզ'] },
	'AZE-2421': { en: ['Julfa'], az: ['Culfa'], hy: ['Ջուլֆա', 'Ջուղա'] },
	'AZE-2418': { en: ['Ordubad'], az: ['Ordubad'], hy: ['Օրդուբադ'] },
	'AZE-1678': { en: ['Gadabay'], az: ['Gədəbəy'], hy: ['Գետաբեկ'] },
	'AZE-1677': { en: ['Dashkasan'], az: ['Daşkəsən'], hy: ['Դաշքեսան'] },
	'AZE-1680': { en: ['Goygol'], az: ['Göygöl', 'Xanlar'] },
	'AZE-1681': { en: ['Goranboy'], az: ['Goranboy'], hy: ['Գորանբոյ', 'Շահումյան'] },
	'AZE-1684': { en: ['Qazakh', 'Gazakh'], az: ['Qazax'], hy: ['Ղազախ'] },
	'AZE-1676': { en: ['Aghstafa', 'Agstafa'], az: ['Ağstafa'], hy: ['Աղստաֆա'] },
	'AZE-1687': { en: ['Tovuz'], az: ['Tovuz'], hy: ['Թովուզ'] },
	'AZE-1701': { en: ['Shabran'], az: ['Şabran', 'Dəvəçi'] },
	'AZE-1708': { en: ['Masally'], az: ['Masallı'] },
	'AZE-1717': { en: ['Sumqayit', 'Sumgait'], az: ['Sumqayıt'] },
	'AZE-1694': { en: ['Hajigabul'], az: ['Hacıqabul'] },
	'AZE-5563': { en: ['Shirvan'], az: ['Şirvan'] },
	'AZE-1692': { en: ['Aghdash', 'Agdash'], az: ['Ağdaş'] },
	'AZE-1693': { en: ['Aghsu', 'Agsu'], az: ['Ağsu'] },
	'AZE-1716': { en: ['Shamakhi'], az: ['Şamaxı'] },
	'AZE-1689': { en: ['Baku'], az: ['Bakı'], hy: ['Բաքու'], ru: ['Баку'] },
	'AZE-1679': { en: ['Ganja'], az: ['Gəncə'], hy: ['Գանձակ'] },
	'AZE-1723': { az: ['Balakən'] },
	'ARM-1675': { en: ['Yerevan'], az: ['İrəvan'] },
	'ARM-1672': { en: ['Gegharkunik'], az: ['Geğarkunik'] },
	'ARM-1674': { en: ['Lori'], az: ['Lori'] },
	'ARM-1732': { en: ['Syunik'], az: ['Sünik'] },
	'ARM-1733': { en: ['Vayots Dzor'], az: ['Vayots Dzor'] },
	'ARM-1670': { en: ['Tavush'], az: ['Tavuş'] },
	'ARM-1671': { en: ['Ararat'], az: ['Ararat'] },
	'ARM-1673': { en: ['Kotayk'], az: ['Kotayk'] },
	'ARM-1555': { en: ['Shirak'], az: ['Şirak'] },
	'ARM-1554': { en: ['Armavir'], az: ['Armavir'] },
	'ARM-1553': { en: ['Aragatsotn'], az: ['Araqatsotn'] }
};

/** The autonomous republic, dissolved from its districts: events are often placed no finer. */
export const NAKHCHIVAN = {
	id: 'AZ-NX',
	members: [
		'AZE-2415',
		'AZE-2418',
		'AZE-2419',
		'AZE-2420',
		'AZE-2421',
		'AZE-2422',
		'AZE-2423',
		'AZE-5567'
	],
	names: {
		en: ['Nakhchivan', 'Nakhichevan'],
		az: ['Naxçıvan Muxtar Respublikası', 'Naxçıvan'],
		hy: ['Նախիջևան'],
		ru: ['Нахичевань', 'Нахичеванская Автономная Республика']
	}
};
