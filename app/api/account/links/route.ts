import { UseLinkInputSchema } from '@/contracts/account';
import { respond } from '@/server/accounts/outcome';
import { useLink } from '@/server/accounts/use-link';
import { parseBody, route } from '@/server/http';

export const POST = route(async (request) =>
  respond(await useLink(request.headers, await parseBody(request, UseLinkInputSchema))),
);
