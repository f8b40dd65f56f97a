import { preferredLocale } from '@/app/preferred-locale';
import { env } from '@/server/env';
import { withCookies } from '@/server/http';
import { withRefusals } from '@/server/lti/html';
import { continueLaunch } from '@/server/lti/sign-in';

export const GET = async (request: Request) => {
  const { headers } = request;
  const locale = preferredLocale(undefined, headers.get('accept-language'));
  return withRefusals(locale, async () => {
    const { to, cookies } = await continueLaunch(
      headers,
      new URL(request.url).searchParams.get('launch') ?? '',
      locale,
    );
    const answer = new Response(null, {
      status: 303,
      headers: { location: `${env.PUBLIC_URL}${to}`, 'cache-control': 'no-store' },
    });
    return withCookies(answer, cookies);
  });
};
