import { expect, test } from '@playwright/test';
import { XSS_CORPUS } from '../../components/discussion/markdown/xss-corpus';
import { browserTeam, postBy, threadOf } from './thread-team';

declare global {
  interface Window {
    ran?: string[];
  }
}

test('no text of the corpus runs, loads, styles or takes over anything in the real page', async ({ browser }) => {
  const team = await browserTeam(browser, ['Ada', 'Bo']);
  const [ada, bo] = team.mates;
  if (!ada || !bo) throw new Error('no team');
  // The title is user text as well.
  const id = await threadOf(team, { title: '<img src=x onerror=xss()>', body: XSS_CORPUS[0] ?? '' });
  const texts = XSS_CORPUS.slice(1);
  for (let from = 0; from < texts.length; from += 12) {
    await postBy(ada, id, { body: texts.slice(from, from + 12).join('\n\n* * *\n\n') });
  }
  await postBy(ada, id, { body: 'the end' });

  const { page } = bo;
  const foreign: string[] = [];
  const own = new URL(test.info().project.use.baseURL ?? '').host;
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && host !== own) foreign.push(request.url());
  });
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  // A script that runs says so whether or not the policy of the page would have stopped it.
  await page.addInitScript(() => {
    window.ran = [];
    Object.assign(window, { xss: () => window.ran?.push('xss') });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      window.ran?.push(`${violatedDirective} ${blockedURI}`);
    });
  });
  await page.goto(`/en/threads/${id}`);
  const last = page.getByRole('article').filter({ hasText: 'the end' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('<img src=x onerror=xss()>');
  // Posts are drawn as they come near the window: each is looked at.
  const posts = page.locator('[data-posts]');
  const count = Number(await posts.getAttribute('data-posts'));
  for (let number = 1; number <= count; number += 1) {
    await page.goto(`/en/threads/${id}`);
    const post = page.locator(`[data-number="${number}"] .user-text`).first();
    for (let step = 0; step < 60 && !(await post.isVisible()); step += 1) {
      await page.mouse.wheel(0, 500);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
    await expect(post).toBeVisible();
    const found = await post.evaluate((root) => {
      const all = [...root.querySelectorAll('*')];
      const box = root.getBoundingClientRect();
      return {
        elements: all
          .map(({ tagName }) => tagName.toLowerCase())
          .filter((name) =>
            /^(script|style|iframe|object|embed|form|button|textarea|select|video|audio|base|link|meta|template)$/.test(
              name,
            ),
          ),
        handlers: all.flatMap((element) => element.getAttributeNames().filter((name) => /^on/i.test(name))),
        links: all
          .flatMap((element) =>
            element instanceof HTMLAnchorElement && element.hasAttribute('href') ? [element.protocol] : [],
          )
          .filter((protocol) => !/^(https?|mailto):$/.test(protocol)),
        images: all
          .flatMap((element) => (element instanceof HTMLImageElement ? [element.getAttribute('src') ?? ''] : []))
          .filter((src) => !src.startsWith('/api/attachments/')),
        ids: all.map(({ id }) => id).filter((name) => name !== '' && !name.startsWith('text')),
        fixed: all.filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position)).length,
        // What a formula moves away is clipped, so that it covers nothing of the page.
        clips:
          getComputedStyle(root).overflow === 'clip' ||
          all.every((element) => {
            const { left, right, width } = element.getBoundingClientRect();
            return width === 0 || (left >= box.left - 1 && right <= box.right + 1);
          }),
      };
    });
    expect(found, `post ${number}`).toEqual({
      ...{ elements: [], handlers: [], links: [], images: [], ids: [], fixed: 0, clips: true },
    });
  }
  await expect(last.or(page.locator('[data-posts]')).first()).toBeVisible();
  expect(await page.evaluate(() => window.ran)).toEqual([]);
  expect(await page.evaluate(() => typeof document.getElementById === 'function' && typeof document.cookie)).toBe(
    'string',
  );
  expect([foreign, dialogs]).toEqual([[], []]);
  await team.close();
});
