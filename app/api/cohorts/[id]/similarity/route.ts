import { SimilarityQuerySchema } from '@/contracts/similarity';
import { json, parseQuery, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { readSimilarity } from '@/server/similarity/read';
import { requireMember } from '@/server/viewer';

export const GET = route<{ params: Promise<{ id: string }> }>(async (request, { params }) => {
  const { exercise } = parseQuery(request, SimilarityQuerySchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('similarity', { account: viewer.id, headers: request.headers });
  return json(await readSimilarity(viewer, (await params).id, exercise));
});
