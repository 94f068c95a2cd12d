import type { Camera } from '../../core/picture/camera';
import { datesInWords, type FigureContent } from '../../core/picture/figure-content';
import { ATTRIBUTION } from '../../core/picture/furniture';
import { absence } from '../../core/picture/figure-map';
import { counted } from '../words';

/**
 * What a report's figure says below itself: what is shown, how much of it stands on the map, what its numbers
 * are, who made the ground map.
 * @param camera of the map; undefined: it is not known what is in sight
 */
export function captionOf(content: FigureContent, camera: Camera | undefined): string {
	const { dossier, shown } = content;
	const whys = camera ? shown.map(({ event }) => absence(camera, event)) : [];
	const outside = whys.filter((why) => why === 'outside the map').length;
	const unplaced = whys.filter((why) => why === 'not on the map').length;
	const absent = [
		outside > 0 && `${counted(outside, 'event')} ${outside === 1 ? 'lies' : 'lie'} outside the map`,
		unplaced > 0 &&
			`${counted(unplaced, 'event')} ${unplaced === 1 ? 'has' : 'have'} no spot on the map`
	].filter(Boolean);
	return [
		`${dossier.header.title}. ${datesInWords(content)}.`,
		'Numbers are those of the events below.',
		absent.length > 0 && `${absent.join('; ')}.`,
		'The scale holds in the middle of the map (Mercator projection).',
		`Map: ${ATTRIBUTION}.`
	]
		.filter(Boolean)
		.join(' ');
}

/** What a figure says below itself wherever it is pasted: its numbers are those of the events told below it. */
export function shortCaptionOf(content: FigureContent): string {
	const { dossier, credits } = content;
	return `${dossier.header.title}. ${datesInWords(content)}. Numbers are those of the events below. ${credits.join('. ')}.`;
}
