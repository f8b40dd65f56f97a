import 'server-only';
import * as z from 'zod';
import { PlatformUrlSchema } from '@/contracts/lti';
import { db } from '../db';
import { AGS_SCOPES } from './claims';
import { callService, readJson, type ServicePlatform } from './service';

const CONTAINER = 'application/vnd.ims.lis.v2.lineitemcontainer+json';
const LINE_ITEM = 'application/vnd.ims.lis.v2.lineitem+json';
const SCORE = 'application/vnd.ims.lis.v1.score+json';

/** Our name for the column of the total, among those of one tool in one course. */
export const TOTAL_RESOURCE = 'total';
/** What a total is out of. */
export const TOTAL_MAXIMUM = 100;

const LineItemSchema = z.looseObject({ id: PlatformUrlSchema });

/** A column that is filled. */
export interface Column {
  id: string;
  url: string;
  /** Empty: the total. */
  exerciseId: string;
}

interface Context {
  id: string;
  lineItemsUrl: string | null;
  agsScopes: readonly string[];
  platform: ServicePlatform;
}

/**
 * The columns of a course that its platform has. Where there is none for the total and we may, it is found by our name for it,
 * or made: never twice, and never again after the platform's people removed it.
 * @throws {ServiceError}
 */
export async function columnsOf(context: Context, label: string): Promise<Column[]> {
  const known = await db.ltiLineItem.findMany({
    where: { contextId: context.id },
    select: { id: true, url: true, exerciseId: true, goneAt: true },
  });
  if (!known.some(({ exerciseId }) => exerciseId === '')) {
    const url = await findOrMakeTotal(context, label);
    if (url !== null) {
      await db.ltiLineItem.createMany({ data: { contextId: context.id, url }, skipDuplicates: true });
      return columnsOf(context, label);
    }
  }
  return known.filter(({ goneAt }) => goneAt === null);
}

async function findOrMakeTotal({ lineItemsUrl, agsScopes, platform }: Context, label: string): Promise<string | null> {
  if (lineItemsUrl === null || !agsScopes.includes(AGS_SCOPES.lineItem)) return null;
  const search = new URL(lineItemsUrl);
  search.searchParams.set('resource_id', TOTAL_RESOURCE);
  const found = await callService(platform, [AGS_SCOPES.lineItem], search.href, { accept: CONTAINER });
  const [first] = await readJson(found, z.array(LineItemSchema));
  if (first !== undefined) return first.id;
  const made = await callService(platform, [AGS_SCOPES.lineItem], lineItemsUrl, {
    ...{ method: 'POST', accept: LINE_ITEM, contentType: LINE_ITEM },
    body: { scoreMaximum: TOTAL_MAXIMUM, label, resourceId: TOTAL_RESOURCE, tag: 'grade' },
  });
  return (await readJson(made, LineItemSchema)).id;
}

/** A score as the platform is to have it; `score` null: there is none. */
export interface Score {
  subject: string;
  timestamp: Date;
  score: number | null;
  outOf: number;
}

/** @throws {ServiceError} */
export async function postScore(
  platform: ServicePlatform,
  column: Column,
  { subject, timestamp, score, outOf }: Score,
): Promise<void> {
  const url = new URL(column.url);
  // The path is the column's own: its query, which some platforms use, stays.
  url.pathname = `${url.pathname.replace(/\/$/, '')}/scores`;
  const answer = await callService(platform, [AGS_SCOPES.score], url.href, {
    ...{ method: 'POST', contentType: SCORE },
    body: {
      userId: subject,
      timestamp: timestamp.toISOString(),
      // Without `scoreGiven` the platform clears what it had.
      ...(score === null ? {} : { scoreGiven: score, scoreMaximum: outOf }),
      activityProgress: score === null ? 'Initialized' : 'Submitted',
      gradingProgress: score === null ? 'NotReady' : 'FullyGraded',
    },
  });
  await answer.body?.cancel();
}
