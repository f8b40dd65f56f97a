import { exportData, exportFile } from '@/server/accounts/export-data';
import { route } from '@/server/http';

export const GET = route(async ({ headers }) => exportFile(await exportData(headers)));
