import type { Role } from '../../dossier/schema';

/** What sort of event a draft is. Ids that the shipped dossier has for its types are the same here. */
export interface Kind {
	id: string;
	/** What it is called, as a type of a dossier: `Fire and shelling`. */
	label: string;
	/** In a title, before a place or names: `Shelling`. */
	noun: string;
	/** Colour role of a dossier's type. */
	role: Role;
	/**
	 * Kinds of one family may be the same event in other words: a clash is a battle. `word` events are told
	 * apart by who acts, all others by where and when.
	 */
	family:
		| 'armed'
		| 'movement'
		| 'meeting'
		| 'word'
		| 'pact'
		| 'hazard'
		| 'accident'
		| 'crowd'
		| 'law'
		| 'poll'
		| 'relief'
		| 'health';
	/** Something that happens at a place, rather than something said, agreed or met about. */
	incident: boolean;
}

const kind = (
	id: string,
	label: string,
	noun: string,
	family: Kind['family'],
	role: Role,
	incident = true
): Kind => ({ id, label, noun, role, family, incident });

export const KINDS: readonly Kind[] = [
	kind('war', 'War', 'War', 'armed', 'armed'),
	kind('clash', 'Fighting', 'Fighting', 'armed', 'armed'),
	kind('shelling', 'Fire and shelling', 'Shelling', 'armed', 'armed'),
	kind('attack', 'Attack', 'Attack', 'armed', 'armed'),
	kind('troop-movement', 'Troop movement', 'Troop movement', 'movement', 'movement'),
	kind('withdrawal', 'Pull-back', 'Pull-back', 'movement', 'movement'),
	kind('peacekeepers', 'Peacekeepers', 'Peacekeepers', 'movement', 'movement'),
	kind('handover', 'Handover of territory', 'Handover', 'pact', 'agreement'),
	kind('prisoners', 'Prisoners', 'Prisoners', 'law', 'word', false),
	kind('talks', 'Talks and meetings', 'Talks', 'meeting', 'diplomacy', false),
	kind('call', 'Telephone call', 'Telephone call', 'meeting', 'diplomacy', false),
	kind('visit', 'Visit', 'Visit', 'meeting', 'diplomacy', false),
	kind('forum', 'Public appearance', 'Appearance', 'meeting', 'word', false),
	kind('session', 'Session', 'Session', 'meeting', 'word', false),
	kind('proposal', 'Proposal', 'Proposal', 'word', 'diplomacy', false),
	kind('appeal', 'Appeal', 'Appeal', 'word', 'word', false),
	kind('statement', 'Statement', 'Statement', 'word', 'word', false),
	kind('agreement', 'Agreement', 'Agreement', 'pact', 'agreement', false),
	kind('ceasefire', 'Cease-fire or end of fighting', 'Cease-fire', 'pact', 'agreement', false),
	kind('flood', 'Flood', 'Flooding', 'hazard', 'movement'),
	kind('storm', 'Storm', 'Storm', 'hazard', 'movement'),
	kind('earthquake', 'Earthquake', 'Earthquake', 'hazard', 'movement'),
	kind('landslide', 'Landslide', 'Landslide', 'hazard', 'movement'),
	kind('wildfire', 'Wildfire', 'Wildfire', 'hazard', 'movement'),
	kind('eruption', 'Volcanic eruption', 'Eruption', 'hazard', 'movement'),
	kind('drought', 'Drought or heat', 'Drought or heat', 'hazard', 'movement'),
	kind('fire', 'Fire', 'Fire', 'accident', 'armed'),
	kind('explosion', 'Explosion', 'Explosion', 'accident', 'armed'),
	kind('accident', 'Accident', 'Accident', 'accident', 'armed'),
	kind('collapse', 'Collapse of a building', 'Collapse', 'accident', 'armed'),
	kind('protest', 'Protest', 'Protest', 'crowd', 'word'),
	kind('strike', 'Strike', 'Strike', 'crowd', 'word'),
	kind('riot', 'Riot', 'Riot', 'crowd', 'armed'),
	kind('arrest', 'Arrest', 'Arrests', 'law', 'word'),
	kind('trial', 'Trial and verdict', 'Court case', 'law', 'word'),
	kind('election', 'Election or vote', 'Vote', 'poll', 'diplomacy', false),
	kind('appointment', 'Office taken or left', 'Change of office', 'poll', 'diplomacy', false),
	kind('evacuation', 'Evacuation or flight', 'Evacuation', 'relief', 'movement'),
	kind('rescue', 'Rescue and aid', 'Rescue and aid', 'relief', 'movement'),
	kind('closure', 'Closure or emergency', 'Closure or emergency', 'relief', 'movement'),
	kind('outbreak', 'Outbreak of a disease', 'Outbreak', 'health', 'armed'),
	kind('incident', 'Casualties', 'Casualties', 'accident', 'armed'),
	kind('event', 'Other event', 'Event', 'accident', 'word')
];

const BY_ID = new Map(KINDS.map((one) => [one.id, one]));

/** A kind by its id. Throws where there is none. */
export function kindOf(id: string): Kind {
	const found = BY_ID.get(id);
	if (!found) throw new Error(`A kind of event is expected; “${id}” is none.`);
	return found;
}
