import { describe, expect, it } from 'vitest';
import { TOKENS } from '../../../src/lib/core/picture/tokens';
import { contrast, lightness, luminance } from '../../colour';

/** What a copier that knows no colour makes of the map. */
describe('the colours for paper, in grey', () => {
	const { roles, ...print } = TOKENS.print;
	const inks = Object.entries(roles);
	const pairs = inks.flatMap((one, i) => inks.slice(i + 1).map((other) => [one, other] as const));

	it.each(pairs)('keep apart %o and %o', ([, one], [, other]) => {
		// Ten steps of lightness are told apart at a glance, side by side or not.
		expect(Math.abs(lightness(one) - lightness(other))).toBeGreaterThanOrEqual(10);
		expect(contrast(one, other)).toBeGreaterThanOrEqual(1.4);
	});

	it.each(inks)('have %s at 3:1 or better on land and on water', (_, colour) => {
		expect(contrast(colour, print.land)).toBeGreaterThanOrEqual(3);
		expect(contrast(colour, print.water)).toBeGreaterThanOrEqual(3);
	});

	it('have white land, and water that is light but no land', () => {
		expect(luminance(print.land)).toBe(1);
		expect(luminance(print.paper)).toBe(1);
		expect(luminance(print.water)).toBeGreaterThan(0.75);
		expect(lightness(print.land) - lightness(print.water)).toBeGreaterThan(5);
	});

	it('have borders over provinces’ lines over shores’, and every line darker than what it lies on', () => {
		expect(lightness(print.border)).toBeLessThan(lightness(print.adminLine) - 20);
		expect(contrast(print.border, print.land)).toBeGreaterThanOrEqual(7);
		for (const line of [print.adminLine, print.waterLine])
			for (const ground of [print.land, print.water])
				expect(contrast(line, ground)).toBeGreaterThanOrEqual(2);
	});

	it.each(['placeLabel', 'townLabel', 'adminLabel', 'waterLabel', 'ink', 'inkSoft'] as const)(
		'letter %s at 4.5:1 or better on land and on water',
		(name) => {
			expect(contrast(print[name], print.land)).toBeGreaterThanOrEqual(4.5);
			expect(contrast(print[name], print.water)).toBeGreaterThanOrEqual(4.5);
		}
	);
});
