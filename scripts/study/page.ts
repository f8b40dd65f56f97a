import { chromium } from '@playwright/test';
import type { PageRunner, PageRunnerOptions } from '@/grading/browser/page-runner';
import type { Runner, RunOutcome } from '@/grading/task';
import { findChromium, SHARED_GPU_FLAGS } from '@/scripts/chromium';
import { startRunnerSite } from '@/tests/browser/runner-site';

declare global {
  var createPageRunner: (options: PageRunnerOptions) => PageRunner;
  var studyRunner: PageRunner | undefined;
}

/** A software adapter takes many times as long as what limits are made for. */
const PATIENCE = 20;

/** Runs in the page. Both ways as text: what a page returns must be plain data. */
async function runInPage(given: string): Promise<string> {
  const { urls, job, limits } = JSON.parse(given);
  globalThis.studyRunner ??= createPageRunner({ urls });
  return JSON.stringify(await globalThis.studyRunner.run(job, limits));
}

/** The page's own runner in a Chromium, for studies: the device that a learner's browser would use. */
export async function openPageRunner(): Promise<{ runner: Runner; close(): Promise<void> }> {
  const site = await startRunnerSite();
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: SHARED_GPU_FLAGS });
  const page = await browser.newPage();
  await page.goto(site.url);
  return {
    runner: {
      run: async (job, { heartbeatMs, totalMs }) => {
        const limits = { heartbeatMs: PATIENCE * heartbeatMs, totalMs: PATIENCE * totalMs };
        return JSON.parse(
          await page.evaluate(runInPage, JSON.stringify({ urls: site.runners, job, limits })),
        ) as RunOutcome;
      },
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}
