import { SimilarityPairQuerySchema } from '@/contracts/similarity';
import { json, parseQuery, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { readEvidence } from '@/server/similarity/read';
import { requireMember } from '@/server/viewer';

export const GET = route<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const query = parseQuery(request, SimilarityPairQuerySchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('similarity', { account: viewer.id, headers: request.headers });
  return json(await readEvidence(viewer, (await params).id, query));
});
