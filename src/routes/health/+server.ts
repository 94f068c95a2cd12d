import { json } from '@sveltejs/kit';
import { dossierIds } from '$lib/server/dossiers';

export async function GET() {
	return json({ status: 'ok', dossiers: await dossierIds() });
}
