import { describe, expect, it, vi } from 'vitest';
import { PROTOCOL, type ToEmbed } from '../../src/lib/core/embed/protocol';
import { Host, type Frame } from '../../src/lib/state/host';

function framed({ hash = '', origin = 'https://maps.example' } = {}) {
	const parent = { postMessage: vi.fn() };
	let listener: ((event: MessageEvent) => void) | undefined;
	const frame: Frame = {
		parent,
		location: { hash },
		origin,
		addEventListener: (_, added) => (listener = added),
		removeEventListener: (_, removed) => {
			if (listener === removed) listener = undefined;
		}
	};
	const post = (data: unknown, source: unknown = parent) =>
		listener?.({ data, source } as MessageEvent);
	return { frame, parent, post };
}
const hello = { dateline: PROTOCOL, type: 'hello' };

describe('the page around an embed', () => {
	it('is heard, and no other window is', () => {
		const { frame, post } = framed();
		const heard: ToEmbed[] = [];
		const host = new Host(frame);
		host.listen((message) => heard.push(message));
		post(hello, { postMessage: () => undefined });
		post(hello, null);
		post('hello');
		expect(heard).toEqual([]);
		post(hello);
		expect(heard).toEqual([{ type: 'hello' }]);
		host.leave();
		post(hello);
		expect(heard).toHaveLength(1);
	});

	it('is told what it does not know, and again when it asks', () => {
		const { frame, parent, post } = framed();
		const host = new Host(frame);
		host.listen(() => host.tell({ type: 'size', height: 480 }));
		host.tell({ type: 'size', height: 480 });
		host.tell({ type: 'size', height: 480 });
		expect(parent.postMessage).toHaveBeenCalledTimes(2);
		post(hello);
		expect(parent.postMessage).toHaveBeenCalledTimes(4);
	});

	it('is told again where it is WordPress and has begun to listen only now', () => {
		const { frame, parent, post } = framed({ hash: '#?secret=abc123DEF4' });
		const host = new Host(frame);
		host.listen(() => host.tell({ type: 'size', height: 480 }));
		host.tell({ type: 'size', height: 480 });
		const height = { message: 'height', value: 480, secret: 'abc123DEF4' };
		for (const stranger of [
			{ message: 'ready', secret: 'another' },
			{ message: 'ready' },
			{ secret: 'abc123DEF4' }
		])
			post(stranger);
		post({ message: 'ready', secret: 'abc123DEF4' }, null);
		const told = () =>
			parent.postMessage.mock.calls.filter(
				([message]) => (message as typeof height).message === 'height'
			);
		expect(told()).toEqual([[height, '*']]);
		post({ message: 'ready', secret: 'abc123DEF4' });
		expect(told()).toEqual([
			[height, '*'],
			[height, '*']
		]);
	});

	it('is asked to open an address only where it is WordPress', () => {
		const plain = framed();
		expect(new Host(plain.frame).open('https://maps.example/one')).toBe(false);
		const { frame, parent } = framed({ hash: '#?secret=abc123DEF4', origin: 'null' });
		const host = new Host(frame);
		expect(host.sandboxed).toBe(true);
		expect(host.open('https://maps.example/one')).toBe(true);
		expect(parent.postMessage).toHaveBeenCalledWith(
			{ message: 'link', value: 'https://maps.example/one', secret: 'abc123DEF4' },
			'*'
		);
	});

	it('is not there where the page stands alone', () => {
		const frame = { ...framed().frame } as Frame & { postMessage: () => void };
		frame.postMessage = vi.fn();
		frame.parent = frame;
		const host = new Host(frame);
		host.tell({ type: 'size', height: 480 });
		expect(host.framed).toBe(false);
		expect(frame.postMessage).not.toHaveBeenCalled();
	});
});
