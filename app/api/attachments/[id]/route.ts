import * as z from 'zod';
import { readAttachment } from '@/server/attachments/attachments';
import { AppError } from '@/server/errors';
import { route } from '@/server/http';
import { requireMember } from '@/server/viewer';

type Context = { params: Promise<{ id: string }> };

export const GET = route(async ({ headers }, { params }: Context) => {
  const id = z.uuid().safeParse((await params).id.toLowerCase());
  const viewer = await requireMember(headers);
  if (!id.success) throw new AppError('not-found');
  const { data, mime } = await readAttachment(viewer, id.data);
  return new Response(new Uint8Array(data), {
    headers: {
      'content-type': mime,
      'content-disposition': `inline; filename="${id.data}.${mime.replace('image/', '')}"`,
      'content-length': String(data.length),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      // Never changes; another account on this browser asks anew.
      'cache-control': 'private, max-age=31536000, immutable',
      vary: 'cookie',
    },
  });
});
