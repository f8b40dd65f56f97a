import { readStaffSubmission } from '@/server/cohorts/staff-submission';
import { json, route } from '@/server/http';
import { requireMember } from '@/server/viewer';

export const GET = route<{ params: Promise<{ id: string; submission: string }> }>(async ({ headers }, { params }) => {
  const { id, submission } = await params;
  const viewer = await requireMember(headers);
  return json(await readStaffSubmission(viewer, id, submission));
});
