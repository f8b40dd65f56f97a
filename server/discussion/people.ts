import 'server-only';
import { disassemble, getChoseong } from 'es-hangul';
import { Prisma } from '@/.generated/prisma/client';
import type { PeopleQuery, Person } from '@/contracts/discussion';
import { db } from '../db';
import { AppError } from '../errors';
import type { Transaction } from '../transaction';
import { isStaffOf, type Reader } from './reader';
import { sqlThreadVisibleTo } from './visible';

/** Most people that a list of names to mention offers. */
const OFFERED = 20;

/** Authors and other people by id, as members of a cohort; who is gone is left out. */
export async function findPeople(
  cohortIds: readonly string[],
  userIds: readonly (string | null)[],
  tx: Pick<Transaction, 'user'> = db,
): Promise<Map<string, Person>> {
  const ids = [...new Set(userIds.flatMap((id) => id ?? []))];
  if (ids.length === 0) return new Map();
  const users = await tx.user.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      name: true,
      isAdmin: true,
      enrolments: { where: { cohortId: { in: [...cohortIds] }, role: { not: 'LEARNER' } }, select: { role: true } },
    },
  });
  return new Map(
    users.map(({ id, name, isAdmin, enrolments }) => [id, { id, name, isStaff: isAdmin || enrolments.length > 0 }]),
  );
}

/** Who may read a thread, by the ids of its cohort and its team. */
function readersOf(cohortId: string, teamId: string | null): Prisma.Sql {
  return Prisma.sql`
    SELECT u.id, u.name, u.is_admin OR COALESCE(e.role <> 'LEARNER', false) AS "isStaff"
    FROM "user" u LEFT JOIN enrolment e ON e.user_id = u.id AND e.cohort_id = ${cohortId}
    WHERE NOT u.is_anonymous
      AND (${teamId}::text IS NULL AND e.user_id IS NOT NULL OR e.team_id = ${teamId} OR e.role <> 'LEARNER')`;
}

/** Of these people, those who may read a thread there, whoever runs the site included. */
export async function onlyReaders(
  tx: Pick<Transaction, '$queryRaw'>,
  { cohortId, teamId }: { cohortId: string; teamId: string | null },
  userIds: readonly string[],
): Promise<string[]> {
  if (userIds.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (${readersOf(cohortId, teamId)}) AS reader WHERE id = ANY(${userIds}::text[])
    UNION SELECT id FROM "user" WHERE is_admin AND id = ANY(${userIds}::text[])`;
  return rows.map(({ id }) => id);
}

/**
 * Who can be mentioned in a thread, or where one is to be opened.
 * @throws {AppError} `not-found` for a place that the reader does not see, `invalid-input` for none
 */
export async function findMentionable(reader: Reader, { thread, cohort, team, query }: PeopleQuery): Promise<Person[]> {
  const place = thread === undefined ? placeOf(reader, cohort, team) : await placeOfThread(reader, thread);
  const people = await db.$queryRaw<Person[]>`
    ${readersOf(place.cohortId, place.teamId)} AND u.id <> ${reader.userId} ORDER BY u.name, u.id`;
  return people.filter(({ name }) => matches(name, query)).slice(0, OFFERED);
}

async function placeOfThread(reader: Reader, id: string) {
  const [place] = await db.$queryRaw<{ cohortId: string; teamId: string | null }[]>`
    SELECT t.cohort_id AS "cohortId", t.team_id AS "teamId" FROM thread t
    WHERE t.id = ${id} AND ${sqlThreadVisibleTo(reader)}`;
  if (place === undefined) throw new AppError('not-found');
  return place;
}

function placeOf(reader: Reader, cohortId: string | undefined, teamId: string | undefined) {
  if (cohortId === undefined) throw new AppError('invalid-input');
  const isStaff = isStaffOf(reader, cohortId);
  const isMember = reader.cohorts.includes(cohortId) && (teamId === undefined || reader.teams.includes(teamId));
  if (!isStaff && !isMember) throw new AppError('not-found');
  return { cohortId, teamId: teamId ?? null };
}

/** Anywhere in the name, letter by letter, so that a syllable may still be half typed; or by initial consonants. */
function matches(name: string, query: string): boolean {
  const wanted = query.trim().toLowerCase().normalize('NFC');
  const whole = name.toLowerCase().normalize('NFC');
  return disassemble(whole).includes(disassemble(wanted)) || (wanted !== '' && getChoseong(whole).includes(wanted));
}

/** `@[Name](user:ID)` in a text: whom it mentions, each once. What looks like code is skipped. */
export function mentionsIn(body: string): string[] {
  const prose = body.replace(/^(`{3,}|~{3,})[\s\S]*?(?:^\1|$(?![\s\S]))/gm, '').replace(/(`+)[^`]*?\1/g, '');
  return [...new Set([...prose.matchAll(/@\[[^\]\n]{1,200}\]\(user:([\w-]{1,64})\)/g)].map(([, id = '']) => id))];
}
