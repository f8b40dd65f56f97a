import { json, route } from '@/server/http';
import { getSubmission } from '@/server/submissions/read';
import { requireViewer } from '@/server/viewer';

export const GET = route<{ params: Promise<{ id: string }> }>(
  async ({ headers }, { params }) => {
    const { id } = await params;
    const viewer = await requireViewer(headers);
    return json({ submission: await getSubmission(viewer, id) });
  },
  { inView: true },
);
