import type { Span } from './article';

/** A stretch of text that something was read from. */
export interface MentionSpan extends Span {
	kind: 'date' | 'place';
}

/** A passage of an article, by the draft that it is of. */
export interface PassageSpan extends Span {
	draft: string;
}

/** A piece of a paragraph of one kind; without one it is only words. */
export interface Piece {
	text: string;
	kind?: MentionSpan['kind'];
}

/** Pieces one after the other of the same passages. */
export interface Run {
	/** Where it begins in the text. */
	start: number;
	/** The drafts whose passages it is part of, each once; none for what is of no draft. */
	drafts: string[];
	pieces: Piece[];
}

/**
 * A paragraph cut where passages and mentions begin and end, so that each piece is all of one kind. Passages may
 * overlap, and so may mentions: of those the first counts.
 * @param block offsets are in `text`
 */
export function runsOf(
	text: string,
	block: Span,
	passages: readonly PassageSpan[],
	mentions: readonly MentionSpan[]
): Run[] {
	const within = <T extends Span>(spans: readonly T[]) =>
		spans.filter(({ start, end }) => start < block.end && end > block.start && start < end);
	const [over, named] = [within(passages), within(mentions)];
	const cuts = new Set([block.start, block.end]);
	for (const { start, end } of [...over, ...named])
		for (const at of [start, end]) if (at > block.start && at < block.end) cuts.add(at);
	const edges = [...cuts].sort((a, b) => a - b);
	const runs: Run[] = [];
	edges.slice(0, -1).forEach((start, i) => {
		const end = edges[i + 1] as number;
		const covers = (span: Span) => span.start <= start && span.end >= end;
		const drafts = [...new Set(over.filter(covers).map(({ draft }) => draft))];
		const kind = named.find(covers)?.kind;
		const piece = { text: text.slice(start, end), ...(kind && { kind }) };
		const last = runs.at(-1);
		if (last && last.drafts.join() === drafts.join()) last.pieces.push(piece);
		else runs.push({ start, drafts, pieces: [piece] });
	});
	return runs;
}
