import type { Asked } from './protocol';
import { TableDesk } from './table-desk';

/** Reads a table off the page's own thread. */
const desk = new TableDesk();

addEventListener('message', ({ data }: MessageEvent<Asked>) =>
	desk.hear(data, (answer) => postMessage({ ...answer, number: data.number }))
);
