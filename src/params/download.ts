import { isExportName } from '$lib/core/exchange/names';

export const match = isExportName;
