import { expect, type Page, test } from '@playwright/test';
import { fallbackMessage } from '@/grading/browser/fallback-messages';
import en from '../../messages/en.json' with { type: 'json' };
import ko from '../../messages/ko.json' with { type: 'json' };
import { openPlain, replaceRunner, textOf, WITHOUT_BIAS, write } from './workbench';

const KOREAN = '/ko/exercises/02-mlp/dense-forward';

/** Runs a wrong answer, and expects that another device graded it and that the page says why. */
async function expectFallback(page: Page, { ko: reason }: { ko: string }): Promise<void> {
  await openPlain(page, KOREAN);
  await write(page, WITHOUT_BIAS);
  await page.keyboard.press('ControlOrMeta+Enter');
  const report = page.locator('[data-authority="provisional"]');
  await expect(report).toContainText('편향 b를 더하지 않았습니다.', { timeout: 60_000 });
  await expect(report).toContainText(reason);
  await expect(report.locator('[data-backend]')).toHaveAttribute('data-backend', /^(webgl|cpu)$/);
}

test('without WebGPU another device runs the code, and the page says why', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'gpu', { value: undefined }));
  await expectFallback(page, fallbackMessage('webgpu', 'unsupported'));
});

test('without a graphics adapter another device runs the code, and the page says why', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'gpu', { value: { requestAdapter: async () => null } });
  });
  await expectFallback(page, fallbackMessage('webgpu', 'no-adapter'));
});

test('a device whose self-test gives a wrong answer is not used, and the page says why', async ({ page }) => {
  const wrong = 'postMessage({ type: "unusable", reason: "wrong-answer", detail: "conv2d" });';
  await replaceRunner(page, 'webgpu', wrong);
  await expectFallback(page, fallbackMessage('webgpu', 'wrong-answer', 'conv2d'));
});

test('when the device is lost the code is run again on another, and the page says why', async ({ page }) => {
  const lost = 'postMessage({ type: "ready" }); onmessage = () => postMessage({ type: "lost" });';
  await replaceRunner(page, 'webgpu', lost);
  await expectFallback(page, fallbackMessage('webgpu', 'lost'));
});

test('with the server gone nothing typed is lost, the page says so, and it catches up by itself', async ({ page }) => {
  await openPlain(page, KOREAN);
  await page.route('**/api/drafts*', (route) => route.abort());
  await write(page, '// typed without a server');
  await expect(page.locator('[data-draft="unreachable"]')).toHaveText(ko.workbench.draft.unreachable);
  await expect(page.getByText(ko.workbench.unreachable)).toBeVisible();
  await page.reload();
  await expect(page.locator('textarea')).toHaveValue('// typed without a server');
  await page.unroute('**/api/drafts*');
  await expect(page.locator('[data-draft="saved"]')).toBeVisible({ timeout: 60_000 });
  await page.evaluate(() => localStorage.removeItem('peergrad:tab'));
  await page.reload();
  await expect(page.locator('textarea')).toHaveValue('// typed without a server');
});

test('a submission made without a server is kept over a reload, sent once and verified', async ({ page }) => {
  await openPlain(page);
  await write(page, WITHOUT_BIAS);
  await expect(page.locator('[data-draft="saved"]')).toBeVisible();
  await page.route('**/api/submissions', (route) => route.abort());
  await page.keyboard.press('Control+Shift+Enter');
  await expect(page.locator('[data-submission="kept"]')).toContainText(en.workbench.submission.kept);
  await page.reload();
  await expect(page.locator('textarea')).toHaveValue(WITHOUT_BIAS);
  await page.unroute('**/api/submissions');
  await expect(page.locator('[data-authority="verified"]')).toHaveAttribute('data-passed', 'false', {
    timeout: 60_000,
  });
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByRole('button', { name: /^Open submission/ })).toHaveCount(1);
});

test('of two tabs the later one is told, both texts are kept, and one is chosen', async ({ page, context }) => {
  await openPlain(page);
  await write(page, '// first');
  await expect(page.locator('[data-draft="saved"]')).toBeVisible();
  const other = await context.newPage();
  await openPlain(other);
  await expect(other.locator('textarea')).toHaveValue('// first');
  await write(other, '// second');
  await expect(page.locator('textarea')).toHaveValue('// second');
  await page.route('**/api/drafts*', (route) => route.abort());
  await write(page, '// mine');
  await expect(page.locator('[data-draft="unreachable"]')).toBeVisible();
  await write(other, '// theirs');
  await expect(other.locator('[data-draft="saved"]')).toBeVisible();
  await page.unroute('**/api/drafts*');
  await expect(page.locator('[data-draft="conflict"]')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(en.workbench.conflict.title)).toBeVisible();
  expect(await textOf(page)).toBe('// mine');
  await page.getByRole('button', { name: 'Keep this one' }).click();
  await expect(other.locator('textarea')).toHaveValue('// mine');
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByText('From another tab')).toBeVisible();
});

test('eight tabs share one event stream and all follow an edit', async ({ page, context }) => {
  await openPlain(page);
  await write(page, '// zero');
  await expect(page.locator('[data-draft="saved"]')).toBeVisible();
  const streams: string[] = [];
  context.on('request', (request) => {
    if (request.url().endsWith('/api/events')) streams.push(request.url());
  });
  const tabs = await Promise.all(Array.from({ length: 7 }, () => context.newPage()));
  for (const tab of tabs) await openPlain(tab);
  await write(page, '// one');
  for (const tab of tabs) await expect(tab.locator('textarea')).toHaveValue('// one');
  expect(streams).toHaveLength(0);
});

test('an answer that is lost on the way back makes no second submission', async ({ page }) => {
  await openPlain(page);
  await write(page, WITHOUT_BIAS);
  await expect(page.locator('[data-draft="saved"]')).toBeVisible();
  // The server takes it, and its answer never arrives.
  await page.route(
    '**/api/submissions',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await page.keyboard.press('Control+Shift+Enter');
  await expect(page.locator('[data-authority="verified"]')).toHaveAttribute('data-passed', 'false', {
    timeout: 60_000,
  });
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByRole('button', { name: /^Open submission/ })).toHaveCount(1);
});

test('a tab that crashes, as one can whose code fills all memory, loses nothing', async ({ page, context }) => {
  await openPlain(page, KOREAN);
  await page.route('**/api/drafts*', (route) => route.abort());
  await write(page, '// typed before the crash');
  await expect(page.locator('[data-draft="unreachable"]')).toBeVisible();
  const crashed = page.waitForEvent('crash');
  page.goto('chrome://crash').catch(() => {});
  await crashed;
  const next = await context.newPage();
  await openPlain(next, KOREAN);
  await expect(next.locator('textarea')).toHaveValue('// typed before the crash');
});
