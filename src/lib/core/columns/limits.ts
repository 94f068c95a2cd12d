/** Most events of a dossier with columns in a picture, a report or an embed. */
export const MOST_DRAWN = 2_000;

/** Most in a file of a view's events or sources: it is made whole, in memory. */
export const MOST_EXPORTED = 20_000;
