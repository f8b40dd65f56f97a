import 'server-only';
import * as z from 'zod';
import { db } from '../db';
import { inTransaction } from '../transaction';
import { NRPS_SCOPE, roleOf } from './claims';
import { nextLink } from './link-header';
import { callService, readJson, ServiceError } from './service';

/** Members that are asked for at once, and pages that are read at most: a platform that never ends is not followed for ever. */
const PAGE = 200;
const MOST_PAGES = 500;

const MEDIA_TYPE = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';

const PageSchema = z.object({
  members: z.array(
    z.object({
      user_id: z.string().min(1).max(255),
      status: z.string().default('Active'),
      name: z.string().optional(),
      roles: z.array(z.string()),
    }),
  ),
});
type Member = z.infer<typeof PageSchema>['members'][number];

/**
 * Reads the roster of a course from its platform, to its end, and keeps it: who is new, who changed, who is there no more. A role
 * in the cohort comes with somebody's first launch, by no roster; and none is taken away by one.
 * @throws {ServiceError}
 */
export async function readRoster(contextId: string, now = new Date()): Promise<void> {
  const context = await db.ltiContext.findUniqueOrThrow({
    where: { id: contextId },
    select: {
      membershipsUrl: true,
      platform: { select: { id: true, clientId: true, tokenUrl: true } },
    },
  });
  if (context.membershipsUrl === null) return;
  const members = await readPages(context.platform, context.membershipsUrl);
  // Of somebody who is told twice the last counts.
  const rows = [...new Map(members.map((member) => [member.user_id, member])).values()];
  await inTransaction(async (tx) => {
    await tx.ltiMember.updateMany({ where: { contextId }, data: { isActive: false } });
    await tx.$executeRaw`
      INSERT INTO lti_member (context_id, subject, name, role, is_active)
      SELECT ${contextId}, subject, name, role::role, is_active FROM unnest(
        ${rows.map(({ user_id }) => user_id)}::text[],
        ${rows.map(({ name }) => name?.replaceAll('\0', '').toWellFormed().trim().slice(0, 255) || null)}::text[],
        ${rows.map(({ roles }) => roleOf(roles))}::text[],
        ${rows.map(({ status }) => status === 'Active')}::boolean[]
      ) AS given(subject, name, role, is_active)
      ON CONFLICT (context_id, subject) DO UPDATE SET
        name = COALESCE(EXCLUDED.name, lti_member.name), role = EXCLUDED.role, is_active = EXCLUDED.is_active`;
    await tx.ltiContext.update({ where: { id: contextId }, data: { rosterAt: now } });
  });
}

async function readPages(
  platform: { id: string; clientId: string; tokenUrl: string },
  first: string,
): Promise<Member[]> {
  const members: Member[] = [];
  const start = new URL(first);
  start.searchParams.set('limit', String(PAGE));
  let url: string | null = start.href;
  for (let page = 0; url !== null; page += 1) {
    if (page === MOST_PAGES) throw new ServiceError(0, 'too many pages');
    const answer: Response = await callService(platform, [NRPS_SCOPE], url, { accept: MEDIA_TYPE });
    members.push(...(await readJson(answer, PageSchema)).members);
    url = nextPage(answer.headers.get('link'), url);
  }
  return members;
}

/** A page on another host is not asked for: it would be given the token. */
function nextPage(header: string | null, current: string): string | null {
  const target = nextLink(header);
  if (target === null) return null;
  const next = URL.canParse(target, current) ? new URL(target, current) : null;
  if (next?.origin !== new URL(current).origin) throw new ServiceError(0, 'next page on another host');
  return next.href;
}
