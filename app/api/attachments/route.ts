import { MAX_UPLOAD_BYTES } from '@/contracts/attachment';
import { createAttachment } from '@/server/attachments/attachments';
import { AppError } from '@/server/errors';
import { json, readBody, route } from '@/server/http';
import { enforceLimit } from '@/server/rate-limit';
import { requireMember } from '@/server/viewer';

export const POST = route(async (request) => {
  const { headers } = request;
  const viewer = await requireMember(headers);
  // Not a type that a form of another site could send.
  if (!/^image\/[\w.+-]+$/i.test(headers.get('content-type') ?? '')) throw new AppError('invalid-input');
  await enforceLimit('attachment', { account: viewer.id, headers });
  const attachment = await createAttachment(viewer, await readBody(request, MAX_UPLOAD_BYTES));
  return json({ attachment }, { status: 201 });
});
