import type { JSONWebKeySet } from 'jose';
import { afterAll, beforeEach, expect } from 'vitest';
import { POST as actOnLti, GET as readLti } from '@/app/api/cohorts/[id]/lti/route';
import { PUT as linkContext } from '@/app/api/lti/contexts/[id]/route';
import { GET as continueRoute } from '@/app/api/lti/continue/route';
import { GET as readKeys } from '@/app/api/lti/jwks/route';
import { POST as launchRoute } from '@/app/api/lti/launch/route';
import { GET as loginRoute, POST as postLogin } from '@/app/api/lti/login/route';
import { CohortLtiSchema } from '@/contracts/lti';
import { db, disconnect, pool } from '@/server/db';
import { env } from '@/server/env';
import { findViewer } from '@/server/viewer';
import { type Launch, LtiPlatform, newKey, type PlatformPerson, ROLES } from '@/tests/lti-platform';
import { Visitor } from './accounts/visitor';
import type { Learner } from './learner';
import { contextOf, makeCast } from './team-people';

export const toolKeys = async () =>
  (await (await readKeys(new Request(`${env.PUBLIC_URL}/`), undefined)).json()) as JSONWebKeySet;

/** The platform of the test that runs, which is registered. */
export let platform: LtiPlatform;

/** Made once for a file: an RSA key takes longer than a launch. */
const key = newKey();

/** Opens a platform and registers it: from now on it is the one from which people come. */
export async function registerPlatform(): Promise<void> {
  platform = await LtiPlatform.open(toolKeys, await key);
  await db.ltiPlatform.create({ data: platform.registration });
}

/** Gives every test of a file a platform of its own, and a site with nobody on it. */
export function openPlatform(): void {
  beforeEach(async () => {
    await pool.query('DELETE FROM lti_platform; DELETE FROM cohort; DELETE FROM "user"; DELETE FROM rate_limit');
    await pool.query("DELETE FROM audit_entry; DELETE FROM pgboss.job WHERE name = 'lti-scores'");
    await registerPlatform();
    return () => platform.close();
  });
  afterAll(disconnect);
}

export const COURSE = `${env.PUBLIC_URL}/api/lti/launch`;
export const CHOOSE = `${COURSE}?choose=1`;
export const linkTo = (exercise: string) => `${COURSE}?exercise=${encodeURIComponent(exercise)}`;

export const mina: PlatformPerson = { subject: 'mina', name: '이민아', roles: [ROLES.learner] };
export const prof: PlatformPerson = { subject: 'prof', name: '박교수', roles: [ROLES.instructor] };

/** The way of a browser through a launch, step by step. */
export class Browser extends Visitor {
  async login(fields: URLSearchParams, dest = 'document', method: 'GET' | 'POST' = 'GET'): Promise<Response> {
    const headers = this.headers({ 'sec-fetch-dest': dest, 'sec-fetch-site': 'cross-site' });
    const url = `${env.PUBLIC_URL}/api/lti/login`;
    const answer =
      method === 'GET'
        ? await loginRoute(new Request(`${url}?${fields}`, { headers }))
        : await postLogin(new Request(url, { method, headers, body: fields }));
    this.keep(answer.headers.getSetCookie());
    return answer;
  }

  async post(fields: URLSearchParams): Promise<Response> {
    // From another site: a Lax cookie does not go along.
    const headers = { 'sec-fetch-site': 'cross-site', 'accept-language': 'en', origin: platform.origin };
    return launchRoute(new Request(`${env.PUBLIC_URL}/api/lti/launch`, { method: 'POST', headers, body: fields }));
  }

  async goOn(location: string): Promise<Response> {
    const headers = this.headers({ 'sec-fetch-site': 'cross-site', 'accept-language': 'en' });
    const answer = await continueRoute(new Request(location, { headers }));
    this.keep(answer.headers.getSetCookie());
    return answer;
  }

  /** The form with which the platform answers. */
  async authenticated(launch: Launch, dest?: string): Promise<URLSearchParams> {
    const begun = await this.login(platform.begin(launch), dest);
    return (await platform.authenticate(begun.headers.get('location') ?? '')).fields;
  }

  /** Where a launch ends, as a path; or the reason for which it was refused. */
  async launch(launch: Partial<Launch> = {}): Promise<string> {
    const fields = await this.authenticated({ person: mina, targetLinkUri: COURSE, ...launch });
    const received = await this.post(fields);
    if (received.status !== 303) return refusalOf(received);
    const done = await this.goOn(received.headers.get('location') ?? '');
    return done.status === 303 ? new URL(done.headers.get('location') ?? '').pathname : refusalOf(done);
  }

  viewer() {
    return findViewer(this.headers());
  }
}

export async function refusalOf(answer: Response): Promise<string> {
  return /data-refusal="([\w-]+)"/.exec(await answer.text())?.[1] ?? `status ${answer.status}`;
}

export async function signedIn(person: PlatformPerson, launch: Partial<Launch> = {}): Promise<Browser> {
  const browser = new Browser();
  await browser.launch({ person, ...launch });
  return browser;
}

/** A cohort whose instructor teaches the course on the platform, and has linked the two. */
export async function makeLinked() {
  const cast = await makeCast();
  const { people, cohort } = cast;
  await db.ltiIdentity.create({
    data: { issuer: platform.origin, subject: 'prof', userId: await people.instructor.id() },
  });
  await signedIn(prof);
  const { id: context } = await db.ltiContext.findFirstOrThrow();
  const linked = await people.instructor.call(linkContext, 'PUT', { cohort }, contextOf(context));
  expect(linked.status).toBe(200);
  return { ...cast, context };
}

export const ltiOf = async (who: Learner, cohort: string) =>
  CohortLtiSchema.parse((await who.call(readLti, 'GET', undefined, contextOf(cohort))).body);
export const act = (who: Learner, cohort: string, context: string, action: string) =>
  who.call(actOnLti, 'POST', { context, action }, contextOf(cohort));
