import { preferredLocale } from '@/app/preferred-locale';
import { returnPage } from '@/server/lti/deep-linking';
import { withRefusals } from '@/server/lti/html';
import { readForm } from '@/server/lti/login';

const MAX_BYTES = 10_000;

export const POST = async (request: Request) => {
  const locale = preferredLocale(undefined, request.headers.get('accept-language'));
  return withRefusals(locale, async () => returnPage(await readForm(request, MAX_BYTES), locale));
};
