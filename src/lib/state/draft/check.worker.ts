import { DraftCheck, type CheckMessage } from './check';

/** Checks a draft off the page's own thread: what is heard while a check runs is checked together after it. */
const draft = new DraftCheck();
let heard = 0;
let due = false;

addEventListener('message', ({ data }: MessageEvent<CheckMessage>) => {
	draft.hear(data);
	heard++;
	if (due) return;
	due = true;
	setTimeout(() => {
		due = false;
		postMessage({ heard, news: draft.news() });
	});
});
