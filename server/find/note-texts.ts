import 'server-only';
import { db } from '../db';
import type { Reader } from '../discussion/reader';
import { readNotesText } from '../peer-sessions/notes';
import { sqlSessionVisibleTo } from './visible';

/** Notes that one search brings up to date; the next does the rest. */
const MOST = 60;

/**
 * Notes are kept as updates of a shared document, which no index can read: their text is made when somebody who may see
 * them searches, of those that have changed since.
 */
export async function refreshNoteTexts(reader: Reader): Promise<void> {
  const stale = await db.$queryRaw<{ id: string; row: bigint }[]>`
    SELECT ps.id, latest.row FROM peer_session ps
    JOIN team ON team.id = ps.team_id
    CROSS JOIN LATERAL (SELECT max(u.id) AS row FROM note_update u WHERE u.session_id = ps.id) AS latest
    LEFT JOIN note_text n ON n.session_id = ps.id
    WHERE ${sqlSessionVisibleTo(reader)} AND latest.row IS NOT NULL AND latest.row IS DISTINCT FROM n.last_row
    ORDER BY ps.day DESC LIMIT ${MOST}`;
  for (const { id, row } of stale) {
    const text = await readNotesText(id);
    // Of two searches at once the one that knows more rows is kept.
    await db.$executeRaw`
      INSERT INTO note_text AS n (session_id, last_row, text, updated_at) VALUES (${id}, ${row}, ${text}, now())
      ON CONFLICT (session_id) DO UPDATE SET last_row = EXCLUDED.last_row, text = EXCLUDED.text, updated_at = now()
      WHERE n.last_row < EXCLUDED.last_row`;
  }
}
