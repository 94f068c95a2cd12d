/**
 * Runs a choice in the page for a plain click on its link, and leaves every other click (a new
 * tab, a new window, a middle button) to the browser.
 */
export function chosenByClick(event: MouseEvent, choose: () => void): void {
	if (event.defaultPrevented || event.button !== 0) return;
	if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
	event.preventDefault();
	choose();
}
