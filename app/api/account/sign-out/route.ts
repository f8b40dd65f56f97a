import { respond } from '@/server/accounts/outcome';
import { signOut } from '@/server/accounts/sign-in';
import { route } from '@/server/http';

export const POST = route(async (request) => respond(await signOut(request.headers)));
