import { preferredLocale } from '@/app/preferred-locale';
import { withRefusals } from '@/server/lti/html';
import { registerItself } from '@/server/lti/register';
import { enforceLimit } from '@/server/rate-limit';

/** A platform's administrator opened an invitation there, in a frame or a window. */
export const GET = async (request: Request) => {
  const { headers } = request;
  const locale = preferredLocale(undefined, headers.get('accept-language'));
  return withRefusals(locale, async () => {
    await enforceLimit('sign-in', { account: null, headers });
    return registerItself(new URL(request.url).searchParams, locale);
  });
};
