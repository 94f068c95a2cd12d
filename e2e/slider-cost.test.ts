import { expect, test } from '@playwright/test';
import { countOnMap, DOSSIER, symbols } from './map';

test('dragging the slider changes symbols and list, and leaves the drawing of the ground alone', async ({
	page
}) => {
	await page.addInitScript(() => {
		const counting = window as unknown as { draws: number };
		counting.draws = 0;
		const draw = WebGL2RenderingContext.prototype.drawElements;
		WebGL2RenderingContext.prototype.drawElements = function (...args) {
			counting.draws++;
			draw.apply(this, args);
		};
	});
	const draws = () => page.evaluate(() => (window as unknown as { draws: number }).draws);
	const nextFrame = () =>
		page.evaluate(
			() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
		);
	await page.goto(DOSSIER);
	await expect(symbols(page)).not.toHaveCount(0);
	// The ground is drawn and at rest.
	await expect
		.poll(
			async () => {
				const before = await draws();
				await nextFrame();
				await nextFrame();
				return (await draws()) - before;
			},
			{ timeout: 30_000, intervals: [500, 1000, 2000] }
		)
		.toBe(0);
	await expect(page.getByRole('img', { name: /^Map with/ })).toHaveCount(0, { timeout: 30_000 });
	const before = { draws: await draws(), events: await countOnMap(page) };

	const thumb = await page.getByRole('slider', { name: 'Last day' }).boundingBox();
	if (!thumb) throw new Error('The thumb has no box.');
	const y = thumb.y + thumb.height / 2;
	await page.mouse.move(thumb.x + thumb.width / 2, y);
	await page.mouse.down();
	for (let x = thumb.x - 40; x > thumb.x - 500; x -= 40) {
		await page.mouse.move(x, y);
		await nextFrame();
	}
	expect(await countOnMap(page)).toBeLessThan(before.events);
	expect((await draws()) - before.draws).toBe(0);
	await page.mouse.up();
});
