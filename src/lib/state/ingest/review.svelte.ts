import { createContext } from 'svelte';
import { putting, type Edit } from '../../core/draft/changes';
import { sameJson } from '../../core/draft/diff';
import { fieldIn, withField } from '../../core/draft/fields';
import { recordIn, type DraftFiles } from '../../core/draft/files';
import { merged } from '../../core/draft/merge';
import { accepting, takingBack } from '../../core/ingest/accept';
import type { Candidate } from '../../core/ingest/mention';
import { placeOf } from '../../core/ingest/place-record';
import {
	marked,
	proposalIn,
	proposalsIn,
	type Mark,
	type Proposal
} from '../../core/ingest/proposal';
import { proposed } from '../../core/ingest/propose';
import { merging, splitting } from '../../core/ingest/reshape';
import { precisionOfKind } from '../../core/place/precision';
import { Desk } from '../draft/desk.svelte';
import type { Draft } from '../draft/draft.svelte';
import type { KeptArticle, Progress } from './articles';

const EVENTS = 'events.geojson';
/** The first change of every review: what the article seems to report. It is not undone. */
const PROPOSED = 'what the article seems to report';

interface Opening {
	article: KeptArticle;
	/** The review's own draft, kept beside the dossier's: its files, and the proposals among them. */
	draft: Draft;
	/** The dossier's draft, which takes what is accepted. */
	target: Draft;
	onprogress?: ((progress: Progress) => void) | undefined;
}

/**
 * An article that is being reviewed: its drafts, what was decided of each, and which one is looked at. Whatever
 * is decided is a change of the review's own draft, so that it is kept and undone as any edit is; what is
 * accepted is, besides, one change of the dossier's draft.
 */
export class Review {
	readonly article: KeptArticle;
	/** Has the draft that is looked at open. */
	readonly desk: Desk;
	readonly target: Draft;
	readonly #onprogress: Opening['onprogress'];
	/** As the article gave them. */
	readonly #origin: DraftFiles;
	#hovered = $state.raw<string>();
	#last = $state.raw<string>();
	#editing = $state(false);
	#said = $state.raw('');
	#proposals = $derived.by(() => proposalsIn(this.desk.draft.files));

	constructor({ article, draft, target, onprogress }: Opening) {
		this.article = article;
		this.desk = new Desk(draft);
		this.target = target;
		this.#onprogress = onprogress;
		this.#origin = proposed(draft.baseFiles, article.reading, article.hash);
		if (draft.undoable === undefined && article.reading.drafts.length > 0) {
			const { edits } = merged(draft.files, this.#origin, draft.files);
			draft.change({ label: PROPOSED, edits });
		}
		this.#reopenLost();
		this.turnTo((this.#firstOpen() ?? this.proposals[0])?.id);
		this.#tellProgress();
	}

	/** In the order of the article. */
	get proposals(): readonly Proposal[] {
		return this.#proposals;
	}
	/** The draft that is looked at. */
	get current(): Proposal | undefined {
		const open = this.desk.open;
		const id = open?.file === EVENTS ? open.id : this.#last;
		return this.proposals.find((proposal) => proposal.id === id);
	}
	/** What is lit in article, list and map: what the pointer is on, else the one that is looked at. */
	get lit(): string | undefined {
		return this.#hovered ?? this.current?.id;
	}
	get hovered(): string | undefined {
		return this.#hovered;
	}
	/** The form of the one that is looked at is open. */
	get editing(): boolean {
		return this.#editing && this.current?.mark.decision === 'open';
	}
	/** What a screen reader is told next. */
	get said(): string {
		return this.#said;
	}
	get progress(): Progress {
		const all = this.proposals;
		return {
			reviewed: all.filter(({ mark }) => mark.decision !== 'open').length,
			drafts: all.length
		};
	}
	get accepted(): number {
		return this.proposals.filter(({ mark }) => mark.decision === 'accepted').length;
	}
	/** What `undo` takes back, in words. */
	get undoable(): string | undefined {
		const label = this.desk.draft.undoable;
		return label === PROPOSED ? undefined : label;
	}
	get redoable(): string | undefined {
		return this.desk.draft.redoable;
	}
	/** Whether a draft is no longer as the article gave it. */
	isEdited({ id, record }: Proposal): boolean {
		const origin = recordIn(this.#origin, EVENTS, id);
		return !sameJson(marked(record, undefined), origin && marked(origin, undefined));
	}
	/** What is to be mended in a draft before it can stand in a dossier. */
	toMend(id: string): number {
		return this.desk.draft.checked.notes.filter(
			({ file, feature }) => file === EVENTS && feature === id
		).length;
	}

	turnTo(id: string | undefined): void {
		this.#editing = false;
		this.#last = id;
		this.desk.turnTo(id === undefined ? undefined : { file: EVENTS, id });
	}
	hover(id: string | undefined): void {
		this.#hovered = id;
	}
	/** The next draft from the one that is looked at, or one before it; the ends hold. */
	step(by: 1 | -1): void {
		const ids = this.proposals.map(({ id }) => id);
		const at = ids.indexOf(this.current?.id ?? '');
		const next = ids[Math.min(Math.max(at + by, 0), ids.length - 1)];
		if (next !== undefined) this.turnTo(next);
	}
	edit(): void {
		const { current } = this;
		if (current?.mark.decision !== 'open') return;
		this.#last = current.id;
		this.#editing = true;
	}
	/** A draft under the hand of who edits it may be called otherwise by now. */
	keepUp(): void {
		const { open } = this.desk;
		if (open?.file === EVENTS) this.#last = open.id;
	}
	/** From a place or a source that was opened in the form, back to the draft's own. */
	backToDraft(): void {
		if (this.#last !== undefined) this.desk.turnTo({ file: EVENTS, id: this.#last });
	}
	/** The form is closed; what was typed stands. */
	rest(): void {
		const id = this.current?.id;
		this.#editing = false;
		this.desk.turnTo(id === undefined ? undefined : { file: EVENTS, id });
	}
	say(words: string): void {
		this.#said = words;
	}

	/** Puts a draft into the dossier. */
	accept(id: string): void {
		const found = proposalIn(this.#files, id);
		if (found?.mark.decision !== 'open') return;
		const joined = this.#put(id);
		if (joined === undefined) {
			this.say(`Not accepted: ${this.target.refusal}`);
			return;
		}
		this.#decided(
			id,
			joined ? `Accepted as a further claim: ${titleOf(found)}.` : `Accepted: ${titleOf(found)}.`
		);
	}
	reject(id: string): void {
		const found = proposalIn(this.#files, id);
		if (found?.mark.decision !== 'open') return;
		this.#mark(found, { decision: 'rejected' }, `rejecting “${titleOf(found)}”`);
		this.#decided(id, `Rejected: ${titleOf(found)}.`);
	}
	/** Takes a decision back: what was accepted leaves the dossier again. */
	reopen(id: string): void {
		const found = proposalIn(this.#files, id);
		if (!found || found.mark.decision === 'open') return;
		this.#takeOut(this.#files, id);
		this.#mark(found, { decision: 'open', as: undefined }, `taking back “${titleOf(found)}”`);
		this.turnTo(id);
		this.#told(`Open again: ${titleOf(found)}.`);
	}
	/** Whether an accepted draft becomes a claim on the event that it seems to be. */
	join(id: string, joins: boolean): void {
		const found = proposalIn(this.#files, id);
		if (found?.mark.decision !== 'open') return;
		this.#mark(found, { joins }, `what “${titleOf(found)}” becomes`);
	}
	/** @param at number of the first claim that goes to a draft of its own, from 1 */
	split(id: string, at = 1): void {
		const found = proposalIn(this.#files, id);
		if (found?.mark.decision !== 'open') return;
		const split = splitting(this.#files, id, at);
		if (!split) return;
		this.desk.draft.change({ label: `splitting “${titleOf(found)}”`, edits: split.edits });
		this.#told(`Split: ${titleOf(found)}. The second one follows it.`);
	}
	/** The draft after this one that can be merged with it. */
	nextOf(id: string): Proposal | undefined {
		const at = this.proposals.findIndex((proposal) => proposal.id === id);
		const next = this.proposals[at + 1];
		return at >= 0 && next?.mark.decision === 'open' ? next : undefined;
	}
	mergeWithNext(id: string): void {
		const found = proposalIn(this.#files, id);
		const next = this.nextOf(id);
		if (found?.mark.decision !== 'open' || !next) {
			this.say('There is no open draft after this one to merge it with.');
			return;
		}
		this.desk.draft.change({
			label: `merging “${titleOf(found)}” and “${titleOf(next)}”`,
			edits: merging(this.#files, id, next.id)
		});
		this.turnTo(id);
		this.#told(`Merged: ${titleOf(next)} is part of ${titleOf(found)}.`);
	}
	/** Takes another place that the name may stand for; undefined: none. */
	choosePlace(id: string, candidate: Candidate | undefined): void {
		const found = proposalIn(this.#files, id);
		if (found?.mark.decision !== 'open') return;
		const edits: Edit[] = [];
		let place: string | undefined;
		if (candidate) {
			const { language } = this.article.reading.article;
			const placed = placeOf(this.#files, candidate, found.mark.place?.text ?? '', language);
			place = placed.id;
			edits.push(...placed.edits);
		}
		let record: unknown = withField(found.record, 'properties.place', place);
		record = withField(
			record,
			'geometry',
			candidate ? { type: 'Point', coordinates: [candidate.lon, candidate.lat] } : null
		);
		record = withField(
			record,
			'properties.precision',
			candidate ? precisionOfKind(candidate.kind) : 'unknown'
		);
		edits.push(putting(this.#files, EVENTS, id, record));
		this.desk.draft.change({ label: `the place of “${titleOf(found)}”`, edits });
		this.#told(candidate ? `The place is ${candidate.name}.` : 'No place is named.');
	}

	undo(): void {
		const label = this.undoable;
		if (label === undefined) return;
		this.#through(() => this.desk.draft.undo());
		this.#told(`Undone: ${label}.`);
	}
	redo(): void {
		const label = this.redoable;
		if (label === undefined) return;
		this.#through(() => this.desk.draft.redo());
		this.#told(`Done again: ${label}.`);
	}

	get #files(): DraftFiles {
		return this.desk.draft.files;
	}
	#firstOpen(): Proposal | undefined {
		return this.proposals.find(({ mark }) => mark.decision === 'open');
	}

	/** Goes a step through the history; the dossier follows what is accepted then. */
	#through(move: () => void): void {
		const before = this.#files;
		const decided = acceptedIn(before);
		move();
		const now = acceptedIn(this.#files);
		for (const id of decided) if (!now.has(id)) this.#takeOut(before, id);
		for (const id of now)
			if (!decided.has(id)) {
				const { edits } = accepting(this.target.files, this.#files, this.desk.draft.baseFiles, id);
				this.target.change({ label: `accepting ${id} again`, edits });
			}
		const touched = [...this.proposals].find(
			({ id, record }) => !sameJson(record, recordIn(before, EVENTS, id))
		);
		if (touched) this.turnTo(touched.id);
		else if (!this.current) this.turnTo(this.proposals[0]?.id);
	}

	/** @returns whether it joined an event; undefined where the dossier refused it */
	#put(id: string): boolean | undefined {
		const found = proposalIn(this.#files, id);
		if (!found) return undefined;
		const { edits, event, joined } = accepting(
			this.target.files,
			this.#files,
			this.desk.draft.baseFiles,
			id
		);
		const label = `accepting “${titleOf(found)}”`;
		this.target.change({ label, edits });
		if (this.target.refusal) return undefined;
		this.#mark(found, { decision: 'accepted', as: event, joins: joined }, label);
		return joined;
	}
	#takeOut(files: DraftFiles, id: string): void {
		const edits = takingBack(this.target.files, this.target.baseFiles, files, id);
		this.target.change({ label: `taking back ${id}`, edits });
	}
	#mark({ id, record, mark }: Proposal, change: Partial<Mark>, label: string): void {
		const after = marked(record, { ...mark, ...change });
		this.desk.draft.change({ label, edits: [putting(this.#files, EVENTS, id, after)] });
	}

	/** What was accepted and has left the dossier since, by undo there or with its whole draft, is open again. */
	#reopenLost(): void {
		const edits = this.proposals.flatMap(({ id, record, mark }): Edit[] => {
			if (mark.decision !== 'accepted' || mark.as === undefined) return [];
			if (recordIn(this.target.files, EVENTS, mark.as) !== undefined) return [];
			const open = marked(record, { ...mark, decision: 'open', as: undefined });
			return [putting(this.#files, EVENTS, id, open)];
		});
		if (edits.length > 0)
			this.desk.draft.change({ label: 'what has left the dossier since', edits });
	}

	/** After a decision the next open one is looked at. */
	#decided(id: string, words: string): void {
		const at = this.proposals.findIndex((proposal) => proposal.id === id);
		const isOpen = ({ mark }: Proposal) => mark.decision === 'open';
		const next = this.proposals.slice(at + 1).find(isOpen) ?? this.#firstOpen();
		this.turnTo(next?.id ?? id);
		this.#told(words);
	}
	#told(words: string): void {
		const { reviewed, drafts } = this.progress;
		this.say(`${words} ${reviewed} of ${drafts} reviewed.`);
		this.#tellProgress();
	}
	#tellProgress(): void {
		this.#onprogress?.(this.progress);
	}
}

function acceptedIn(files: DraftFiles): Set<string> {
	return new Set(
		proposalsIn(files).flatMap(({ id, mark }) => (mark.decision === 'accepted' ? [id] : []))
	);
}

/** A draft's title, as it stands now. */
export function titleOf({ id, record }: Proposal): string {
	const title = fieldIn(record, 'properties.title');
	return typeof title === 'string' && title.trim() ? title : id;
}

export const [useReview, provideReview] = createContext<Review>();
