import type { Role } from '../../dossier/roles';

/** Words that a type of event is told by, where a table has types of its own; what none fits is `word`. */
const WORDS: readonly (readonly [role: Role, words: readonly string[]])[] = [
	['agreement', ['agreement', 'ceasefire', 'truce', 'treaty', 'accord']],
	['diplomacy', ['talks', 'meeting', 'visit', 'negotiation', 'summit', 'diplom']],
	[
		'armed',
		[
			'battle',
			'clash',
			'attack',
			'shelling',
			'strike',
			'explosion',
			'violence',
			'fighting',
			'fire',
			'bomb',
			'raid',
			'conflict',
			'killing'
		]
	],
	[
		'movement',
		[
			'movement',
			'protest',
			'march',
			'riot',
			'demonstration',
			'displacement',
			'retreat',
			'earthquake'
		]
	]
];

export function roleOf(label: string): Role {
	const small = label.toLowerCase();
	return WORDS.find(([, words]) => words.some((word) => small.includes(word)))?.[0] ?? 'word';
}
