import { preferredLocale } from '@/app/preferred-locale';
import { makeToken } from '@/server/accounts/tokens';

import { escapeHtml, ltiPage, ltiTexts, withRefusals } from '@/server/lti/html';
import { beginLogin, browserCookie, browserSecret, parseLogin, readForm } from '@/server/lti/login';
import { targetOf } from '@/server/lti/target';
import { enforceLimit } from '@/server/rate-limit';

const MAX_BYTES = 50_000;

/** A platform begins a login. In its frame, where there are no cookies, only a choice of content goes on; the rest opens a window. */
async function login(request: Request, readFields: () => Promise<URLSearchParams>): Promise<Response> {
  const { headers } = request;
  const locale = preferredLocale(undefined, headers.get('accept-language'));
  return withRefusals(locale, async () => {
    await enforceLimit('sign-in', { account: null, headers });
    const fields = await readFields();
    const asked = parseLogin(fields);
    const isFramed = (headers.get('sec-fetch-dest') ?? 'document') !== 'document';
    if (isFramed && targetOf(asked.target_link_uri)?.kind !== 'choose') {
      const t = ltiTexts(locale);
      const link = `/api/lti/login?${fields}`;
      const body = `<p>${escapeHtml(t('frameText'))}</p>
<p><a class="button" target="_blank" rel="noopener" href="${escapeHtml(link)}">${escapeHtml(t('openWindow'))}</a></p>`;
      return ltiPage({ locale, title: t('frameTitle'), body });
    }
    const browser = isFramed ? null : (browserSecret(headers) ?? makeToken());
    const location = await beginLogin(asked, browser);
    const answer = new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } });
    if (browser !== null) answer.headers.append('set-cookie', browserCookie(browser));
    return answer;
  });
}

export const GET = async (request: Request) => login(request, async () => new URL(request.url).searchParams);

export const POST = async (request: Request) => login(request, () => readForm(request, MAX_BYTES));
