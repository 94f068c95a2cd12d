/** Pixels that a map would like to be high in a column so wide. */
export function mapHeight(width: number): number {
	return Math.round(Math.min(560, Math.max(260, width * 0.62)));
}
