/** Names of waters, by hand; the data of GSHHG has none. Points are [lon, lat] in degrees. */

/** `via`: points along the river from its upper end to its mouth, within 25 km of the line; null where a lake lies between. GSHHG has none of the smaller
 * rivers of Armenia and Karabakh (Vorotan, Hakari, Tartar, Arpa, Hrazdan, Debed): they cannot be drawn from it. */
export const RIVERS = [
	{
		rank: 1,
		names: { en: ['Kura'], hy: ['Կուր'], az: ['Kür'], ru: ['Кура'] },
		via: [
			[42.75, 40.75],
			[43.6, 41.9],
			[44.85, 41.65],
			[46.4, 40.98],
			null,
			[47.05, 40.75],
			[48.45, 40.02],
			[49.35, 39.35]
		]
	},
	{
		rank: 1,
		names: { en: ['Aras', 'Araks'], hy: ['Արաքս'], az: ['Araz'], ru: ['Аракс'] },
		via: [
			[41.5, 39.95],
			[43.65, 40.1],
			[44.8, 39.7],
			[45.6, 38.95],
			[46.5, 38.88],
			[47.9, 39.7]
		]
	},
	{
		rank: 1,
		names: { en: ['Terek'], ru: ['Терек'] },
		via: [
			[44.1, 43.6],
			[45.5, 43.7],
			[46.8, 43.75]
		]
	},
	{
		rank: 2,
		names: { en: ['Akhuryan'], hy: ['Ախուրյան'], az: ['Arpaçay'], ru: ['Ахурян'] },
		via: [
			[43.7, 40.95],
			[43.75, 40.5],
			[43.65, 40.1]
		]
	},
	{
		rank: 1,
		names: { en: ['Tigris'], ru: ['Тигр'] },
		via: [
			[40.2, 38.0],
			[41.8, 37.6],
			[43.0, 36.4]
		]
	},
	{
		rank: 1,
		names: { en: ['Euphrates'], ru: ['Евфрат'] },
		via: [
			[40.3, 39.75],
			[38.8, 39.0],
			[38.2, 37.2]
		]
	},
	{
		rank: 1,
		names: { en: ['Çoruh', 'Chorokhi'], ru: ['Чорох'] },
		via: [
			[40.5, 40.35],
			[41.6, 40.9],
			[41.6, 41.6]
		]
	},
	{
		rank: 1,
		names: { en: ['Sefid-Rud'], ru: ['Сефидруд'] },
		via: [
			[48.0, 37.0],
			[49.2, 36.8],
			[49.85, 37.3]
		]
	}
];

/** `at`: a point in the lake, where its label goes. `ellipseKm` [long axis, short axis, bearing]: not in the data. */
export const LAKES = [
	{
		at: [45.35, 40.3],
		names: {
			en: ['Lake Sevan'],
			hy: ['Սևանա լիճ'],
			az: ['Göyçə gölü', 'Sevan gölü'],
			ru: ['Севан']
		}
	},
	{
		at: [43.0, 38.63],
		names: { en: ['Lake Van'], hy: ['Վանա լիճ'], az: ['Van gölü'], ru: ['Ван'] }
	},
	{
		at: [45.45, 37.65],
		names: { en: ['Lake Urmia'], hy: ['Ուրմիա լիճ'], az: ['Urmiya gölü'], ru: ['Урмия'] }
	},
	{
		at: [46.75, 40.88],
		names: {
			en: ['Mingachevir Reservoir'],
			hy: ['Մինգեչաուրի ջրամբար'],
			az: ['Mingəçevir su anbarı'],
			ru: ['Мингечевирское водохранилище']
		}
	},
	{
		at: [43.22, 41.08],
		names: { en: ['Lake Çıldır'], hy: ['Չլդըր լիճ'], az: ['Çıldır gölü'], ru: ['Чылдыр'] }
	},
	{
		at: [43.66, 41.05],
		names: { en: ['Lake Arpi'], hy: ['Արփի լիճ'], az: ['Arpagöl'], ru: ['Арпи'] }
	},
	{
		at: [45.1, 39.13],
		names: {
			en: ['Aras Reservoir'],
			hy: ['Արաքսի ջրամբար'],
			az: ['Araz su anbarı'],
			ru: ['Аракское водохранилище']
		}
	},
	{
		// GSHHG has no Lake Sev. Centre and size (about 1.6 by 1.2 km) as published; the shape is an ellipse for want of one.
		at: [46.2311, 39.5981],
		ellipseKm: [1.6, 1.2, 90],
		names: { en: ['Lake Sev'], hy: ['Սև լիճ'], az: ['Qaragöl'], ru: ['Севлич'] }
	}
];
