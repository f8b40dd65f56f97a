import { afterAll, expect, test, vi } from 'vitest';
import { GET as getCopies } from '@/app/api/drafts/copies/route';
import { GET as getDraft, PUT as putDraft } from '@/app/api/drafts/route';
import { MAX_SOURCE_BYTES } from '@/contracts/learning';
import { disconnect } from '@/server/db';
import { Learner } from './learner';
import { DENSE } from './manifest';

vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());
afterAll(disconnect);

function save(learner: Learner, source: string, baseRevision: number, force = false) {
  return learner.call(putDraft, 'PUT', { exercise: DENSE, source, baseRevision, force });
}

function load(learner: Learner) {
  return learner.call(getDraft, 'GET', undefined, { query: { exercise: DENSE } });
}

const copies = (learner: Learner) => learner.call(getCopies, 'GET', undefined, { query: { exercise: DENSE } });

test('somebody without an account has no draft, and reading makes them none', async () => {
  const learner = new Learner();
  expect(await load(learner)).toEqual({ status: 200, body: { draft: null } });
  expect((await learner.me()).viewer).toBeNull();
});

test('a first save makes a guest and keeps the text', async () => {
  const learner = new Learner();
  expect(await save(learner, 'one', 0)).toMatchObject({ status: 200, body: { draft: { source: 'one', revision: 1 } } });
  expect(await load(learner)).toMatchObject({ body: { draft: { source: 'one', revision: 1 } } });
  expect((await learner.me()).viewer).toMatchObject({ kind: 'guest' });
});

test('a save on an older revision is refused with the draft that is there', async () => {
  const learner = new Learner();
  await save(learner, 'one', 0);
  await save(learner, 'two', 1);
  expect(await save(learner, 'mine', 1)).toMatchObject({
    status: 409,
    body: { draft: { source: 'two', revision: 2 } },
  });
  expect(await load(learner)).toMatchObject({ body: { draft: { source: 'two' } } });
});

test('a forced save keeps what it overwrote', async () => {
  const learner = new Learner();
  await save(learner, 'one', 0);
  await save(learner, 'two', 1);
  expect(await save(learner, 'mine', 1, true)).toMatchObject({ body: { draft: { source: 'mine', revision: 3 } } });
  expect(await copies(learner)).toMatchObject({ body: { copies: [{ source: 'two', reason: 'overwritten' }] } });
  expect(await copies(await Learner.guest())).toEqual({ status: 200, body: { copies: [] } });
});

test('a save that is repeated after a lost answer changes nothing', async () => {
  const learner = new Learner();
  const first = await save(learner, 'one', 0);
  expect(await save(learner, 'one', 0)).toEqual(first);
});

test('of saves that come at once on one revision, one is kept and the others are told', async () => {
  const learner = await Learner.guest();
  const answers = await Promise.all(['a', 'b', 'c', 'd'].map((text) => save(learner, text, 0)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
});

test.each([
  ['an exercise that is not there', { exercise: '02-mlp/nothing', source: '' }, 404, 'not-found'],
  ['a path for an exercise', { exercise: '../../etc/passwd', source: '' }, 400, 'invalid-input'],
  [
    'a source that is longer in UTF-8 than it looks',
    { source: '가'.repeat(MAX_SOURCE_BYTES / 2) },
    413,
    'source-too-large',
  ],
])('%s is refused', async (_what, input, status, code) => {
  const learner = new Learner();
  const answer = await learner.call(putDraft, 'PUT', { exercise: DENSE, baseRevision: 0, ...input });
  expect(answer).toEqual({ status, body: { error: { code } } });
});

test('each has their own draft', async () => {
  const [ada, ben] = [new Learner(), new Learner()];
  await save(ada, 'of Ada', 0);
  await save(ben, 'of Ben', 0);
  expect(await load(ada)).toMatchObject({ body: { draft: { source: 'of Ada' } } });
});
