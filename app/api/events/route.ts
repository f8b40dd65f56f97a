import { openEventStream } from '@/server/events/event-stream';
import { route } from '@/server/http';
import { requireViewer } from '@/server/viewer';

export const GET = route(async ({ headers, signal }) => {
  const viewer = await requireViewer(headers);
  return openEventStream(viewer.id, headers.get('last-event-id'), signal);
});
