import { ClusterDesk, type Asked } from './desk';

const desk = new ClusterDesk();

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
	const answer = desk.answer(data);
	if (!answer) return;
	const moved =
		answer.type === 'index'
			? [answer.data as ArrayBuffer]
			: answer.type === 'groups'
				? [answer.singles.buffer as ArrayBuffer]
				: answer.type === 'rows'
					? [answer.rows.buffer as ArrayBuffer]
					: [];
	postMessage(answer, { transfer: moved });
});
