import 'server-only';
import type { Erasure, ErasureInput } from '@/contracts/privacy';
import { refusalOf, tiesOf } from '../accounts/delete-account';
import type { Outcome } from '../accounts/outcome';
import { audit } from '../discussion/audit';
import { inTransaction } from '../transaction';
import { requireMember } from '../viewer';
import { dropErasure, findErasure, planErasure } from './planned-erasure';
import { tellOfErasure } from './tell';

export async function readOwnErasure(headers: Headers): Promise<Erasure> {
  const viewer = await requireMember(headers);
  return { erasure: await findErasure(viewer.id) };
}

/** Asks for the viewer's own erasure. */
export async function askForErasure(headers: Headers, { password, posts }: ErasureInput): Promise<Outcome<Erasure>> {
  const viewer = await requireMember(headers);
  const problem = await refusalOf(viewer, headers, password);
  if (problem !== null) return { problem };
  const ties = await tiesOf(viewer.id);
  if (ties !== null) return ties;
  await inTransaction(async (tx) => {
    await planErasure(tx, viewer.id, posts, viewer.id);
    await audit(tx, { userId: viewer.id }, { cohortId: null, action: 'person.erase-later', subject: viewer.id });
  });
  await tellOfErasure(viewer.id);
  return { body: { erasure: await findErasure(viewer.id) } };
}

/** Takes it back. */
export async function takeErasureBack(headers: Headers): Promise<Erasure> {
  const viewer = await requireMember(headers);
  await inTransaction((tx) => dropErasure(tx, viewer.id, viewer.id));
  return { erasure: null };
}
