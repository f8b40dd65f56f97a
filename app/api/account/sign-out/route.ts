import { respond } from '@/server/accounts/outcome';
import { signOut } from '@/server/accounts/sign-in';
import { route, withCookies } from '@/server/http';
import { endCookies } from '@/server/view-as/view';

export const POST = route(async ({ headers }) => withCookies(respond(await signOut(headers)), endCookies()), {
  inView: true,
});
