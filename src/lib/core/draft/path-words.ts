import { stepsOf } from './fields';

/**
 * A field of a record as people name it: `properties.claims[0].figures[1].n` → `claim 1, figure 2, n`;
 * `openingView.map.zoom` → `opening view, map, zoom`. Empty for the record itself.
 */
export function pathInWords(path: string): string {
	const words: string[] = [];
	for (const step of stepsOf(path.replace(/^properties\./, '')))
		if (typeof step === 'number')
			words.push(`${(words.pop() ?? '').replace(/s$/, '')} ${step + 1}`);
		else
			words.push(
				step.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
			);
	return words.join(', ');
}
