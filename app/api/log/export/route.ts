import { LogExportQuerySchema } from '@/contracts/log';
import { parseQuery, route } from '@/server/http';
import { exportLog } from '@/server/log/export';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

export const GET = route(async (request) => {
  const { locale } = parseQuery(request, LogExportQuerySchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('export', { account: viewer.id, headers: request.headers });
  return new Response(await exportLog(viewer, locale), {
    headers: {
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': 'attachment; filename="learning-log.md"',
    },
  });
});
