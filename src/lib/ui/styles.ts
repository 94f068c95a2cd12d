/**
 * Links a stylesheet, once: of what comes when it is asked for, so that no page carries it before. Resolves
 * when it holds, and when it does not come: what it is for is shown all the same.
 */
export function linkStyles(href: string): Promise<void> {
	const { head } = document;
	if ([...head.querySelectorAll('link')].some((link) => link.getAttribute('href') === href))
		return Promise.resolve();
	return new Promise((done) => {
		const link = document.createElement('link');
		link.rel = 'stylesheet';
		link.href = href;
		link.onload = link.onerror = () => done();
		head.append(link);
	});
}
