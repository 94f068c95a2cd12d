import type { CslDate } from './schema';

/** Whether a date is one in doubt: CSL writes `circa` as a boolean, a number or a text. */
export function isCirca({ circa }: CslDate): boolean {
	return !['', 'false', '0'].includes(String(circa ?? ''));
}
