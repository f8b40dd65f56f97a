import { NotificationSettingsInputSchema } from '@/contracts/notifications';
import { json, parseBody, route } from '@/server/http';
import { readSettings, saveSettings } from '@/server/notifications/settings';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

export const GET = route(async ({ headers }) => {
  const viewer = await requireMember(headers);
  return json(await readSettings(viewer));
});

export const PUT = route(async (request) => {
  const input = await parseBody(request, NotificationSettingsInputSchema);
  const viewer = await requireMember(request.headers);
  await enforceLimit('save', { account: viewer.id, headers: request.headers });
  return json(await saveSettings(viewer, input));
});
