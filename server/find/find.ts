import 'server-only';
import { Prisma } from '@/.generated/prisma/client';
import type { FindHit, FindQuery, Found } from '@/contracts/find';
import { db } from '../db';
import type { Reader } from '../discussion/reader';
import { sqlPostShownTo, sqlThreadVisibleTo } from '../discussion/visible';
import { refreshNoteTexts } from './note-texts';
import { markdownSnippetOf, snippetOf } from './snippet';
import { sqlEntryVisibleTo, sqlSessionVisibleTo } from './visible';
import { folded, likePattern, wordsOf } from './words';

/** Hits of one page. */
const PAGE = 20;
/** Text of a hit that its snippet is looked for in, in characters. */
const LOOKED_AT = 20_000;

/** Newest hits of each kind that are ranked: a word that everybody uses would have the database rank everything. */
const CANDIDATES = 200;

const IS_MARKDOWN: Record<FindHit['kind'], boolean> = {
  thread: false,
  post: true,
  notes: true,
  item: false,
  log: true,
};

interface Row {
  kind: FindHit['kind'];
  id: string;
  number: number | null;
  title: string;
  day: string | null;
  author: string | null;
  at: Date;
  text: string;
}

/**
 * What the reader may see that has every word of the query: as a part of its text, whatever its Unicode form and case, or as
 * an English word in another form. Nothing that is deleted, hidden or spoils: the rules are part of each query.
 */
export async function find(reader: Reader, query: FindQuery): Promise<Found> {
  const words = wordsOf(query.q);
  if (words.length === 0) return { hits: [], next: null };
  if (query.where === 'all' || query.where === 'sessions') await refreshNoteTexts(reader);
  const rows = await db.$queryRaw<Row[]>`
    SELECT kind, id, number, title, day, author, at, text FROM (
      ${Prisma.join(
        partsOf(reader, query, words).map((part) => Prisma.sql`(${part} ORDER BY at DESC LIMIT ${CANDIDATES})`),
        ' UNION ALL ',
      )}
    ) AS hits
    ORDER BY ${sqlRank(query.q)} DESC, at DESC, id, number
    LIMIT ${PAGE + 1} OFFSET ${query.offset}`;
  return {
    hits: rows.slice(0, PAGE).map(({ text, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      snippet: (IS_MARKDOWN[row.kind] ? markdownSnippetOf : snippetOf)(text, words),
    })),
    next: rows.length > PAGE ? query.offset + PAGE : null,
  };
}

const LOG_TEXT = Prisma.sql`e.learned || E'\n' || e.derived || E'\n' || e.mistake || E'\n' || e.question || E'\n' || e.thanks`;

function partsOf(reader: Reader, query: FindQuery, words: readonly string[]): Prisma.Sql[] {
  const { where, unit, days, author } = query;
  const has = (text: Prisma.Sql) => sqlHas(text, words);
  const since = (at: Prisma.Sql) =>
    days === undefined ? Prisma.empty : Prisma.sql`AND ${at} > now() - ${days} * interval '1 day'`;
  const by = (name: Prisma.Sql) =>
    author === '' ? Prisma.empty : Prisma.sql`AND lower(normalize(${name}, NFC)) LIKE ${likePattern(folded(author))}`;
  const ofUnit =
    unit === ''
      ? Prisma.empty
      : Prisma.sql`AND (starts_with(t.lesson_id, ${`${unit}.`}) OR starts_with(t.exercise_id, ${`${unit}/`}))`;
  const open = Prisma.sql`${sqlThreadVisibleTo(reader)} AND t.hidden_at IS NULL AND t.merged_into_id IS NULL`;
  const parts: Prisma.Sql[] = [];
  if (where === 'all' || where === 'threads') {
    parts.push(
      Prisma.sql`
        SELECT 'thread' AS kind, t.id, NULL::int AS number, t.title, NULL::text AS day, u.name AS author,
          t.created_at AS at, t.title AS text, 1 AS extra
        FROM thread t LEFT JOIN "user" u ON u.id = t.author_id
        WHERE ${has(Prisma.sql`t.title`)} AND ${open} ${ofUnit} ${since(Prisma.sql`t.created_at`)} ${by(Prisma.sql`u.name`)}`,
      Prisma.sql`
        SELECT 'post' AS kind, t.id, p.number, t.title, NULL::text AS day, u.name AS author, p.created_at AS at,
          left(p.body, ${LOOKED_AT}) AS text, 0 AS extra
        FROM post p JOIN thread t ON t.id = p.thread_id LEFT JOIN "user" u ON u.id = p.author_id
        WHERE ${has(Prisma.sql`p.body`)} AND ${open} AND p.hidden_at IS NULL AND ${sqlPostShownTo(reader)}
          ${ofUnit} ${since(Prisma.sql`p.created_at`)} ${by(Prisma.sql`u.name`)}`,
    );
  }
  if (unit === '' && (where === 'all' || where === 'sessions')) {
    const visible = sqlSessionVisibleTo(reader);
    // Notes are everybody's: asked for somebody's words, they are left out.
    if (author === '') {
      parts.push(Prisma.sql`
        SELECT 'notes' AS kind, ps.id, NULL::int AS number, team.name AS title, ps.day::text AS day, NULL::text AS author,
          n.updated_at AS at, left(n.text, ${LOOKED_AT}) AS text, 0 AS extra
        FROM note_text n JOIN peer_session ps ON ps.id = n.session_id JOIN team ON team.id = ps.team_id
        WHERE ${has(Prisma.sql`n.text`)} AND ${visible} ${since(Prisma.sql`n.updated_at`)}`);
    }
    parts.push(Prisma.sql`
      SELECT 'item' AS kind, ps.id, NULL::int AS number, team.name AS title, ps.day::text AS day, u.name AS author,
        i.created_at AS at, i.text AS text, 0.3 AS extra
      FROM session_item i JOIN peer_session ps ON ps.id = i.session_id JOIN team ON team.id = ps.team_id
      LEFT JOIN "user" u ON u.id = i.author_id
      WHERE ${has(Prisma.sql`i.text`)} AND ${visible}
        AND ps.day <= (SELECT (now() AT TIME ZONE c.time_zone)::date FROM cohort c WHERE c.id = team.cohort_id) ${since(Prisma.sql`i.created_at`)} ${by(Prisma.sql`u.name`)}`);
  }
  if (unit === '' && (where === 'all' || where === 'logs')) {
    parts.push(Prisma.sql`
      SELECT 'log' AS kind, e.id, NULL::int AS number, '' AS title, e.day::text AS day, u.name AS author,
        COALESCE(e.posted_at, e.updated_at) AS at, left(${LOG_TEXT}, ${LOOKED_AT}) AS text, 0 AS extra
      FROM log_entry e JOIN "user" u ON u.id = e.user_id
      WHERE ${has(LOG_TEXT)} AND ${sqlEntryVisibleTo(reader)}
        ${since(Prisma.sql`COALESCE(e.posted_at, e.updated_at)`)} ${by(Prisma.sql`u.name`)}`);
  }
  // A unit is a property of threads: elsewhere nothing has one.
  return parts.length > 0 ? parts : [NOTHING];
}

const NOTHING = Prisma.sql`
  SELECT 'thread' AS kind, '' AS id, NULL::int AS number, '' AS title, NULL::text AS day, NULL::text AS author, now() AS at,
    '' AS text, 0 AS extra WHERE false`;

/** Each word by a trigram index as a part of the text; English ones also by their stem. */
function sqlHas(text: Prisma.Sql, words: readonly string[]): Prisma.Sql {
  return Prisma.join(
    words.map((word) => {
      const isPart = Prisma.sql`lower(normalize(${text}, NFC)) LIKE ${likePattern(word)}`;
      if (!/^[a-z]{3,}$/.test(word)) return isPart;
      return Prisma.sql`(${isPart} OR to_tsvector('english', ${text}) @@ plainto_tsquery('english', ${word}))`;
    }),
    ' AND ',
  );
}

/** How much of the text is about the query; the whole of it as it was typed, a title and what is new count more. */
function sqlRank(query: string): Prisma.Sql {
  return Prisma.sql`extra::float8
    + ts_rank(to_tsvector('english', text), plainto_tsquery('english', ${query}))
    + CASE WHEN lower(normalize(text, NFC)) LIKE ${likePattern(folded(query))} THEN 0.5 ELSE 0 END
    + 0.4 * exp(-extract(epoch FROM now() - at)::float8 / 2592000)`;
}
