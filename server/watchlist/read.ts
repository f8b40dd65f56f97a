import 'server-only';
import { localDay } from '@/content/plan/calendar';
import { type OwnWatch, WATCH_DEFAULTS, type Watchlist, type WatchSettings } from '@/contracts/watchlist';
import { canManageCohort, type KnownViewer } from '../accounts/policies';
import { staffedBy } from '../cohorts/access';
import { db } from '../db';
import { AppError } from '../errors';
import { readManifest } from '../exercise-manifest';
import { calendarOf } from '../peer-sessions/today';
import { learned } from '../teams/access';
import { findLearners, findReasons, type Watched } from './facts';
import { byUrgency, quietOn } from './rules';

const COHORT = {
  id: true,
  name: true,
  timeZone: true,
  startsOn: true,
  endsOn: true,
  sessionDays: true,
  assignments: { select: { exerciseId: true } },
  watchSettings: { omit: { cohortId: true } },
} as const;

/** All facts that there are, however small. */
const EVERYTHING: WatchSettings = { inactive: 1, behind: 1, stuck: 1, absent: 1, hints: 1 };

/**
 * Whom the rules of a cohort name, and why.
 * @throws {AppError} `not-found`, also for a cohort that is none of the viewer's business
 */
export async function readWatchlist(viewer: KnownViewer, id: string, now = new Date()): Promise<Watchlist> {
  const cohort = await db.cohort.findFirst({
    where: { AND: [staffedBy(viewer), { id }] },
    select: { ...COHORT, teams: { select: { id: true, name: true } } },
  });
  if (cohort === null) throw new AppError('not-found');
  const settings = cohort.watchSettings ?? WATCH_DEFAULTS;
  const watched = await watchedOf(cohort, now);
  const { calendar, today } = watched;
  const quiet = quietOn(today, calendar);
  const learners = await findLearners(watched);
  const [reasons, asides] =
    quiet === null
      ? await Promise.all([findReasons(watched, settings, learners), findAsides(id, today)])
      : [new Map(), new Map()];
  const teams = new Map(cohort.teams.map((team) => [team.id, team]));
  const entries = learners.flatMap(({ id: learner, name, email, teamId, joined, isDone }) => {
    const why = reasons.get(learner) ?? [];
    if (why.length === 0 || isDone || quietOn(today, calendar, joined) !== null) return [];
    const team = teamId === null ? null : (teams.get(teamId) ?? null);
    return [{ learner: { id: learner, name }, email, team, reasons: why, aside: asides.get(learner) ?? null }];
  });
  return {
    cohort: { id, name: cohort.name },
    ...{ settings, mayChange: canManageCohort(viewer, id), quiet, today },
    learners: learners.length,
    entries: entries.toSorted(byUrgency),
  };
}

/** What the rules of the cohorts in which the viewer learns know of them. */
export async function readOwnWatch(viewer: KnownViewer, now = new Date()): Promise<OwnWatch> {
  const cohorts = await db.cohort.findMany({
    where: { AND: [learned(viewer), { archivedAt: null }] },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    select: COHORT,
  });
  return { cohorts: await Promise.all(cohorts.map((cohort) => ownFacts(viewer, cohort, now))) };
}

async function ownFacts(viewer: KnownViewer, cohort: Cohort, now: Date): Promise<OwnWatch['cohorts'][number]> {
  const watched = { ...(await watchedOf(cohort, now)), userId: viewer.id };
  const [learner] = await findLearners(watched);
  const reasons = learner && (await findReasons(watched, EVERYTHING, [learner]));
  const quiet = quietOn(watched.today, watched.calendar, learner?.joined);
  return {
    ...{ id: cohort.id, name: cohort.name, settings: cohort.watchSettings ?? WATCH_DEFAULTS },
    quiet: quiet ?? (learner?.isDone ? 'done' : null),
    facts: reasons?.get(viewer.id) ?? [],
  };
}

interface Cohort {
  id: string;
  name: string;
  timeZone: string;
  startsOn: Date;
  endsOn: Date | null;
  sessionDays: number[];
  assignments: { exerciseId: string }[];
  watchSettings: WatchSettings | null;
}

async function watchedOf(cohort: Cohort, now: Date): Promise<Watched> {
  const { exercises } = await readManifest();
  const planned = new Set(cohort.assignments.map(({ exerciseId }) => exerciseId));
  return {
    ...{ cohortId: cohort.id, now, calendar: calendarOf(cohort), today: localDay(now, cohort.timeZone) },
    exercises: exercises.flatMap(({ id }) => (planned.size === 0 || planned.has(id) ? [id] : [])),
  };
}

async function findAsides(cohortId: string, today: string) {
  const rows = await db.watchAside.findMany({
    where: { cohortId, until: { gte: new Date(today) } },
    select: { userId: true, until: true, note: true, createdAt: true, createdBy: { select: { name: true } } },
  });
  return new Map(
    rows.map(({ userId, until, note, createdAt, createdBy }) => [
      userId,
      { until: until.toISOString().slice(0, 10), note, by: createdBy?.name ?? null, at: createdAt.toISOString() },
    ]),
  );
}
