import { preferredLocale } from '@/app/preferred-locale';
import { LaunchAccountInputSchema, LaunchQuerySchema } from '@/contracts/lti';
import { json, parseBody, parseQuery, route, withCookies } from '@/server/http';
import { answerLaunchAccount, readLaunchAccount } from '@/server/lti/sign-in';

export const GET = route(async (request) => {
  const { launch } = parseQuery(request, LaunchQuerySchema);
  return json(await readLaunchAccount(request.headers, launch));
});

export const POST = route(async (request) => {
  const input = await parseBody(request, LaunchAccountInputSchema);
  const locale = preferredLocale(undefined, request.headers.get('accept-language'));
  const { to, cookies } = await answerLaunchAccount(request.headers, input, locale);
  return withCookies(json({ to }), cookies);
});
