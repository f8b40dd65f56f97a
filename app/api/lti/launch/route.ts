import { preferredLocale } from '@/app/preferred-locale';
import { env } from '@/server/env';
import { choosePage } from '@/server/lti/deep-linking';
import { withRefusals } from '@/server/lti/html';
import { receiveLaunch } from '@/server/lti/launch';
import { readForm } from '@/server/lti/login';

const MAX_BYTES = 200_000;

/** The platform's answer. It comes from another site, without our cookies: the browser fetches what it is for by a link. */
export const POST = async (request: Request) => {
  const locale = preferredLocale(undefined, request.headers.get('accept-language'));
  return withRefusals(locale, async () => {
    const received = await receiveLaunch(await readForm(request, MAX_BYTES));
    if (received.kind === 'deep-linking') return choosePage(received.token, received.facts.locale ?? locale);
    const location = `${env.PUBLIC_URL}/api/lti/continue?launch=${received.token}`;
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
  });
};
