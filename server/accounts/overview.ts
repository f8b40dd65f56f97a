import 'server-only';
import type * as z from 'zod';
import type { AccountOverview, ProfileInputSchema } from '@/contracts/account';
import { db } from '../db';
import { env } from '../env';
import { findViewer, requireMember, toPublicViewer } from '../viewer';
import { sendsMail } from './mail';
import { hasPassword } from './passwords';

/** What the account pages need to know of the viewer and of this site. */
export async function readAccount(headers: Headers): Promise<AccountOverview> {
  const viewer = await findViewer(headers);
  return {
    viewer: viewer && toPublicViewer(viewer),
    hasPassword: viewer !== null && (await hasPassword(viewer.id)),
    mail: sendsMail(),
    provider: env.OIDC_ISSUER === undefined ? null : env.OIDC_NAME,
  };
}

export async function changeProfile(headers: Headers, { name }: z.infer<typeof ProfileInputSchema>): Promise<void> {
  const viewer = await requireMember(headers);
  await db.user.update({ where: { id: viewer.id }, data: { name } });
}
