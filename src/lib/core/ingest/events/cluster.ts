import type { PlaceMention } from '../mention';
import { pairLikeness, samePlace } from './likeness';
import type { Report } from './report';
import { whenOf } from './when';

/** The reports of one event. */
export interface Cluster {
	reports: Report[];
	/** Where of `A and B` it is one of several. */
	place?: PlaceMention;
}

/**
 * Puts the reports of an article that tell of one event together. A report that names what was told already –
 * `the talks` – or says less than another joins it; one that is told with a date or a place of its own that
 * does not go with any before begins another event.
 */
export function clustered(reports: readonly Report[]): Cluster[] {
	const clusters: Cluster[] = [];
	const rank = (report: Report) => strength(report);
	// Who says most comes first, so that the rest has something to join.
	const ordered = [...reports]
		.filter(({ denial, modality }) => !denial && !modality.unreal)
		.sort((a, b) => rank(b) - rank(a) || a.order - b.order);
	for (const report of ordered) {
		const places = report.where.places.length > 1 ? report.where.places : [undefined];
		for (const place of places) {
			// A plural that is not told of before, without a day or place, is no part of anything.
			const loose =
				report.trigger.part === 'noun' &&
				report.kind.incident &&
				!report.modality.definite &&
				report.block.role !== 'headline' &&
				['none', 'carried'].includes(report.date.how) &&
				['none', 'carried', 'focus', 'dateline'].includes(report.where.how);
			const best = clusters
				.filter(
					({ reports: told }) =>
						!loose || told.some(({ sentence }) => sentence.start === report.sentence.start)
				)
				// Of `A and B` each is an event of its own.
				.filter(
					(cluster) =>
						!place ||
						cluster.place === place ||
						(!cluster.place &&
							cluster.reports.some(
								({ where }) =>
									where.places.length === 1 && where.places.some((one) => samePlace(one, place))
							))
				)
				.map((cluster) => ({ cluster, score: likeness(report, cluster, place) }))
				.filter(({ score }) => score > 0)
				.sort((a, b) => b.score - a.score)[0];
			if (best) best.cluster.reports.push(report);
			else if (begins(report)) clusters.push({ reports: [report], ...(place && { place }) });
		}
	}
	for (const report of reports.filter(({ denial }) => denial)) deny(report, clusters);
	for (const cluster of clusters) cluster.reports.sort((a, b) => a.order - b.order);
	return clusters.sort((a, b) => first(a) - first(b));
}

function first({ reports }: Cluster): number {
	return Math.min(...reports.map(({ trigger }) => trigger.start));
}

/** How much a report says by itself. */
function strength({ trigger, date, where, modality, block, kind }: Report): number {
	return (
		(trigger.part === 'verb' ? 2 : modality.definite ? 0 : 1) +
		(date.how === 'own' ? 2 : date.how === 'sentence' ? 1.2 : date.how === 'said' ? 0.8 : 0) +
		(where.how === 'own' ? 1.5 : where.how === 'sentence' ? 0.7 : 0) -
		(block.role === 'headline' ? 6 : 0) -
		(kind.id === 'incident' || kind.id === 'event' ? 2 : 0)
	);
}

/** Whether a report tells of an event that nothing else tells of. */
function begins(report: Report): boolean {
	const { trigger, date, where, modality, block, kind } = report;
	if (block.role === 'headline') return false;
	const dated = date.how === 'own' || date.how === 'sentence';
	const placed = where.how === 'own' || where.how === 'sentence';
	if (!report.history && isLong(date.value)) return false;
	if (modality.future) return dated || placed;
	if (report.denied) return placed || dated;
	if (kind.id === 'incident') return dated && placed;
	if (kind.id === 'event') return date.how === 'own' || (placed && date.how !== 'none');
	if (block.role === 'caption' && trigger.part === 'noun') return false;
	if (kind.family === 'word' && !dated)
		return date.how !== 'none' && report.actors.some(({ id, state }) => id !== undefined || state);
	if (kind.id === 'statement')
		return date.how === 'own' || (trigger.part === 'verb' && date.how !== 'none');
	if (trigger.part === 'verb') return date.how !== 'none' || placed;
	return modality.definite ? date.how === 'own' : dated || placed;
}

/** Days beyond which a date of the news counts something up: “two meetings this year”. */
const LONG_DAYS = 62;

function isLong(value: string | null): boolean {
	const when = whenOf(value);
	return (
		when !== undefined &&
		Number.isFinite(when.last - when.first) &&
		when.last - when.first > LONG_DAYS
	);
}

/** How well a report fits what a cluster tells of; 0: it is another event. */
function likeness(report: Report, { reports, place }: Cluster, own?: PlaceMention): number {
	const scores = reports.map((other) => pairLikeness(report, other, own, place));
	// One that contradicts is enough to keep them apart.
	if (scores.some((score) => score < 0)) return 0;
	return Math.max(...scores);
}

/** A denial is of what was told last before it that can be denied: an incident, else whatever it was. */
function deny(report: Report, clusters: Cluster[]): void {
	const before = clusters
		.flatMap((cluster) => cluster.reports.map((other) => ({ cluster, other })))
		.filter(
			({ other }) =>
				other.block.role === 'body' &&
				!other.denial &&
				other.order <= report.order &&
				report.order - other.order <= 3 &&
				other.kind.incident
		)
		.sort((a, b) => b.other.order - a.other.order)[0];
	before?.cluster.reports.push(report);
}
