/**
 * Whether the browser has promised to keep what this site writes, and not to drop it when it needs room.
 * Never throws: where there is nothing to ask, nothing is promised.
 * @param ask it is asked to, where it has not promised yet
 */
export async function isLasting(ask: boolean): Promise<boolean> {
	try {
		const { storage } = navigator;
		return (await storage.persisted()) || (ask && (await storage.persist()));
	} catch {
		return false;
	}
}
