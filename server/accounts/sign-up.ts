import 'server-only';
import { Prisma } from '@/.generated/prisma/client';
import type { SignUpInput } from '@/contracts/account';
import { db } from '../db';
import { AppError } from '../errors';
import { enforceLimit } from '../rate-limit';
import { findViewer } from '../viewer';
import { sendVerification } from './mails';
import { openSession } from './open-session';
import type { Outcome } from './outcome';
import { hashPassword, keepPassword } from './passwords';

/**
 * Makes a member of whoever asks. A guest's own row becomes the member, so that all their work, and grading still
 * under way, stays where it is. The guest's sessions end: a new one is opened for the member.
 */
export async function signUp(headers: Headers, input: SignUpInput): Promise<Outcome<Record<string, never>>> {
  await enforceLimit('sign-up', { account: input.email, headers });
  const viewer = await findViewer(headers);
  if (viewer?.kind === 'member') throw new AppError('conflict');
  const hash = await hashPassword(input.password);
  const userId = viewer?.id ?? crypto.randomUUID();
  const person = {
    name: input.name,
    email: input.email,
    emailVerified: false,
    isAnonymous: false,
    locale: input.locale,
  };
  try {
    await db.$transaction(async (tx) => {
      await tx.user.upsert({ where: { id: userId }, update: person, create: { id: userId, ...person } });
      await tx.session.deleteMany({ where: { userId } });
      await keepPassword(tx, userId, hash);
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      return { problem: 'email-taken' };
    throw error;
  }
  await sendVerification(userId, input.locale);
  return { body: {}, cookies: await openSession(userId, headers) };
}
