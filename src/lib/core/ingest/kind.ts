import { fieldIn, withField } from '../draft/fields';
import { putting, type Edit } from '../draft/changes';
import { recordIn, type DraftFiles } from '../draft/files';
import { typesIn } from '../draft/listed';
import { ROLES, SYMBOLS, type EventType } from '../dossier/schema';
import { idFrom } from '../draft/new-record';
import { KINDS } from './events/kinds';

/** The type of a kind, with the id that a dossier may have it under: `troop-movement`. */
export function typeFor(kind: string): EventType {
	const known = KINDS.find(({ id }) => id === kind);
	if (known) {
		const { id, label, role, incident } = known;
		return { id, label, role, incident };
	}
	const id = idFrom(kind) || 'event';
	const words = id.replace(/-/g, ' ');
	const label = words.charAt(0).toUpperCase() + words.slice(1);
	return { id, label, role: 'word', incident: false };
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
