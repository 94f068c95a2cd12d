import { fieldIn, withField } from '../draft/fields';
import { putting, type Edit } from '../draft/changes';
import { recordIn, type DraftFiles } from '../draft/files';
import { typesIn } from '../draft/listed';
import { ROLES, SYMBOLS, type EventType } from '../dossier/schema';
import { idFrom } from '../draft/new-record';

/** What a kind of event is called, and how it is drawn, where a dossier has no type of it. */
const KINDS: Record<string, Pick<EventType, 'label' | 'role'> & { incident?: true }> = {
	clash: { label: 'Fighting', role: 'armed', incident: true },
	shelling: { label: 'Fire and shelling', role: 'armed', incident: true },
	attack: { label: 'Attack', role: 'armed', incident: true },
	'troop-movement': { label: 'Troop movement', role: 'movement', incident: true },
	talks: { label: 'Talks and meetings', role: 'diplomacy' },
	visit: { label: 'Visit', role: 'diplomacy' },
	statement: { label: 'Statement', role: 'word' },
	appeal: { label: 'Appeal', role: 'word' },
	agreement: { label: 'Agreement', role: 'agreement' }
};

/** The type of a kind, with the id that a dossier may have it under: `troop-movement`. */
export function typeFor(kind: string): EventType {
	const id = idFrom(kind) || 'event';
	const words = id.replace(/-/g, ' ');
	const known = KINDS[id] ?? {
		label: words.charAt(0).toUpperCase() + words.slice(1),
		role: 'word'
	};
	return { id, incident: false, ...known };
}

/** Adds types to `dossier.json` that it does not have; nothing where it has them all. */
export function addingTypes(files: DraftFiles, types: readonly EventType[]): Edit[] {
	const known = new Set(typesIn(files).map(({ id }) => id));
	const added = types.filter(({ id }) => !known.has(id));
	if (added.length === 0) return [];
	const header = recordIn(files, 'dossier.json', '') ?? {};
	const list = fieldIn(header, 'types');
	const all = [...(Array.isArray(list) ? (list as unknown[]) : []), ...added.map(asWritten)];
	return [putting(files, 'dossier.json', '', withField(header, 'types', all))];
}

/** Without what the format takes for granted. */
function asWritten({ id, label, role, symbol, incident }: EventType): object {
	return {
		id,
		label,
		role: ROLES.find((known) => known === role) ?? 'word',
		...(symbol && SYMBOLS.includes(symbol) && { symbol }),
		...(incident && { incident })
	};
}
