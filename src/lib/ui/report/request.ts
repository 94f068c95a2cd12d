import { CITATION_STYLES, type CitationStyle } from '../../core/cite/text';
import { stringifyView } from '../../core/view/codec';
import type { View } from '../../core/view/view';

/** The key of a report's address that is no part of the view. */
const STYLE = 'style';

/** A view as a report asks for it: its own key set apart. */
export interface ReportRequest {
	view: View;
	style: CitationStyle;
}

/**
 * Sets apart what the address of a report says of the report. An unknown style falls back to the first.
 * @param view as read from the whole query string
 */
export function readReport(view: View): ReportRequest {
	const asked = view.others.findLast(([key]) => key === STYLE)?.[1];
	return {
		view: { ...view, others: view.others.filter(([key]) => key !== STYLE) },
		style: CITATION_STYLES.find((style) => style === asked) ?? CITATION_STYLES[0]
	};
}

/** The query string of a report, without `?`; the first style is not written. */
export function reportQuery({ view, style }: ReportRequest): string {
	const others: View['others'] =
		style === CITATION_STYLES[0] ? view.others : [...view.others, [STYLE, style]];
	return stringifyView({ ...view, others });
}
