import { mkdtempSync, readdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { GET } from '@/app/api/attachments/[id]/route';
import { POST } from '@/app/api/attachments/route';
import { AttachmentAnswerSchema } from '@/contracts/attachment';
import { sweepAttachments } from '@/server/attachments/attachments';
import { DiskStore } from '@/server/attachments/disk-store';
import { S3Store } from '@/server/attachments/s3-store';
import { db, disconnect, pool } from '@/server/db';
import { Learner } from './learner';
import { contextOf, makeCast, makeTeam, member } from './team-people';

const folder = vi.hoisted(() => ({ data: '' }));
vi.mock('@/server/env', async (load) => {
  const { env, ...rest } = await load<typeof import('@/server/env')>();
  folder.data = mkdtempSync(path.join(tmpdir(), 'peergrad-attachments-'));
  return { ...rest, env: { ...env, DATA_DIR: folder.data } };
});
vi.mock('@/server/exercise-manifest', async () => (await import('./manifest')).manifestOfTests());

const HOURS = 3_600_000;

beforeEach(async () => {
  await pool.query('DELETE FROM attachment; DELETE FROM "user"; DELETE FROM cohort; DELETE FROM rate_limit');
});
afterAll(disconnect);

function picture(width = 40, height = 20) {
  return sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });
}

async function send(person: Learner, body: Buffer, headers: Record<string, string> = { 'content-type': 'image/png' }) {
  const request = new Request('http://127.0.0.1:3000/api/attachments', {
    method: 'POST',
    headers: person.headers(headers),
    body: new Uint8Array(body),
  });
  const response = await POST(request, {});
  return { status: response.status, body: (await response.json()) as unknown };
}

async function keep(person: Learner, body?: Buffer) {
  const answer = await send(person, body ?? (await picture().png().toBuffer()));
  expect(answer.status).toBe(201);
  return AttachmentAnswerSchema.parse(answer.body).attachment;
}

function fetchImage(person: Learner, id: string) {
  const request = new Request(`http://127.0.0.1:3000/api/attachments/${id}`, { headers: person.headers() });
  return GET(request, contextOf(id).context);
}

const statusFor = async (person: Learner, id: string) => (await fetchImage(person, id)).status;
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

/** A post of `author` with the image, in a thread of a team or of the whole cohort. */
async function post(author: Learner, attachment: string, place: { cohortId: string; teamId: string | null }) {
  const authorId = await author.id();
  const thread = await db.thread.create({ data: { ...place, title: 't', anchor: 'FREE', authorId } });
  const data = { threadId: thread.id, number: 1, authorId, clientId: crypto.randomUUID(), body: 'x' };
  const { id } = await db.post.create({ data });
  await db.attachment.update({ where: { id: attachment }, data: { postId: id } });
  return { post: id, thread: thread.id };
}

describe('what is kept', () => {
  test.each(['png', 'jpeg', 'webp', 'gif'] as const)('a %s becomes a WebP of its size', async (format) => {
    const ada = await member('Ada');
    const { id, mime, width, height, bytes } = await keep(ada, await picture().toFormat(format).toBuffer());
    expect({ mime, width, height }).toEqual({ mime: 'image/webp', width: 40, height: 20 });
    const data = await bytesOf(await fetchImage(ada, id));
    expect(data.length).toBe(bytes);
    const { data: pixels } = await sharp(data).raw().toBuffer({ resolveWithObject: true });
    expect(pixels[0]).toBeGreaterThan(190);
    expect(pixels[1]).toBeLessThan(45);
  });

  test('nothing of a photograph but its picture is kept, and it stands upright', async () => {
    const ada = await member('Ada');
    const exif = { IFD0: { Copyright: 'me' }, IFD3: { GPSLatitude: '37/1 33/1 0/1' } };
    const taken = await picture(60, 20).jpeg().withExif(exif).withMetadata({ orientation: 6 }).toBuffer();
    expect((await sharp(taken).metadata()).exif?.includes('me')).toBe(true);
    const { id, width, height } = await keep(ada, taken);
    const { exif: kept, orientation, xmp, icc } = await sharp(await bytesOf(await fetchImage(ada, id))).metadata();
    expect({ kept, orientation, xmp, icc }).toEqual({});
    expect([width, height]).toEqual([20, 60]);
  });

  test('a large picture is made smaller', async () => {
    const { width, height } = await keep(await member('Ada'), await picture(6000, 3000).png().toBuffer());
    expect([width, height]).toEqual([2048, 1024]);
  });

  test('of an animation the first frame is kept', async () => {
    const frames = Buffer.concat([Buffer.alloc(300, 255), Buffer.alloc(300, 0)]);
    const gif = await sharp(frames, { raw: { width: 10, height: 20, channels: 3, pageHeight: 10 } })
      .gif()
      .toBuffer();
    const { id, height } = await keep(await member('Ada'), gif);
    expect(height).toBe(10);
    expect(id).toMatch(/^[\da-f-]{36}$/);
  });
});

describe('what is refused', () => {
  const png = () => picture().png().toBuffer();
  test.each<[string, () => Promise<Buffer> | Buffer, number]>([
    [
      'SVG',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>xss()</script></svg>'),
      400,
    ],
    [
      'SVG behind an XML head',
      () =>
        Buffer.from(
          '<?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
        ),
      400,
    ],
    ['HTML', () => Buffer.from('<!doctype html><script>xss()</script>'), 400],
    ['PDF', () => Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj'), 400],
    ['TIFF', () => picture().tiff().toBuffer(), 400],
    ['AVIF', () => picture().avif().toBuffer(), 400],
    ['nothing', () => Buffer.alloc(0), 400],
    ['a magic number alone', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 400],
    [
      'half a PNG',
      async () => (await picture(400, 400).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 9_000),
      400,
    ],
    ['a file that is too large', () => Buffer.concat([Buffer.alloc(10_000_001)]), 413],
    ['a small file of 100 million pixels', () => picture(10_000, 10_000).png().toBuffer(), 413],
    ['a side of 16,000 on 16,000 as GIF', async () => gifHeader(await picture().gif().toBuffer(), 16_000), 413],
  ])('%s', async (_name, file, status) => {
    expect((await send(await member('Ada'), await file())).status).toBe(status);
    expect(await db.attachment.count()).toBe(0);
  });

  test('a PNG that says it is something else is taken by what it is', async () => {
    const ada = await member('Ada');
    expect((await send(ada, await png(), { 'content-type': 'image/svg+xml' })).body).toMatchObject({
      attachment: { mime: 'image/webp' },
    });
  });

  test.each(['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', ''])(
    'a body of type "%s", as forms of other sites send it',
    async (type) => {
      expect((await send(await member('Ada'), await png(), type ? { 'content-type': type } : {})).status).toBe(400);
    },
  );

  test('what another site sends', async () => {
    const headers = { 'content-type': 'image/png', 'sec-fetch-site': 'cross-site' };
    expect((await send(await member('Ada'), await png(), headers)).status).toBe(403);
  });

  test('who has no account', async () => {
    expect((await send(new Learner(), await png())).status).toBe(401);
    expect((await send(await Learner.guest(), await png())).status).toBe(401);
  });

  test('more than 60 in ten minutes', async () => {
    const ada = await member('Ada');
    for (let sent = 0; sent < 60; sent += 1) expect((await send(ada, Buffer.from('x'))).status).toBe(400);
    expect((await send(ada, await png())).status).toBe(429);
  });
});

/** The same GIF, saying that its canvas and its frame are squares of another size. */
function gifHeader(gif: Buffer, side: number): Buffer {
  const changed = Buffer.from(gif);
  const frame = changed.indexOf(0x2c, 13);
  for (const at of [6, 8, frame + 5, frame + 7]) changed.writeUInt16LE(side, at);
  return changed;
}

describe('who is given an image', () => {
  test('before it is posted, only who sent it', async () => {
    const { ada, bo, instructor, admin } = (await makeCast()).people;
    const { id } = await keep(ada);
    const people = { ada, bo, instructor, admin };
    const statuses = Object.entries(people).map(async ([name, person]) => [name, await statusFor(person, id)]);
    expect(Object.fromEntries(await Promise.all(statuses))).toEqual({ ada: 200, bo: 404, instructor: 404, admin: 404 });
  });

  test("in a team's thread: the team, staff of the cohort, who runs the site", async () => {
    const { people, cohort, team } = await makeCast();
    const { id } = await keep(people.ada);
    await post(people.ada, id, { cohortId: cohort, teamId: team });
    const statuses = Object.entries(people).map(async ([name, person]) => [name, await statusFor(person, id)]);
    expect(Object.fromEntries(await Promise.all(statuses))).toEqual({
      ...{ ada: 200, bo: 200, assistant: 200, instructor: 200, admin: 200 },
      ...{ eve: 404, lone: 404, stranger: 404, nobody: 404, guest: 401 },
    });
  });

  test('of a post that is hidden or spoils: not the teammate who may not see it', async () => {
    const {
      people: { ada, bo },
      cohort,
      team,
    } = await makeCast();
    const { id } = await keep(ada);
    const { post: postId } = await post(ada, id, { cohortId: cohort, teamId: team });
    await db.post.update({ where: { id: postId }, data: { hiddenAt: new Date() } });
    expect([await statusFor(ada, id), await statusFor(bo, id)]).toEqual([200, 404]);
    await db.post.update({ where: { id: postId }, data: { hiddenAt: null, spoilsExerciseId: '02-mlp/softmax' } });
    expect([await statusFor(ada, id), await statusFor(bo, id)]).toEqual([200, 404]);
    await db.exerciseProgress.create({
      data: {
        userId: await bo.id(),
        exerciseId: '02-mlp/softmax',
        state: 'PASSED',
        bestScore: 1,
        maxScore: 1,
        attempts: 1,
      },
    });
    expect(await statusFor(bo, id)).toBe(200);
  });

  test('who changes teams loses it', async () => {
    const {
      people: { ada, bo },
      cohort,
      team,
    } = await makeCast();
    const { id } = await keep(ada);
    await post(ada, id, { cohortId: cohort, teamId: team });
    await makeTeam(cohort, 'Elsewhere', [bo]);
    expect(await statusFor(bo, id)).toBe(404);
  });

  test.each(['00000000-0000-4000-8000-000000000000', 'x', '../../etc/passwd', '%00'])(
    'no image is called %s',
    async (id) => {
      expect(await statusFor(await member('Ada'), id)).toBe(404);
    },
  );

  test('it is served as an image and nothing else, for this reader alone', async () => {
    const ada = await member('Ada');
    const { id } = await keep(ada);
    const headers = Object.fromEntries((await fetchImage(ada, id)).headers);
    expect(headers).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': `inline; filename="${id}.webp"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
      vary: 'cookie',
    });
  });
});

describe('what nobody needs any more', () => {
  const later = () => new Date(Date.now() + 25 * HOURS);
  const files = () =>
    readdirSync(path.join(folder.data, 'attachments'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);

  test('an image that was never posted is gone after a day, row and file', async () => {
    const {
      people: { ada },
      cohort,
      team,
    } = await makeCast();
    const [posted, left] = [await keep(ada), await keep(ada)];
    await post(ada, posted.id, { cohortId: cohort, teamId: team });
    await sweepAttachments(new Date(Date.now() + 23 * HOURS));
    expect(await statusFor(ada, left.id)).toBe(200);
    await sweepAttachments(later());
    expect([await statusFor(ada, left.id), await statusFor(ada, posted.id)]).toEqual([404, 200]);
    expect(files()).toContain(posted.id);
    expect(files()).not.toContain(left.id);
  });

  test('a deleted account leaves the images of its posts, and no others', async () => {
    const {
      people: { ada, bo },
      cohort,
      team,
    } = await makeCast();
    const [posted, left] = [await keep(ada), await keep(ada)];
    await post(ada, posted.id, { cohortId: cohort, teamId: team });
    await db.user.delete({ where: { id: await ada.id() } });
    await sweepAttachments(later());
    expect(await statusFor(bo, posted.id)).toBe(200);
    expect(files()).not.toContain(left.id);
  });

  test('with a thread go its images', async () => {
    const {
      people: { ada },
      cohort,
      team,
    } = await makeCast();
    const { id } = await keep(ada);
    const { thread } = await post(ada, id, { cohortId: cohort, teamId: team });
    await db.thread.delete({ where: { id: thread } });
    await sweepAttachments(later());
    expect(files()).not.toContain(id);
  });
});

describe('stores', () => {
  const ID = '0197f5a0-0000-7000-8000-0000000000ab';

  test('a folder gives back what was put into it, and nothing outside', async () => {
    const store = new DiskStore(mkdtempSync(path.join(tmpdir(), 'peergrad-store-')));
    expect(await store.get(ID)).toBeNull();
    await store.put(ID, Buffer.from('one'));
    expect(String(await store.get(ID))).toBe('one');
    await store.remove(ID);
    await store.remove(ID);
    expect(await store.get(ID)).toBeNull();
    await expect(store.get('../../etc/passwd')).rejects.toThrow('Not an attachment');
  });

  test('a bucket is asked by signed requests', async () => {
    const bucket = await startBucket();
    const store = new S3Store({
      bucketUrl: `${bucket.url}/images/`,
      region: 'eu-1',
      accessKeyId: 'KEY',
      secretAccessKey: 'secret',
    });
    await store.put(ID, Buffer.from('one'), 'image/webp');
    expect(String(await store.get(ID))).toBe('one');
    await store.remove(ID);
    await store.remove(ID);
    expect(await store.get(ID)).toBeNull();
    expect(bucket.heard.map(({ method, url }) => `${method} ${url}`)).toEqual(
      ['PUT', 'GET', 'DELETE', 'DELETE', 'GET'].map((method) => `${method} /images/attachments/${ID}`),
    );
    for (const { headers } of bucket.heard) {
      expect(headers.authorization).toMatch(
        /^AWS4-HMAC-SHA256 Credential=KEY\/\d{8}\/eu-1\/s3\/aws4_request, SignedHeaders=.*host.*, Signature=[\da-f]{64}$/,
      );
      expect(JSON.stringify(headers)).not.toContain('secret');
    }
    expect(bucket.heard[0]?.headers['content-type']).toBe('image/webp');
    bucket.close();
  });

  test('a bucket that refuses is a failure, not a missing image', async () => {
    const bucket = await startBucket(403);
    const store = new S3Store({ bucketUrl: bucket.url, region: 'eu-1', accessKeyId: 'KEY', secretAccessKey: 'wrong' });
    await expect(store.get(ID)).rejects.toThrow('Object store: GET 403');
    await expect(store.put(ID, Buffer.from('one'), 'image/webp')).rejects.toThrow('Object store: PUT 403');
    await expect(store.remove(ID)).rejects.toThrow('Object store: DELETE 403');
    bucket.close();
  });
});

/** What speaks as much of S3 as we do. */
async function startBucket(refusal?: number) {
  const objects = new Map<string, Buffer>();
  const heard: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = [];
  const server: Server = createServer(async (request, response) => {
    const { method, url = '', headers } = request;
    heard.push({ method, url, headers });
    const body = Buffer.concat(await request.toArray());
    const object = objects.get(url);
    if (refusal !== undefined) response.writeHead(refusal).end('<Error/>');
    else if (method === 'PUT') response.end(String(objects.set(url, body).size));
    else if (method === 'DELETE') response.writeHead(objects.delete(url) ? 204 : 404).end();
    else if (object) response.end(object);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, heard, close: () => server.close() };
}
