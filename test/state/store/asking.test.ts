import { describe, expect, it } from 'vitest';
import { Asking } from '../../../src/lib/state/store/asking';

/** Questions that are answered when the test says so. */
function desk(late?: () => boolean) {
	const asked: { wish: string; keep: (answer: string) => void; fail: (error: unknown) => void }[] =
		[];
	const heard: string[] = [];
	const faults: unknown[] = [];
	const asking = new Asking<string, string>({
		ask: (wish) => new Promise((keep, fail) => asked.push({ wish, keep, fail })),
		onanswer: (answer, wish) => heard.push(`${wish}: ${answer}`),
		onfault: (error) => faults.push(error),
		late
	});
	const rest = async () => {
		for (let i = 0; i < 10; i++) await Promise.resolve();
	};
	return { asking, asked, heard, faults, rest };
}

describe('what asks one question at a time', () => {
	it('asks of those that come meanwhile the last', async () => {
		const { asking, asked, heard, rest } = desk();
		void asking.want('a');
		void asking.want('b');
		void asking.want('c');
		expect(asked.map(({ wish }) => wish)).toEqual(['a']);
		asked[0]?.keep('1');
		await rest();
		expect(asked.map(({ wish }) => wish)).toEqual(['a', 'c']);
		asked[1]?.keep('2');
		await rest();
		expect(heard).toEqual(['c: 2']);
	});

	it('drops an answer to what is no longer asked', async () => {
		const { asking, asked, heard, rest } = desk();
		void asking.want('a');
		asking.drop();
		asked[0]?.keep('1');
		await rest();
		expect(heard).toEqual([]);
		expect(asked).toHaveLength(1);
	});

	it('takes late answers, in their order, where these are of use', async () => {
		const { asking, asked, heard, rest } = desk(() => true);
		void asking.want('a');
		void asking.want('b');
		asked[0]?.keep('1');
		await rest();
		asked[1]?.keep('2');
		await rest();
		expect(heard).toEqual(['a: 1', 'b: 2']);
	});

	it('asks again for what failed when it is told to, and not for what was replaced', async () => {
		const { asking, asked, heard, faults, rest } = desk();
		void asking.want('a');
		asked[0]?.fail('away');
		await rest();
		expect(faults).toEqual(['away']);
		expect(asking.failed).toBe(true);
		void asking.retry();
		asked[1]?.keep('1');
		await rest();
		expect(heard).toEqual(['a: 1']);
		expect(asking.failed).toBe(false);
		await asking.retry();
		expect(asked).toHaveLength(2);
	});

	it('does not tell of a fault that nobody waits for', async () => {
		const { asking, asked, faults, rest } = desk();
		void asking.want('a');
		void asking.want('b');
		asked[0]?.fail('away');
		await rest();
		expect(faults).toEqual([]);
		expect(asked.map(({ wish }) => wish)).toEqual(['a', 'b']);
	});
});
