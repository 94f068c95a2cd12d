import { expect, test, type Page } from '@playwright/test';
import { ARTICLE, cards, field, INGEST, openReview } from './ingest';

const read = (page: Page) => page.getByRole('button', { name: 'Read the article' }).click();
const fault = (page: Page) => page.getByRole('alert');
/** A file of the article, as it is chosen. */
const give = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
	page.getByLabel('A file with the article').setInputFiles({ name, mimeType, buffer });

/** Pastes as a browser does: what it takes from the clipboard comes with the event. */
const paste = (page: Page, text: string) =>
	field(page).evaluate((element, text) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', text);
		element.dispatchEvent(
			new ClipboardEvent('paste', { clipboardData, cancelable: true, bubbles: true })
		);
	}, text);

test.beforeEach(async ({ page }) => {
	await page.goto(INGEST);
	await page.waitForLoadState('networkidle');
});

test('nothing, and an empty file, are asked for again', async ({ page }) => {
	await read(page);
	await expect(fault(page)).toContainText('There is no text yet');
	await give(page, 'empty.txt', 'text/plain', Buffer.from(''));
	await read(page);
	await expect(fault(page)).toContainText('empty.txt is empty');
});

for (const [what, name, bytes, sentence] of [
	['a PDF', 'report.pdf', Buffer.from('%PDF-1.7\n%âãÏÓ'), /PDF/],
	[
		'a picture',
		'photo.png',
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
		/picture/
	],
	[
		'bytes that are no text',
		'data.txt',
		Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7) % 32)),
		/binary/
	]
] as const)
	test(`${what} is named as what it is, and stays chosen until it is taken out`, async ({
		page
	}) => {
		await field(page).fill('What was typed before.');
		await give(page, name, 'application/octet-stream', bytes);
		await read(page);
		await expect(fault(page)).toContainText(sentence);
		await expect(page.getByText(name, { exact: true })).toBeVisible();
		await page.getByRole('button', { name: 'Take it out' }).click();
		await expect(field(page)).toHaveValue('What was typed before.');
	});

test('20 MB of text are refused with the limit, as a file and pasted, and the page goes on', async ({
	page
}) => {
	const text = `${'Rain fell again. '.repeat(1_250_000)}`;
	await give(page, 'long.txt', 'text/plain', Buffer.from(text));
	await read(page);
	await expect(fault(page)).toContainText(/long\.txt has 21\.\d MB, and at most 10 MB are read/);
	await page.getByRole('button', { name: 'Take it out' }).click();
	await field(page).fill('What was typed before.');
	await paste(page, text);
	await expect(fault(page)).toContainText(/at most 5,000,000 are read/);
	await expect(field(page)).toHaveValue('What was typed before.');
});

test('a long text is read beside the page, which answers meanwhile', async ({ page }) => {
	const text =
		ARTICLE + '\nOn Monday the rain went on in the hills, and nobody was surprised.\n'.repeat(8000);
	await paste(page, text);
	await expect(field(page)).toHaveValue(text);
	await page.getByLabel('Published on').fill('2022-11-16');
	await read(page);
	const title = page.getByLabel('Headline');
	await title.fill('Typed while it is read');
	await expect(title).toHaveValue('Typed while it is read');
	// It comes to an end, one way or the other, and the text is there.
	const end = cards(page).first().or(fault(page).getByText(/\S/).first());
	await expect(end).toBeVisible({ timeout: 45_000 });
});

test('a text in which nothing is dated says so, and stays', async ({ page }) => {
	const text = 'Bread should rest before it is cut. A crust that sings is a good crust.';
	await field(page).fill(text);
	await page.getByLabel('Published on').fill('2022-11-16');
	await read(page);
	await expect(fault(page)).toContainText('Nothing in it can be reviewed');
	await expect(field(page)).toHaveValue(text);
});

test('the day of publication is asked for where the article has none, with the reason', async ({
	page
}) => {
	const text = 'The river flooded streets in Hereford on Thursday, the council said.';
	await field(page).fill(text);
	await read(page);
	const day = page.getByLabel('Published on');
	await expect(day).toBeFocused({ timeout: 20_000 });
	await expect(page.getByText(/Dates such as “on Thursday” hang on it/)).toBeVisible();
	await expect(field(page)).toHaveValue(text);
	await day.fill('2022-11-05');
	await read(page);
	await expect(cards(page).first()).toContainText('3 November 2022', { timeout: 20_000 });
});

test('a text in another language says what is read, and stays', async ({ page }) => {
	const text =
		'Die Verhandlungen über den Haushalt wurden am Donnerstag in Leipzig ohne ein Ergebnis vertagt, und alle Beteiligten gingen nach Hause. Die Gespräche sollen im nächsten Monat weitergehen.';
	await field(page).fill(text);
	await page.getByLabel('Published on').fill('2022-11-16');
	await read(page);
	await expect(page.getByText(/German|language/i).first()).toBeVisible({ timeout: 20_000 });
});

test('a page without an article says so', async ({ page }) => {
	const html =
		'<!doctype html><html><head><title>Sign in</title></head><body><nav><a href="/">Home</a></nav><form><input></form></body></html>';
	await give(page, 'page.html', 'text/html', Buffer.from(html));
	await page.getByLabel('Published on').fill('2022-11-16');
	await read(page);
	await expect(fault(page)).toContainText(/no article|No report|no text/i, { timeout: 20_000 });
});

test('text in the wrong encoding is read with a warning', async ({ page }) => {
	await openReview(
		page,
		ARTICLE.replaceAll('Worcester', 'Worcéster café naïve rôle').replace(/[éïô]/g, (letter) =>
			Buffer.from(letter).toString('latin1')
		)
	);
	await expect(page.getByText(/wrong encoding/)).toBeVisible();
});

test('a text that runs from right to left stands so, and markup in it is text', async ({
	page
}) => {
	const line = 'הנהר עלה על גדותיו ב-3 בנובמבר 2022 <img src=x onerror=document.title=1>';
	await openReview(page, `${ARTICLE}\n${line}\n`);
	const paragraph = page.getByText('הנהר עלה');
	await expect(paragraph).toContainText('<img src=x');
	expect(await paragraph.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
});

test('what breaks while it reads is said, and the text is still there', async ({ page }) => {
	await page.route('**/gazetteer/**', (route) => route.abort());
	await field(page).fill(ARTICLE);
	await page.getByLabel('Published on').fill('2022-11-16');
	await read(page);
	// Without the gazetteer it is read all the same, with a note.
	await expect(page.getByText(/The gazetteer could not be fetched/).first()).toBeVisible({
		timeout: 20_000
	});
});

test('a browser that keeps nothing for the page says so, and asks before it is left', async ({
	page
}) => {
	await page.addInitScript(
		`IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); }`
	);
	await openReview(page);
	await page.keyboard.press('a');
	await expect(page.getByText(/^Not kept: This browser keeps nothing/)).toBeVisible();
	let asked = false;
	page.once('dialog', (dialog) => ((asked = true), void dialog.dismiss()));
	await page.close({ runBeforeUnload: true });
	await expect.poll(() => asked).toBe(true);
});
