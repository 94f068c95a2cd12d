/** Places off the map that are named, at most: nobody looks through more. */
export const MOST_NAMED = 60;
