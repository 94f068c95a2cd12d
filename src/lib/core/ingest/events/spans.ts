import type { Span } from '../article';

export function inside(inner: Span, outer: Span): boolean {
	return inner.start >= outer.start && inner.end <= outer.end;
}

/** Those of many that lie in a span. */
export function within<T extends Span>(all: readonly T[], span: Span): T[] {
	return all.filter((one) => inside(one, span));
}

/** Units of text between two spans; 0 where they touch or overlap. */
export function gapOf(a: Span, b: Span): number {
	return Math.max(0, a.start - b.end, b.start - a.end);
}
