import { ExportQuerySchema } from '@/contracts/peer-session';
import { parseQuery, route } from '@/server/http';
import { exportSession } from '@/server/peer-sessions/export';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async (request, { params }) => {
  const { id } = await params;
  const { locale } = parseQuery(request, ExportQuerySchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('session', { account: viewer.id, headers: request.headers });
  const { name, markdown } = await exportSession(viewer, id, locale);
  return new Response(markdown, {
    headers: {
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="session.md"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
    },
  });
});
