import 'server-only';
import { randomUUID } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import { createTranslator } from 'use-intl/core';
import type { Prisma } from '@/.generated/prisma/client';
import type { InvitationLink, InvitationLinks, RenewInvitations } from '@/contracts/cohort-people';
import { ROSTER_ROWS } from '@/contracts/cohort-people';
import type { Locale } from '@/grading/localized';
import en from '@/messages/en.json';
import ko from '@/messages/ko.json';
import { sendMail, sendsMail } from '../accounts/mail';
import type { KnownViewer } from '../accounts/policies';
import { hashToken, makeToken } from '../accounts/tokens';
import { db } from '../db';
import { env } from '../env';
import { AppError } from '../errors';
import { inTransaction, type Transaction } from '../transaction';
import { holdPeople } from './hold';

const MESSAGES = { en, ko };
/** How long a link works, in milliseconds. */
const LIFETIME_MS = 30 * 24 * 3_600_000;

/** Of which the token is known, once. */
export type MadeInvitation = InvitationLink;

/** Whom to invite, as what, into which team. */
interface Invited {
  email: string;
  name: string;
  role: InvitationLink['role'];
  teamId: string | null;
  /** Its name. */
  team: string | null;
}

/** Invitations that wait to be taken up. */
export const WAITING = { acceptedAt: null, revokedAt: null } as const satisfies Prisma.InvitationWhereInput;

function urlOf(token: string, locale: string): string {
  return `${env.PUBLIC_URL}/${locale}/join/invitation/${token}`;
}

/**
 * Makes invitations; one that the same address had in this cohort before is replaced. Nobody of them is enrolled or waits for
 * one that works, and the cohort is held.
 */
export async function makeInvitations(
  tx: Transaction,
  viewer: KnownViewer,
  { cohortId, locale }: { cohortId: string; locale: string },
  people: readonly Invited[],
): Promise<MadeInvitation[]> {
  if (people.length === 0) return [];
  const expiresAt = new Date(Date.now() + LIFETIME_MS);
  const made = people.map((person) => ({ ...person, id: randomUUID(), token: makeToken() }));
  await tx.$executeRaw`
    INSERT INTO invitation
      (id, cohort_id, email, name, role, team_id, locale, token_hash, expires_at, created_by_id)
    SELECT id, ${cohortId}, email, name, role::role, team, ${locale}, hash, ${expiresAt}, ${viewer.id}
    FROM unnest(${made.map(({ id }) => id)}::text[], ${made.map(({ email }) => email)}::text[],
      ${made.map(({ name }) => name)}::text[], ${made.map(({ role }) => role)}::text[],
      ${made.map(({ teamId }) => teamId)}::text[], ${made.map(({ token }) => hashToken(token))}::text[]
    ) AS made(id, email, name, role, team, hash)
    ON CONFLICT (cohort_id, email) DO UPDATE SET
      id = EXCLUDED.id, name = EXCLUDED.name, role = EXCLUDED.role, team_id = EXCLUDED.team_id,
      locale = EXCLUDED.locale, token_hash = EXCLUDED.token_hash, expires_at = EXCLUDED.expires_at,
      created_by_id = EXCLUDED.created_by_id, created_at = now(), mailed_at = NULL, accepted_at = NULL,
      accepted_by_id = NULL, revoked_at = NULL`;
  await tx.auditEntry.createMany({
    data: made.map(({ id, role, teamId }) => ({
      ...{ actorId: viewer.id, cohortId, action: 'invitation.make', subject: id, detail: { role, team: teamId } },
    })),
  });
  return made.map(({ id, email, name, role, team, token }) => ({
    ...{ id, email, name, role, team, url: urlOf(token, locale), expires: expiresAt.toISOString() },
  }));
}

/**
 * New links for invitations that wait, for thirty days more; with `send` they go out by mail. Earlier links open nothing then.
 * @throws {AppError} `not-found`, also where none of them waits; `forbidden` for an assistant
 */
export async function renewInvitations(
  viewer: KnownViewer,
  cohortId: string,
  { invitations, send, locale }: RenewInvitations,
): Promise<InvitationLinks> {
  const links = await inTransaction(async (tx) => {
    await holdPeople(tx, viewer, cohortId);
    const waiting = await tx.invitation.findMany({
      where: { cohortId, ...WAITING, ...(invitations === 'all' ? {} : { id: { in: invitations } }) },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: ROSTER_ROWS,
      select: { id: true, email: true, name: true, role: true, team: { select: { name: true } } },
    });
    if (waiting.length === 0) throw new AppError('not-found');
    const expiresAt = new Date(Date.now() + LIFETIME_MS);
    const renewed = waiting.map(({ team, ...person }) => ({
      ...person,
      team: team?.name ?? null,
      token: makeToken(),
    }));
    await tx.$executeRaw`
      UPDATE invitation SET token_hash = renewed.hash, expires_at = ${expiresAt}, locale = ${locale}, mailed_at = NULL
      FROM unnest(${renewed.map(({ id }) => id)}::text[],
        ${renewed.map(({ token }) => hashToken(token))}::text[]) AS renewed(id, hash)
      WHERE invitation.id = renewed.id`;
    await tx.auditEntry.createMany({
      data: renewed.map(({ id }) => ({ actorId: viewer.id, cohortId, action: 'invitation.renew', subject: id })),
    });
    return renewed.map(({ token, ...person }) => ({
      ...person,
      url: urlOf(token, locale),
      expires: expiresAt.toISOString(),
    }));
  });
  const mailed = send && (await sendInvitations(viewer, cohortId, links, locale));
  return { links, csv: linksAsCsv(links, locale), mailed };
}

/**
 * Its link opens nothing from now on.
 * @throws {AppError} `not-found`, also for one that is taken up or revoked; `forbidden` for an assistant
 */
export async function revokeInvitation(viewer: KnownViewer, cohortId: string, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    await holdPeople(tx, viewer, cohortId);
    const { count } = await tx.invitation.updateMany({
      where: { id, cohortId, ...WAITING },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new AppError('not-found');
    await tx.auditEntry.create({ data: { actorId: viewer.id, cohortId, action: 'invitation.revoke', subject: id } });
  });
}

/**
 * Hands invitations to the mail server, one after the other, while nobody waits for it. One that could not be sent is seen by
 * that in the list, and sent again from there.
 *
 * @returns whether this site sends mail
 */
export async function sendInvitations(
  viewer: KnownViewer,
  cohortId: string,
  links: readonly MadeInvitation[],
  locale: Locale,
): Promise<boolean> {
  if (!sendsMail() || links.length === 0) return false;
  const { name: cohort } = await db.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: { name: true } });
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'account.mails' });
  void (async () => {
    for (const { id, email, url } of links) {
      const isSent = await sendMail(
        email,
        t('invitation.subject', { cohort }),
        t('invitation.text', { by: viewer.name, cohort, url }),
      );
      if (isSent) await db.invitation.updateMany({ where: { id }, data: { mailedAt: new Date() } });
    }
  })();
  return true;
}

/** For spreadsheets, Korean Excel's included: with a mark, and no cell begins a formula. */
export function linksAsCsv(links: readonly InvitationLink[], locale: Locale): string {
  const { columns, roles } = MESSAGES[locale].instructor.people;
  return stringify(
    [
      [columns.name, columns.email, columns.role, columns.team, columns.link],
      ...links.map(({ name, email, role, team, url }) => [name, email, roles[role], team ?? '', url]),
    ],
    { bom: true, escape_formulas: true, record_delimiter: 'windows' },
  );
}
