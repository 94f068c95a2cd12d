import { describe, expect, it } from 'vitest';
import { ByteCache } from '../../../src/lib/server/figure/cache';
import { Busy, Queue } from '../../../src/lib/server/figure/queue';

/** A task that ends when it is told to. */
function held() {
	let end = (): void => undefined;
	const ended = new Promise<void>((done) => (end = done));
	let began = false;
	return { end: () => end(), began: () => began, task: () => ((began = true), ended) };
}

const settled = () => new Promise((done) => setImmediate(done));

describe('the line before heavy work', () => {
	it('runs so many at a time, the others in the order in which they came', async () => {
		const queue = new Queue({ running: 2, waiting: 10, patience: 10_000, weight: 100 });
		const tasks = [held(), held(), held(), held()];
		const all = tasks.map(({ task }) => queue.run(task));
		await settled();
		expect(tasks.map(({ began }) => began())).toEqual([true, true, false, false]);
		tasks[1]?.end();
		await all[1];
		await settled();
		expect(tasks.map(({ began }) => began())).toEqual([true, true, true, false]);
		for (const { end } of tasks) end();
		await Promise.all(all);
	});

	it('turns away at once who would wait too long, and says when to come back', async () => {
		const queue = new Queue({ running: 1, waiting: 1, patience: 10_000, weight: 100 });
		const [first, second] = [held(), held()];
		const running = [queue.run(first.task), queue.run(second.task)];
		const refused = await queue.run(() => Promise.resolve()).catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(Busy);
		expect((refused as Busy).retryAfter).toBeGreaterThanOrEqual(1);
		first.end();
		second.end();
		await Promise.all(running);
		expect(await queue.run(() => Promise.resolve('done'))).toBe('done');
	});

	it('gives up on one that has waited too long, and goes on with the rest', async () => {
		const queue = new Queue({ running: 1, waiting: 9, patience: 200, weight: 100 });
		const first = held();
		const running = queue.run(first.task);
		await expect(queue.run(() => Promise.resolve())).rejects.toBeInstanceOf(Busy);
		expect(queue.length).toBe(0);
		first.end();
		await running;
	});

	it('lets a heavy task run alone', async () => {
		const queue = new Queue({ running: 4, waiting: 9, patience: 10_000, weight: 10 });
		const [light, heavy] = [held(), held()];
		const all = [queue.run(light.task, 3), queue.run(heavy.task, 10)];
		await settled();
		expect(heavy.began()).toBe(false);
		light.end();
		await all[0];
		await settled();
		expect(heavy.began()).toBe(true);
		heavy.end();
		await Promise.all(all);
	});

	it('goes on after a task that failed', async () => {
		const queue = new Queue({ running: 1, waiting: 9, patience: 10_000, weight: 10 });
		await expect(queue.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
		expect(await queue.run(() => Promise.resolve(1))).toBe(1);
	});
});

describe('what is kept', () => {
	it('never passes its bytes, and what was used last stays', () => {
		const cache = new ByteCache(1000);
		for (let i = 0; i < 40; i++) {
			cache.set(`${i}`, new Uint8Array(200));
			cache.get('0');
			expect(cache.bytes).toBeLessThanOrEqual(1000);
		}
		expect(cache.get('0')).toBeDefined();
		expect(cache.get('39')).toBeDefined();
		expect(cache.get('1')).toBeUndefined();
	});

	it('is not all thrown out for one large thing', () => {
		const cache = new ByteCache(1000);
		cache.set('small', new Uint8Array(200));
		cache.set('large', new Uint8Array(900));
		expect(cache.get('small')).toBeDefined();
		expect(cache.get('large')).toBeUndefined();
	});
});
