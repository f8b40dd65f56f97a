/**
 * Fills the site of DATA_DIR for `discussion.bench.ts`: a cohort of PEOPLE, each signed in; a thread with POSTS posts, of which
 * the first person has read half; another one to post to. Prints them as JSON.
 *
 * Usage: node --conditions=react-server --import tsx tests/bench/discussion-data.ts PEOPLE POSTS
 */
import { randomUUID } from 'node:crypto';
import { env } from '@/server/env';
import { withDatabase } from '@/server/postgres/provide-database';
import { keepAuthSecret } from '@/server/supervisor/auth-secret';

const [people = 0, posts = 0] = process.argv.slice(2).map(Number);

/** About as long as a post is, with what costs most to show: a formula and code. */
const body = (number: number) =>
  `Post ${number}: the gradient of $\\frac{1}{N}\\sum_i (y_i - \\hat y_i)^2$ is off by a factor.\n\n` +
  '```ts\nconst loss = tf.mean(tf.square(tf.sub(y, yHat)));\n```\n\nWhere does the 2 go? 어디로 갑니까?';

await withDatabase(async () => {
  env.AUTH_SECRET ??= await keepAuthSecret(env.DATA_DIR);
  const { db, disconnect } = await import('@/server/db');
  const { openSession } = await import('@/server/accounts/open-session');
  try {
    const slug = randomUUID();
    const cohort = await db.cohort.create({ data: { slug, name: slug, joinCode: slug, startsOn: new Date() } });
    const ids = Array.from({ length: people }, () => randomUUID());
    await db.user.createMany({ data: ids.map((id) => ({ id, name: id.slice(0, 8), email: `${id}@bench.test` })) });
    await db.enrolment.createMany({ data: ids.map((userId) => ({ userId, cohortId: cohort.id })) });
    const place = { cohortId: cohort.id, title: 'Bench', anchor: 'FREE', authorId: ids[0] ?? null } as const;
    const long = await db.thread.create({ data: { ...place, lastNumber: posts } });
    const live = await db.thread.create({ data: place });
    await db.post.createMany({
      data: Array.from({ length: posts }, (_, at) => ({
        ...{ threadId: long.id, number: at + 1, authorId: ids[at % people] ?? null, clientId: randomUUID() },
        body: body(at + 1),
      })),
    });
    await db.threadRead.create({
      data: { userId: ids[0] ?? '', threadId: long.id, lastNumber: Math.floor(posts / 2) },
    });
    const cookies: string[] = [];
    for (const id of ids) {
      const set = await openSession(id, new Headers());
      cookies.push(set.map((line) => line.split(';')[0]).join('; '));
    }
    console.log(JSON.stringify({ cookies, long: long.id, live: live.id }));
  } finally {
    await disconnect();
  }
});
