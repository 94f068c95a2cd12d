/** Why a save was not done: a status, a sentence for the person who saves, and what else the answer holds. */
export class Refused extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly more: Record<string, unknown> = {}
	) {
		super(message);
		this.name = 'Refused';
	}
}
