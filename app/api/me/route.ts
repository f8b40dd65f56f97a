import type { Me } from '@/contracts/learning';
import { json, route, withCookies } from '@/server/http';
import { loadProgress, NO_PROGRESS } from '@/server/progress/me';
import { refreshViewer, toPublicViewer } from '@/server/viewer';

export const GET = route(
  async ({ headers }) => {
    const { viewer, cookies } = await refreshViewer(headers);
    const me: Me = viewer
      ? { viewer: toPublicViewer(viewer), ...(await loadProgress(viewer.id)) }
      : { viewer: null, ...NO_PROGRESS };
    return withCookies(json(me), cookies);
  },
  { inView: true },
);
