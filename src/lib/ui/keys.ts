/** Whether a key goes to a field or is part of a shortcut of the browser's: then it is no key of ours. */
export function isTyping(event: KeyboardEvent): boolean {
	if (event.ctrlKey || event.metaKey || event.altKey) return true;
	const { target } = event;
	return (
		target instanceof HTMLElement &&
		(target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
	);
}

/** What the keys of a view's page do; `escape` where nothing else took the key. */
export interface ViewKeys {
	search: () => void;
	/** Opens the event before (-1) or after (1) the open one. */
	step: (by: 1 | -1) => void;
	help: () => void;
	escape: () => void;
}

/** Hears the keys of a view's page. */
export function viewKeys({ search, step, help, escape }: ViewKeys): (event: KeyboardEvent) => void {
	const actions: Record<string, () => void> = {
		'/': search,
		'[': () => step(-1),
		']': () => step(1),
		'?': help
	};
	return (event) => {
		if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
		const action = actions[event.key];
		if (action && !isTyping(event)) {
			event.preventDefault();
			action();
		} else if (event.key === 'Escape') escape();
	};
}
