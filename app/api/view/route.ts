import { json, route, withCookies } from '@/server/http';
import { endCookies } from '@/server/view-as/view';

export const DELETE = route(async () => withCookies(json({ ok: true }), endCookies()), { inView: true });
