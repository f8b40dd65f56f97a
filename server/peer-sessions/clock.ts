import 'server-only';
import { applyAction, type Clock, type ClockAction } from '@/contracts/session-clock';
import type { KnownViewer } from '../accounts/policies';
import { notify } from '../notifications/notify';
import { teammates } from '../teams/access';
import { inTransaction } from '../transaction';
import { holdSession, serverNow } from './access';
import { sizedFor } from './agenda';
import { arrive, fixRoles, tellTeam } from './people';

/**
 * Turns the shared clock, for everybody at once. A change names the clock that it stands on: of two who press "next" at
 * once one goes on, the other gets the clock as it is then. The first start fixes the roles and everybody's
 * turn, and tells who is not there.
 *
 * @returns `changed` false when another change came first, or the action makes no sense now
 * @throws {AppError} `not-found`; `forbidden` for staff; `conflict` when the session's day is over
 */
export async function turnClock(
  viewer: KnownViewer,
  sessionId: string,
  { action, baseRevision }: { action: ClockAction; baseRevision: number },
): Promise<{ changed: boolean; clock: Clock; serverTime: number }> {
  return inTransaction(async (tx) => {
    const session = await holdSession(tx, viewer, sessionId, { open: true });
    const serverTime = await serverNow(tx);
    const { clock, agenda } = session;
    const next = clock.revision === baseRevision ? applyAction(clock, action, agenda.items.length, serverTime) : null;
    if (next === null) return { changed: false, clock, serverTime };
    const members = await teammates(tx, session.team.id);
    const told: string[] = [];
    const starts = session.startedAt === null;
    if (starts) {
      await arrive(tx, session, viewer.id);
      await fixRoles(tx, session);
      const here = await tx.attendance.findMany({
        where: { sessionId, joinedAt: { not: null } },
        select: { userId: true },
      });
      const away = members.filter((id) => here.every(({ userId }) => userId !== id));
      told.push(...(await notify(tx, [{ kind: 'session', sessionId, actorId: viewer.id, recipients: away }])));
    }
    await tx.peerSession.update({
      where: { id: sessionId },
      data: {
        clock: next,
        ...(starts ? { startedAt: new Date(serverTime), agenda: sizedFor(agenda, members.length) } : {}),
        ...(next.state === 'ended' ? { endedAt: new Date(serverTime) } : {}),
      },
    });
    await tellTeam(tx, session, members, 'clock', told);
    return { changed: true, clock: next, serverTime };
  });
}
