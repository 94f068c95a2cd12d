/** Well-known text of a point (OGC 06-103r4), with or without a spatial reference, Z or M. */
const POINT = /^(?:SRID=4326;)?\s*POINT\s*(?:ZM?|M)?\s*\(\s*(\S+)\s+(\S+?)(?:\s+\S+){0,2}\s*\)$/i;

/** Longitude and latitude of a point, as texts; both are what was read where it is none, and '' where nothing was. */
export function readWkt(text: string): [lon: string, lat: string] {
	if (text === '' || /^POINT\s*EMPTY$/i.test(text)) return ['', ''];
	const match = text.length > 200 ? null : POINT.exec(text);
	return match ? [match[1] as string, match[2] as string] : [text, text];
}

export function isWktPoint(text: string): boolean {
	return text.length <= 200 && POINT.test(text);
}
