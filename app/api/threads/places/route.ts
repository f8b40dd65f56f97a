import { findPlaces } from '@/server/discussion/places';
import { requireReader } from '@/server/discussion/require-reader';
import { json, route } from '@/server/http';

export const GET = route(async ({ headers }) => {
  const reader = await requireReader(headers);
  return json({ places: await findPlaces(reader) });
});
