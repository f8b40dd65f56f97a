import { SendVerificationInputSchema } from '@/contracts/account';
import { resendVerification } from '@/server/accounts/change-email';
import { respond } from '@/server/accounts/outcome';
import { parseBody, route } from '@/server/http';

export const POST = route(async (request) => {
  const { locale } = await parseBody(request, SendVerificationInputSchema);
  return respond(await resendVerification(request.headers, locale));
});
