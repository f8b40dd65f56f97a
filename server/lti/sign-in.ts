import 'server-only';
import { randomUUID } from 'node:crypto';
import { createTranslator } from 'use-intl/core';
import type * as z from 'zod';
import type { LaunchAccountSchema } from '@/contracts/lti';
import type { Locale } from '@/grading/localized';
import en from '@/messages/en.json';
import ko from '@/messages/ko.json';
import { openSession } from '../accounts/open-session';
import { withMergeOffer } from '../accounts/pending-guest';
import { placeholderEmail } from '../accounts/placeholder-email';
import { db } from '../db';
import { AppError } from '../errors';
import { readManifest } from '../exercise-manifest';
import { inTransaction, isUniqueViolation } from '../transaction';
import { findViewer, type KnownViewer, requireMember } from '../viewer';
import type { ResourceLinkFacts } from './claims';
import { type KnownContext, rememberLaunch } from './contexts';
import { findLaunch, spendLaunch } from './launch';
import { browserSecret } from './login';
import { LtiRefusal } from './refusal';
import { targetOf } from './target';

const MESSAGES = { en, ko };

/** Where the browser goes on, with the cookies that sign it in. */
export interface Entrance {
  to: string;
  cookies: readonly string[];
}

/**
 * The browser is back for its launch. Whoever the platform's subject belongs to is signed in. For a subject that nobody is yet,
 * somebody who is signed in here is asked whether that is them; else an account is made.
 *
 * @param locale of the browser, for who has no account and whose platform names no language
 * @throws {LtiRefusal} `stale`, `browser`
 */
export async function continueLaunch(headers: Headers, token: string, locale: Locale): Promise<Entrance> {
  const { facts, platform } = await findLaunch(token, browserSecret(headers));
  const identity = await db.ltiIdentity.findUnique({
    where: { issuer_subject: { issuer: platform.issuer, subject: facts.subject } },
    select: { userId: true },
  });
  const viewer = await findViewer(headers);
  if (identity === null && viewer?.kind === 'member') {
    return { to: `/${facts.locale ?? locale}/lti/account?launch=${token}`, cookies: [] };
  }
  await spendLaunch(token);
  const userId = identity?.userId ?? (await createAccount(platform.issuer, facts, facts.locale ?? locale));
  return enter(headers, { userId, viewer, platformId: platform.id, facts });
}

/**
 * Whom a launch is of, for who has to say whether that is them.
 * @throws {AppError} `not-signed-in`, `not-found`
 */
export async function readLaunchAccount(headers: Headers, token: string): Promise<z.infer<typeof LaunchAccountSchema>> {
  const viewer = await requireMember(headers);
  const { facts, platform } = await launchOf(headers, token);
  return { platform: platform.name, name: facts.name, viewer: viewer.name };
}

/**
 * Links a platform's subject to the viewer's account, or to a new one, and goes in.
 * @throws {AppError} `not-signed-in`, `not-found`; `conflict` when it was linked meanwhile
 */
export async function answerLaunchAccount(
  headers: Headers,
  { launch, link }: { launch: string; link: boolean },
  locale: Locale,
): Promise<Entrance> {
  const viewer = await requireMember(headers);
  const { facts, platform } = await launchOf(headers, launch);
  await spendLaunch(launch).catch(notFound);
  try {
    if (link) {
      await db.ltiIdentity.create({ data: { issuer: platform.issuer, subject: facts.subject, userId: viewer.id } });
    }
    const userId = link ? viewer.id : await createAccount(platform.issuer, facts, facts.locale ?? locale);
    return await enter(headers, { userId, viewer, platformId: platform.id, facts });
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('conflict');
    throw error;
  }
}

function launchOf(headers: Headers, token: string) {
  return findLaunch(token, browserSecret(headers)).catch(notFound);
}

function notFound(error: unknown): never {
  throw error instanceof LtiRefusal ? new AppError('not-found', { cause: error }) : error;
}

async function createAccount(issuer: string, facts: ResourceLinkFacts, locale: Locale): Promise<string> {
  const id = randomUUID();
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'instructor.lti' });
  try {
    await db.user.create({
      data: {
        ...{ id, name: facts.name ?? t('nameless'), email: placeholderEmail(id), locale },
        ltiIdentities: { create: { issuer, subject: facts.subject } },
      },
    });
    return id;
  } catch (error) {
    // Two launches of one person at once: whoever was first made the account.
    if (!isUniqueViolation(error)) throw error;
    const where = { issuer_subject: { issuer, subject: facts.subject } };
    return (await db.ltiIdentity.findUniqueOrThrow({ where, select: { userId: true } })).userId;
  }
}

async function enter(
  headers: Headers,
  {
    userId,
    viewer,
    platformId,
    facts,
  }: { userId: string; viewer: KnownViewer | null; platformId: string; facts: ResourceLinkFacts },
): Promise<Entrance> {
  const context = await inTransaction((tx) => rememberLaunch(tx, platformId, userId, facts));
  const user = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { locale: true } });
  const locale = facts.locale ?? (user.locale === 'en' ? 'en' : 'ko');
  const to = `/${locale}${await pathOf(facts, context)}`;
  if (viewer?.id === userId) return { to, cookies: [] };
  const { body, cookies } = await withMergeOffer(await openSession(userId, headers));
  return { to: body.offersMerge ? `/${locale}/sign-in/merge?next=${encodeURIComponent(to)}` : to, cookies };
}

/** Who teaches a course that has no cohort is asked for one, before anything else. */
async function pathOf({ role, targetLinkUri }: ResourceLinkFacts, context: KnownContext | null): Promise<string> {
  if (role === 'INSTRUCTOR' && context?.cohortId === null) return `/lti/contexts/${context.id}`;
  const target = targetOf(targetLinkUri);
  if (target?.kind === 'exercise') {
    const { exercises } = await readManifest();
    if (exercises.some(({ id }) => id === target.exercise)) return `/exercises/${target.exercise}`;
  }
  const isStaff = role === 'INSTRUCTOR' || role === 'ASSISTANT';
  const cohortId = isStaff ? (context?.cohortId ?? null) : null;
  const isOpen = cohortId !== null && (await db.cohort.count({ where: { id: cohortId, archivedAt: null } })) > 0;
  return isOpen ? `/cohorts/${cohortId}` : '';
}
