import { route } from '@/server/http';
import { assertMayRead, collectMetrics } from '@/server/metrics';
import { findViewer } from '@/server/viewer';

export const GET = route(async ({ headers }) => {
  assertMayRead(headers, await findViewer(headers));
  const { text, contentType } = await collectMetrics();
  return new Response(text, { headers: { 'content-type': contentType } });
});
