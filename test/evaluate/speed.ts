import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ingest } from '../../src/lib/core/ingest/ingest';
import { readArticle } from '../../src/lib/core/ingest/read/read';
import { loadGazetteer } from '../../src/lib/server/gazetteer';

const WARM_UP = 10;
const TIMES = 60;
const WORDS = 1_000;

/** What reading an article of 1,000 words takes, after warm-up: made of the made-up ones, one behind the other. */
export async function measureSpeed(root: string): Promise<string[]> {
	const folder = join(root, 'test/evaluate/articles');
	const all = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as { file: string }[];
	const words = all
		.map(({ file }) => readFileSync(join(folder, file), 'utf8'))
		.join('\n\n')
		.match(/\S+\s*/g)
		?.slice(0, WORDS);
	const text = (words ?? []).join('');
	const world = await loadGazetteer();
	const times: number[] = [];
	for (let i = 0; i < WARM_UP + TIMES; i++) {
		const start = performance.now();
		ingest(await readArticle(text, { published: '2021-05-16' }), { world });
		if (i >= WARM_UP) times.push(performance.now() - start);
	}
	times.sort((a, b) => a - b);
	const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(0);
	return [`${WORDS} words, ${TIMES} times: median ${at(0.5)} ms, p95 ${at(0.95)} ms (aim 150)`];
}
