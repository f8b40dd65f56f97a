import type { Role } from '@/.generated/prisma/enums';
import { db } from '@/server/db';
import { newJoinCode } from '@/server/teams/join-code';
import { Learner } from './learner';

/** Somebody with an account. */
export async function member(name: string): Promise<Learner> {
  const person = await Learner.guest();
  await db.user.update({ where: { id: await person.id() }, data: { isAnonymous: false, name } });
  return person;
}

/** A cohort in Seoul that meets every day, from `startsOn` (a day, as `2026-11-30`) on. */
export async function makeCohort(
  slug: string,
  people: readonly (readonly [Learner, Role])[],
  { startsOn = '2026-11-02', timeZone = 'Asia/Seoul', sessionDays = [1, 2, 3, 4, 5, 6, 7], teamSize = 6 } = {},
): Promise<string> {
  const { id } = await db.cohort.create({
    data: {
      ...{ slug, name: slug, joinCode: newJoinCode(), timeZone, sessionDays, teamSize },
      startsOn: new Date(`${startsOn}T00:00:00Z`),
    },
  });
  const now = Date.now() - people.length;
  for (const [at, [person, role]] of people.entries()) {
    // No two in the same millisecond: who came first is asked about.
    const createdAt = new Date(now + at);
    await db.enrolment.create({ data: { userId: await person.id(), cohortId: id, role, createdAt } });
  }
  return id;
}

/** A team with these people, who learn in the cohort already. */
export async function makeTeam(cohortId: string, name: string, people: readonly Learner[]): Promise<string> {
  const { id } = await db.team.create({ data: { cohortId, name, joinCode: newJoinCode() } });
  for (const person of people) {
    await db.enrolment.update({
      where: { userId_cohortId: { userId: await person.id(), cohortId } },
      data: { teamId: id },
    });
  }
  return id;
}

export const contextOf = (id: string) => ({ context: { params: Promise.resolve({ id }) } });

/** Everybody whom an authorization test asks about, around one team `own`. */
export async function makeCast({ startsOn }: { startsOn?: string } = {}) {
  const [ada, bo, eve, lone] = [await member('김서연'), await member('Bo'), await member('Eve'), await member('Lone')];
  const [assistant, instructor] = [await member('Assistant'), await member('Instructor')];
  const [stranger, nobody, admin] = [await member('Stranger'), await member('Nobody'), await member('Admin')];
  await db.user.update({ where: { id: await admin.id() }, data: { isAdmin: true } });
  const cohort = await makeCohort(
    'cast',
    [
      [ada, 'LEARNER'],
      [bo, 'LEARNER'],
      [eve, 'LEARNER'],
      [lone, 'LEARNER'],
      [assistant, 'ASSISTANT'],
      [instructor, 'INSTRUCTOR'],
    ],
    startsOn === undefined ? {} : { startsOn },
  );
  const other = await makeCohort('other', [[stranger, 'INSTRUCTOR']]);
  const team = await makeTeam(cohort, '경사', [ada, bo]);
  const otherTeam = await makeTeam(cohort, 'Backprop', [eve]);
  const guest = await Learner.guest();
  return {
    people: { ada, bo, eve, lone, assistant, instructor, stranger, nobody, admin, guest },
    ...{ cohort, other, team, otherTeam },
  };
}
