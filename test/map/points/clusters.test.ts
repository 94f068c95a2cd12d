import { describe, expect, it } from 'vitest';
import { Clusters, type Clustered, type Working } from '../../../src/lib/map/points/clusters';
import { ClusterDesk, type Answer, type Asked } from '../../../src/lib/map/points/desk';
import type { InBox } from '../../../src/lib/map/points/pick';
import { drawn, shownRows } from './helpers';

const set = drawn(3_000, 3);
const view = { zoom: 4, lon: 43, lat: 38, width: 1200, height: 800 };

/** A worker that answers when it is told to. */
function slowWorker() {
	const desk = new ClusterDesk();
	const asked: Asked[] = [];
	const waiting: Asked[] = [];
	const worker: Working & { answerOne: () => Answer | undefined; asked: Asked[] } = {
		onmessage: null,
		asked,
		postMessage(message: Asked) {
			asked.push(message);
			waiting.push(message);
		},
		terminate: () => waiting.splice(0),
		answerOne() {
			for (let message = waiting.shift(); message; message = waiting.shift()) {
				const answer = desk.answer(message);
				if (!answer) continue;
				worker.onmessage?.({ data: answer });
				return answer;
			}
			return undefined;
		}
	};
	return worker;
}

function begun() {
	const worker = slowWorker();
	const found: Clustered[] = [];
	let inBox: InBox | undefined;
	const clusters = new Clusters({
		start: () => worker,
		onclusters: (one) => found.push(one),
		onindex: (index) => (inBox = index)
	});
	clusters.feed(set.columns, set.index, set);
	return { worker, found, clusters, index: () => inBox };
}
const groupsAsked = (asked: readonly Asked[]) => asked.filter(({ type }) => type === 'group');

describe('clusters from a worker', () => {
	it('count what a plain loop finds', () => {
		const { worker, found, clusters } = begun();
		const range = { from: 17_000, to: 17_400 };
		clusters.ask(view, range);
		worker.answerOne();
		expect(found[0]?.total).toBe(shownRows(set, range).length);
		const sum = found[0]?.clusters.reduce((all, { count }) => all + count, 0) ?? 0;
		expect(sum + (found[0]?.singles.length ?? 0)).toBe(found[0]?.total);
	});

	it('are asked for once at a time, and of what is asked meanwhile the last alone', () => {
		const { worker, found, clusters } = begun();
		for (const to of [17_100, 17_200, 17_300, 17_400]) clusters.ask(view, { from: 17_000, to });
		expect(groupsAsked(worker.asked).length).toBe(1);
		worker.answerOne();
		// The first answer is to what nobody wants any more.
		expect(found).toEqual([]);
		expect(groupsAsked(worker.asked).length).toBe(2);
		worker.answerOne();
		expect(found.map(({ total }) => total)).toEqual([
			shownRows(set, { from: 17_000, to: 17_400 }).length
		]);
	});

	it('are dropped where the dates have begun to move', () => {
		const { worker, found, clusters } = begun();
		clusters.ask(view, {});
		clusters.drop();
		worker.answerOne();
		expect(found).toEqual([]);
	});

	it('are not asked for again while the answer holds all that is in sight', () => {
		const { worker, clusters } = begun();
		clusters.ask(view, {});
		clusters.ask({ ...view, lon: 44, zoom: 4.3 }, {});
		expect(groupsAsked(worker.asked).length).toBe(1);
		worker.answerOne();
		clusters.ask({ ...view, zoom: 4.6 }, {});
		expect(groupsAsked(worker.asked).length).toBe(2);
		worker.answerOne();
		clusters.ask({ ...view, zoom: 4.6, lon: 120 }, {});
		expect(groupsAsked(worker.asked).length).toBe(3);
	});

	it('follow the filters', () => {
		const { worker, found, clusters } = begun();
		const passes = Uint8Array.from({ length: 3_000 }, (_, row) => Number(row % 2));
		clusters.setPasses(passes);
		clusters.ask(view, {});
		worker.answerOne();
		expect(found[0]?.total).toBe(shownRows(set, {}, passes).length);
	});

	it('give their rows', async () => {
		const { worker, found, clusters } = begun();
		clusters.ask(view, {});
		worker.answerOne();
		const [cluster] = found[0]?.clusters ?? [];
		if (!cluster) throw new Error('There is no cluster.');
		const rows = clusters.rowsOf(cluster);
		worker.answerOne();
		worker.answerOne();
		expect((await rows).length).toBe(cluster.count);
	});

	it('bring an index of all rows along', async () => {
		const { worker, index } = begun();
		await Promise.resolve();
		worker.answerOne();
		const at = 17;
		const [x, y] = [set.positions[2 * at] as number, set.positions[2 * at + 1] as number];
		expect(index()?.(x, y, x, y)).toContain(at);
	});

	it('wrap with the world: one at 179° east is in a box that begins there and goes on in the west', () => {
		const { worker, found, clusters } = begun();
		clusters.ask({ zoom: 3, lon: -179, lat: 38, width: 1000, height: 800 }, {});
		worker.answerOne();
		expect(found[0]?.clusters).toEqual([]);
		clusters.ask({ zoom: 0, lon: -179, lat: 38, width: 1000, height: 800 }, {});
		worker.answerOne();
		expect(found[1]?.clusters.length).toBeGreaterThan(0);
	});

	it('tell which of them stands for a row', async () => {
		const { worker, found, clusters } = begun();
		clusters.ask(view, { from: 17_000, to: 17_400 });
		worker.answerOne();
		const [first] = found[0]?.clusters ?? [];
		if (!first) throw new Error('There is no cluster.');
		const rows = clusters.rowsOf(first);
		worker.answerOne();
		const [row] = await rows;
		const holder = clusters.holderOf(row as number);
		const nobody = clusters.holderOf(found[0]?.singles[0] ?? -1);
		while (worker.answerOne());
		expect(await holder).toBe(first.spot);
		expect(await nobody).toBeUndefined();
	});
});
