import { type Browser, expect, type Page, test } from '@playwright/test';
import type { JSONWebKeySet } from 'jose';
import { LtiPlatform, type PlatformPerson, ROLES } from '../lti-platform';
import { expectAccessible } from './axe';
import { instructorPage, menuOf, TEXTS } from './people';
import { newcomer } from './team-people';

const texts = TEXTS.en.instructor.connections;
const lti = TEXTS.en.instructor.lti;
const EXERCISE = '02-mlp/dense-forward';

/** The cohort that the instructor teaches. */
async function cohortOf(page: Page): Promise<{ id: string; name: string }> {
  const { cohorts } = await (await page.request.get('/api/teams')).json();
  return cohorts[0];
}

test('who teaches nobody is told whose page it is', async ({ browser }) => {
  const { page } = await newcomer(browser, '김서연');
  await page.goto('/en/cohorts/x/connections');
  await expect(page.getByText(TEXTS.en.instructor.regrades.staffOnly).first()).toBeVisible();
  await page.context().close();
});

test('an instructor makes a token with the keyboard alone, a program reads grades by it, and it is revoked', async ({
  browser,
  playwright,
  baseURL,
}, info) => {
  const page = await instructorPage(browser);
  const { id } = await cohortOf(page);
  await page.goto(`/en/cohorts/${id}`);
  await page.getByRole('navigation', { name: TEXTS.en.instructor.nav.label }).getByText(texts.title).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.title);

  await page.getByLabel(texts.name, { exact: true }).fill('Registrar');
  await page.getByRole('button', { name: texts.make }).press('Enter');
  await expect(page.getByText(texts.noScope)).toBeVisible();
  await page.getByRole('checkbox', { name: /^grades:read/ }).press('Space');
  await page.getByRole('checkbox', { name: /^cohorts:read/ }).press('Space');
  await page.getByRole('button', { name: texts.make }).press('Enter');
  const secret = await page.getByLabel(texts.secret, { exact: true }).inputValue();
  expect(secret).toMatch(/^peergrad_[0-9A-Za-z]{42}$/);
  const item = page.locator('[data-token]', { hasText: `…${secret.slice(-4)}` });
  await expect(item.getByText(texts.neverUsed)).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: info.outputPath('connections.png'), fullPage: true });
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.setViewportSize({ width: 1280, height: 800 });

  // A program: no cookies, no browser.
  const program = await playwright.request.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    extraHTTPHeaders: { authorization: `Bearer ${secret}` },
  });
  const grades = await program.get(`/api/v1/cohorts/${id}/grades?limit=1`);
  expect([grades.status(), Object.keys(await grades.json())]).toEqual([200, ['data', 'next']]);
  expect((await program.get(`/api/v1/cohorts/${id}/learners`)).status()).toBe(403);
  const document = await (await program.get('/api/v1/openapi.json')).json();
  expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: `${baseURL}/api/v1` }] });

  await page.reload();
  await expect(page.getByLabel(texts.secret, { exact: true })).toHaveCount(0);
  await item.getByRole('button').click();
  await page.getByRole('alertdialog').getByRole('button', { name: texts.revoke }).click();
  await expect(item).toHaveCount(0);
  expect((await program.get(`/api/v1/cohorts/${id}/grades`)).status()).toBe(401);
  await program.dispose();
  await page.close();
});

const mina: PlatformPerson = { subject: 'mina', name: '이민아', roles: [ROLES.learner] };
const prof: PlatformPerson = { subject: 'prof', name: '박교수', roles: [ROLES.instructor] };

/** A platform whose people come to the site under test. */
async function openPlatform(site: string): Promise<LtiPlatform> {
  const platform = await LtiPlatform.open(
    async () => (await (await fetch(`${site}/api/lti/jwks`)).json()) as JSONWebKeySet,
  );
  platform.members = [prof, mina];
  return platform;
}

async function register(page: Page, { registration }: LtiPlatform): Promise<void> {
  await page.goto('/en/lti/platforms');
  const form = page.getByRole('region', { name: lti.register });
  await form.getByLabel(lti.platformName, { exact: true }).fill(registration.name);
  await form.getByLabel(lti.issuer).fill(registration.issuer);
  await form.getByLabel(lti.clientId).fill(registration.clientId);
  await form.getByLabel(lti.deploymentIds).fill(registration.deploymentIds.join(', '));
  await form.getByLabel(lti.authUrl).fill(registration.authUrl);
  await form.getByLabel(lti.tokenUrl).fill(registration.tokenUrl);
  await form.getByLabel(lti.jwksUrl).fill(registration.jwksUrl);
  await form.getByRole('button', { name: lti.register }).click();
  await expect(page.getByRole('region', { name: lti.registered }).getByText(registration.clientId)).toBeVisible();
}

/** A page of the platform with this in it. */
function platformPage(platform: LtiPlatform, html: string): string {
  return `${platform.origin}/begin?${new URLSearchParams({ html })}`;
}

const loginOf = (site: string, fields: URLSearchParams) => `${site}/api/lti/login?${fields}`;

/** The instructor follows a link of their course, says that they are themselves, and links the course to their cohort. */
async function linkCourse(page: Page, platform: LtiPlatform, site: string): Promise<void> {
  const { name } = await cohortOf(page);
  const login = loginOf(site, platform.begin({ person: prof, targetLinkUri: `${site}/api/lti/launch` }));
  await page.goto(platformPage(platform, `<a href="${login.replaceAll('&', '&amp;')}">PeerGrad</a>`));
  await page.getByRole('link', { name: 'PeerGrad' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(lti.accountTitle);
  await expect(page.getByText(/박교수/)).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(`^${lti.linkAccount.split(',')[0]}`) })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(lti.contextTitle);
  await page.getByLabel(lti.cohort).selectOption({ label: name });
  await page.getByRole('button', { name: lti.link }).click();
  await expect(page.getByText(lti.contextLinked.replace('{cohort}', name))).toBeVisible();
  await expectAccessible(page);
}

/** A learner opens an exercise from a frame of the platform; it opens in a window of its own. */
async function launchFramed(browser: Browser, platform: LtiPlatform, site: string, lineItem: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const targetLinkUri = `${site}/api/lti/launch?exercise=${encodeURIComponent(EXERCISE)}`;
  const login = loginOf(site, platform.begin({ person: mina, targetLinkUri, lineItem }));
  await page.goto(platformPage(platform, `<iframe title="tool" src="${login.replaceAll('&', '&amp;')}"></iframe>`));
  const opened = context.waitForEvent('page');
  await page.frameLocator('iframe').getByRole('link', { name: lti.openWindow }).click();
  const tool = await opened;
  await expect(tool).toHaveURL(`${site}/en/exercises/${EXERCISE}`);
  await expect(menuOf(tool, mina.name)).toBeVisible();
  return tool;
}

test('a course of a learning platform: linked by its teacher, entered from a frame, its grade told', async ({
  browser,
  baseURL,
}, info) => {
  const site = baseURL ?? '';
  const platform = await openPlatform(site);
  const instructor = await instructorPage(browser);
  await register(instructor, platform);
  await instructor.getByRole('button', { name: lti.inviteDo }).click();
  await expect(instructor.getByLabel(lti.inviteUrl)).toHaveValue(/\/api\/lti\/register\?code=[\w-]{43}$/);
  await expectAccessible(instructor);
  await linkCourse(instructor, platform, site);

  const column = platform.addColumn('Dense', 10, EXERCISE);
  const learner = await launchFramed(browser, platform, site, column);
  const { viewer } = await (await learner.request.get('/api/me')).json();
  const { id } = await cohortOf(instructor);

  await instructor.goto(`/en/cohorts/${id}/connections`);
  const course = instructor.locator('[data-course]', { hasText: platform.registration.name }).last();
  await course.getByRole('button', { name: lti.refreshRoster }).click();
  await expect(course.getByText(lti.rosterNever)).toHaveCount(0);
  await course.locator('summary').click();
  await expect(course.getByRole('link', { name: mina.name })).toHaveAttribute(
    'href',
    `/en/cohorts/${id}/learners/${viewer.id}`,
  );
  await expectAccessible(instructor);
  await instructor.screenshot({ path: info.outputPath('courses.png'), fullPage: true });

  const set = await instructor.request.put(`/api/cohorts/${id}/learners/${viewer.id}/overrides`, {
    data: { exercise: EXERCISE, override: { passed: false, score: 1 }, reason: 'By hand.' },
  });
  expect(set.ok(), await set.text()).toBe(true);
  await expect.poll(() => platform.scores.get(column)?.get('mina')?.scoreGiven, { timeout: 60_000 }).toBe(1);

  await course.getByRole('button', { name: lti.unlink }).click();
  await instructor.getByRole('alertdialog').getByRole('button', { name: lti.unlink }).click();
  await expect(course).toHaveCount(0);
  await learner.context().close();
  await instructor.close();
  platform.close();
});

test('an instructor chooses an exercise for a link, within the platform’s frame', async ({ browser, baseURL }) => {
  const site = baseURL ?? '';
  const platform = await openPlatform(site);
  const instructor = await instructorPage(browser);
  const made = await instructor.request.post('/api/lti/platforms', { data: platform.registration });
  expect(made.status()).toBe(201);
  const page = await browser.newPage();
  const login = loginOf(
    site,
    platform.begin({
      ...{ person: prof, messageType: 'LtiDeepLinkingRequest' },
      targetLinkUri: `${site}/api/lti/launch?choose=1`,
    }),
  );
  await page.goto(platformPage(platform, `<iframe title="tool" src="${login.replaceAll('&', '&amp;')}"></iframe>`));
  const frame = page.frameLocator('iframe');
  await frame.getByLabel(lti.content).selectOption(EXERCISE);
  await frame.getByRole('button', { name: lti.choose }).click();
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Link added');
  expect(platform.responses).toMatchObject([
    {
      'https://purl.imsglobal.org/spec/lti-dl/claim/content_items': [
        { type: 'ltiResourceLink', url: `${site}/api/lti/launch?exercise=${encodeURIComponent(EXERCISE)}` },
      ],
    },
  ]);
  await page.close();
  await instructor.close();
  platform.close();
});

test('a launch that is not believed says so on a page of its own', async ({ page }) => {
  await page.goto('/api/lti/login?iss=https://unknown.test&login_hint=x&target_link_uri=https://unknown.test/');
  await expect(page.locator('[data-refusal="unknown-platform"]')).toHaveText(lti.refusals['unknown-platform']);
  await expectAccessible(page);
});
