import type { MyLayers } from '@/contracts/layers';
import { json, route } from '@/server/http';
import { listLayers } from '@/server/layers/layers';
import { findViewer } from '@/server/viewer';

export const GET = route(async (request) => {
  const viewer = await findViewer(request.headers);
  return json(viewer ? await listLayers(viewer) : ({ layers: [] } satisfies MyLayers));
});
