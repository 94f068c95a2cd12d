import { parseWhen, type Hemisphere, type When } from '../date/when';
import { isCirca } from './csl-date';
import type { CslItem } from './schema';

const ID = /^[a-z0-9-]+$/;

/** The item's own id where it is one of ours; else one made of its address, the same every time. */
export function sourceId({ id, URL: address }: Pick<CslItem, 'id' | 'URL'>): string {
	const own = String(id);
	if (ID.test(own)) return own;
	const made = (address ?? own)
		.toLowerCase()
		.replace(/^https?:\/\/(www\.)?/, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	return made.slice(0, 120) || 'source';
}

/** Who published it: the container's title, else the publisher, else nobody. */
export function publisherOf(csl: CslItem): string {
	return csl['container-title'] ?? csl.publisher ?? '';
}

/** When it was published; null where it does not say. CSL writes a day as numbers, a range as two days. */
export function publicationOf({ issued }: CslItem, hemisphere: Hemisphere): When | null {
	if (!issued) return null;
	const doubt = isCirca(issued) ? '~' : '';
	const days = issued['date-parts'].map(
		(parts) =>
			parts.map((part, i) => String(Number(part)).padStart(i === 0 ? 4 : 2, '0')).join('-') + doubt
	);
	const parsed = parseWhen(days.slice(0, 2).join('/'), hemisphere);
	return parsed.ok ? parsed.when : null;
}
