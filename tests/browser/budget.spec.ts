import { expect, test } from '@playwright/test';
import { loadPage, type PageLoad } from '../page-load';
import budget from './budget.json' with { type: 'json' };
import { EXERCISE, LESSONS } from './course-pages';

/** Code that a page may fetch only once an editor, a figure or a run asks for it. */
const HEAVY = /\/monaco\/|\/runner\/|tfjs|tensorflow/;

const bytesOf = (resources: PageLoad['resources']) => resources.reduce((sum, { bytes }) => sum + bytes, 0);

for (const lesson of LESSONS) {
  test(`a first visit to ${lesson} stays within its budget`, async ({ browser, baseURL }) => {
    const load = await loadPage(browser, `${baseURL}/ko/lessons/${lesson}`);
    expect(load.scriptBytes).toBeGreaterThan(50_000);
    expect(load.scriptBytes).toBeLessThanOrEqual(budget.lesson.script);
    expect(load.layoutShift).toBeLessThanOrEqual(budget.lesson.layoutShift);
    const korean = load.resources.filter(({ url }) => url.includes('/fonts/hangul.'));
    expect(korean).toHaveLength(1);
    expect(load.totalBytes - bytesOf(korean)).toBeLessThanOrEqual(budget.lesson.totalWithoutKoreanFont);
    expect(load.resources.map(({ url }) => url).filter((url) => HEAVY.test(url))).toEqual([]);
  });
}

test('an exercise is readable on little script, before the editor comes', async ({ browser, baseURL, request }) => {
  const address = `${baseURL}/ko/${EXERCISE}`;
  const load = await loadPage(browser, address, { ready: (page) => page.locator('[data-ready="true"]').waitFor() });
  // What the page names itself; all else is fetched by that, after the prompt can be read.
  const html = await (await request.get(address)).text();
  const named = new Set(
    [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src = '']) => new URL(src, address).href),
  );
  const first = load.resources.filter(({ url }) => named.has(url));
  const bytes = bytesOf(first);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(budget.exerciseBeforeEditor.script);
  expect(first.filter(({ url }) => HEAVY.test(url))).toEqual([]);
  expect(load.layoutShift).toBeLessThanOrEqual(budget.lesson.layoutShift);
});
