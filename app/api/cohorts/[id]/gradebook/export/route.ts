import { GradebookExportQuerySchema } from '@/contracts/gradebook';
import { exportGradebook } from '@/server/gradebook/export';
import { parseQuery, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

export const GET = route<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const query = parseQuery(request, GradebookExportQuerySchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('export', { account: viewer.id, headers: request.headers });
  const { name, type, body } = await exportGradebook(viewer, (await params).id, query);
  return new Response(body, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  });
});
