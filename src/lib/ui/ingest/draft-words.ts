import { parseWhen } from '../../core/date/when';
import { whenInWords } from '../../core/date/words';
import { fieldIn } from '../../core/draft/fields';
import { isObject, type DraftFiles } from '../../core/draft/files';
import { actorsIn, hemisphereIn, languagesIn, placesIn, typesIn } from '../../core/draft/listed';
import { PRECISIONS, STANCES, type EventType, type Passage } from '../../core/dossier/schema';
import type { Candidate } from '../../core/ingest/mention';
import type { Proposal } from '../../core/ingest/proposal';
import type { SymbolVariant } from '../../core/picture/symbols';
import { nameIn } from '../../core/place/names';
import { placeInWords } from '../../core/place/precision';
import { STANCE_WORDS } from '../words';

/** A claim of a draft in words. */
export interface ClaimWords {
	/** `Armenia denies`. */
	said: string;
	text: string;
	passage: Passage | undefined;
}

/** A draft in words, as its card has it. */
export interface DraftWords {
	title: string;
	/** With a capital: `13 May 2021`; undefined without a date that can be read. */
	when: string | undefined;
	place: string | undefined;
	/** It has a point on the map. */
	drawn: boolean;
	type: EventType;
	/** As its symbol is drawn on the map. */
	variant: SymbolVariant;
	claims: ClaimWords[];
}

export function draftInWords({ record, id }: Proposal, files: DraftFiles): DraftWords {
	const text = (path: string) => {
		const value = fieldIn(record, path);
		return typeof value === 'string' ? value : '';
	};
	const { main } = languagesIn(files);
	const when = parseWhen(text('properties.when'), hemisphereIn(files));
	const place = placesIn(files).find((place) => place.id === text('properties.place'));
	const precision = PRECISIONS.find((one) => one === text('properties.precision')) ?? 'unknown';
	const type = typesIn(files).find((type) => type.id === text('properties.type'));
	const found = fieldIn(record, 'properties.claims');
	const claims = Array.isArray(found) ? (found as unknown[]) : [];
	const all = (stance: string) =>
		claims.length > 0 && claims.every((claim) => fieldIn(claim, 'stance') === stance);
	return {
		title: text('properties.title') || id,
		when: when.ok ? capital(whenInWords(when.when)) : undefined,
		place: place && placeInWords(nameIn(place.names, main).name || place.id, precision),
		drawn: isObject(fieldIn(record, 'geometry')) && precision !== 'unknown',
		type: type ?? {
			id: text('properties.type'),
			label: text('properties.type') || 'No type',
			role: 'word',
			incident: false
		},
		variant: all('announces') ? 'planned' : all('denies') ? 'denied' : 'solid',
		claims: claims.map((claim) => claimInWords(claim, files, main))
	};
}

function claimInWords(claim: unknown, files: DraftFiles, language: string): ClaimWords {
	const by = fieldIn(claim, 'by');
	const actor = actorsIn(files).find(({ id }) => id === by);
	const name = actor ? nameIn(actor.names, language).name : '';
	const stance = STANCES.find((one) => one === fieldIn(claim, 'stance'));
	const text = fieldIn(claim, 'text');
	const passage = fieldIn(claim, 'passage');
	return {
		said: `${name || (typeof by === 'string' ? by : '')} ${stance ? STANCE_WORDS[stance] : ''}`.trim(),
		text: typeof text === 'string' ? text : '',
		passage: isObject(passage) ? (passage as unknown as Passage) : undefined
	};
}

/** How often drafts like this one are right, in words. @param confidence 0–1 */
export function confidenceInWords(confidence: number): string {
	const percent = `${Math.round(confidence * 100)} %`;
	if (confidence >= 0.85) return `Drafts like this are mostly right (${percent})`;
	if (confidence >= 0.65) return `Drafts like this are often right (${percent})`;
	if (confidence >= 0.4) return `Drafts like this are right about half the time (${percent})`;
	return `Drafts like this are often wrong (${percent})`;
}

/** A place that a name may stand for: `Lake Sevan, Armenia · lake`. */
export function candidateInWords({ name, kind, country, province }: Candidate): string {
	const where = [province, country && countryInWords(country)].filter(
		(part) => part !== undefined && part !== name
	);
	return `${[name, ...where].join(', ')}${kind ? ` · ${kind}` : ''}`;
}

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region' });

function countryInWords(code: string): string {
	try {
		return COUNTRIES.of(code) ?? code;
	} catch {
		return code;
	}
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
