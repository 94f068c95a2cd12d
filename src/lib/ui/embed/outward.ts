import type { Host } from '../../state/host';

/**
 * Sees to a click on a link that leads out of a sandboxed frame, where the browser lets none through
 * unless the page around allows new windows. Addresses of our own go to WordPress, where it is there;
 * every other is handed to the reader.
 * @param hand shows an address to be copied
 */
export function goOut(click: MouseEvent, host: Host, hand: (url: string) => void): void {
	if (click.defaultPrevented || !host.sandboxed) return;
	const link = (click.target as Element).closest<HTMLAnchorElement>('a[href]');
	if (!link || link.target === '_self' || !/^https?:$/.test(link.protocol)) return;
	click.preventDefault();
	const opened = window.open(link.href, '_blank');
	if (opened) opened.opener = null;
	else if (link.host !== location.host || !host.open(link.href)) hand(link.href);
}
