import type { PlaceMention } from '../mention';
import type { Report } from './report';

const UNNAMED =
	/(?<!\p{L})(?:a|an|the|one|another)\s+(?:\p{Ll}[\p{L}-]*\s+){0,2}?(lake|river|village|town|city|border|bridge|dam|mountain|valley|island|reservoir|pass|district|province)(?=[\s,.;”"]|$)(?!\s+of\s+\p{Lu})(?!\s+\p{Lu})/gu;

/** What a draft leaves open: a lake without a name is asked about, never made up. */
export function asksOf(
	text: string,
	reports: readonly Report[],
	place: PlaceMention | null
): string[] {
	const asks = new Set<string>();
	for (const { segment, sentence, kind } of reports) {
		if (!kind.incident) continue;
		const from = Math.max(sentence.start, segment.start - 10);
		for (const match of text.slice(from, sentence.end).matchAll(UNNAMED)) {
			const [words, noun = ''] = match;
			const named =
				place &&
				place.start <= from + match.index + words.length + 40 &&
				place.end >= from + match.index;
			if (!named) asks.add(`Which ${noun}? The article says “${words.replace(/\s+/gu, ' ')}”.`);
		}
	}
	if (place?.name === null)
		asks.add(`Where is “${place.text}”? No gazetteer at hand has it for certain.`);
	return [...asks].slice(0, 3);
}
