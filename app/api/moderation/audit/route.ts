import { AuditQuerySchema } from '@/contracts/moderation';
import { readAudit } from '@/server/discussion/audit';
import { requireReader } from '@/server/discussion/require-reader';
import { json, parseQuery, route } from '@/server/http';

export const GET = route(async (request) => {
  const query = parseQuery(request, AuditQuerySchema);
  const reader = await requireReader(request.headers);
  return json(await readAudit(reader, query));
});
