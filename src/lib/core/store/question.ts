import type { DayRange } from '../date/match';
import { FILTERS, type Filters } from '../view/view';
import type { Question } from './store';

/** What a view asks of events. */
export function questionOf(view: Filters & DayRange & { asof?: Question['asof'] }): Question {
	const question: Question = {};
	for (const key of [...FILTERS, 'from', 'to', 'asof'] as const)
		if (view[key] !== undefined) (question as Record<string, unknown>)[key] = view[key];
	return question;
}

/** The same text for the same question, and for no other. */
export function keyOfQuestion(question: Question): string {
	return JSON.stringify(
		[...FILTERS, 'from', 'to', 'asof'].map((key) => question[key as keyof Question] ?? null)
	);
}

/** The question without its dates. */
export function whenever(question: Question): Question {
	const rest = { ...question };
	delete rest.from;
	delete rest.to;
	return rest;
}
