import 'server-only';
import type { PersonErasureInput, SiteAudit, SitePerson } from '@/contracts/privacy';
import { exportPerson } from '../accounts/export-data';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { audit } from '../discussion/audit';
import { findPeople } from '../discussion/people';
import { AppError } from '../errors';
import { ledAlone, refuseLastInstructor } from '../people/hold';
import { inTransaction, type Transaction } from '../transaction';
import { erasePerson } from './erase';
import { dropErasure, findErasure, planErasure } from './planned-erasure';
import { refuseOthers } from './site-admin';
import { tellOfErasure } from './tell';

/** A member by their whole address; null: there is none. */
export async function findPerson(viewer: KnownViewer, email: string): Promise<SitePerson> {
  refuseOthers(viewer);
  const row = await db.user.findFirst({
    where: { email, isAnonymous: false },
    select: {
      id: true,
      name: true,
      email: true,
      createdAt: true,
      enrolments: { select: { cohort: { select: { name: true } } }, orderBy: { createdAt: 'asc' } },
    },
  });
  if (row === null) return { person: null };
  const { enrolments, createdAt, ...person } = row;
  return {
    person: {
      ...person,
      createdAt: createdAt.toISOString(),
      cohorts: enrolments.map(({ cohort }) => cohort.name),
      erasure: await findErasure(row.id),
      lastIn: await ledAlone(db, row.id),
    },
  };
}

/**
 * Everything about a person, for who runs the site, on the person's request. Written down before it is read.
 * @throws {AppError} `forbidden`; `not-found`
 */
export async function exportFor(viewer: KnownViewer, userId: string) {
  refuseOthers(viewer);
  await requireMemberOf(db, userId);
  await audit(db, { userId: viewer.id }, { cohortId: null, action: 'person.export', subject: userId });
  return exportPerson(userId);
}

/**
 * Erases a person, at once or after the time in which it can be taken back.
 * @throws {AppError} `forbidden`, also for the viewer's own account, which has its own page; `not-found`; `conflict` for the last
 *   instructor of a cohort
 */
export async function eraseFor(
  viewer: KnownViewer,
  userId: string,
  { posts, at, reason }: PersonErasureInput,
): Promise<void> {
  refuseOthers(viewer);
  if (userId === viewer.id) throw new AppError('forbidden');
  await inTransaction(async (tx) => {
    await requireMemberOf(tx, userId);
    const deed = { cohortId: null, subject: userId, reason };
    if (at === 'now') {
      await erasePerson(tx, userId, posts);
      await audit(tx, { userId: viewer.id }, { ...deed, action: 'person.erase' });
    } else {
      await refuseLastInstructor(tx, userId);
      await planErasure(tx, userId, posts, viewer.id);
      await audit(tx, { userId: viewer.id }, { ...deed, action: 'person.erase-later' });
    }
  });
  if (at === 'later') await tellOfErasure(userId);
}

/** @throws {AppError} `forbidden`; `not-found` */
export async function keepFor(viewer: KnownViewer, userId: string): Promise<void> {
  refuseOthers(viewer);
  await inTransaction(async (tx) => {
    await requireMemberOf(tx, userId);
    await dropErasure(tx, userId, viewer.id);
  });
}

async function requireMemberOf(tx: Pick<Transaction, 'user'>, userId: string): Promise<void> {
  const count = await tx.user.count({ where: { id: userId, isAnonymous: false } });
  if (count === 0) throw new AppError('not-found');
}

/** @throws {AppError} `forbidden` */
export async function readSiteAudit(viewer: KnownViewer): Promise<SiteAudit> {
  refuseOthers(viewer);
  const rows = await db.auditEntry.findMany({ where: { cohortId: null }, orderBy: { id: 'desc' }, take: 50 });
  const people = await findPeople(
    [],
    rows.flatMap(({ actorId, subject }) => [actorId, subject]),
  );
  return {
    entries: rows.map(({ id, action, actorId, subject, reason, createdAt }) => ({
      ...{ id, action, reason },
      actor: people.get(actorId ?? '')?.name ?? null,
      about: people.get(subject)?.name ?? null,
      createdAt: createdAt.toISOString(),
    })),
  };
}
