import { exportFile } from '@/server/accounts/export-data';
import { route } from '@/server/http';
import { exportFor } from '@/server/privacy/people';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

export const GET = route<{ params: Promise<{ id: string }> }>(async ({ headers }, { params }) => {
  const viewer = await requireMember(headers);
  await enforceLimit('export', { account: viewer.id, headers });
  return exportFile(await exportFor(viewer, (await params).id));
});
