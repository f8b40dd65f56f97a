import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium';
import { loadPage, type PageLoad } from '../page-load';
import { type Measurement, measurement } from './measurement';
import { servePeer } from './peer-site';
import { serveSite } from './site';

export const names = ['page.lesson', 'page.exercise'];

const RUNS = 5;
const LESSON = '02-mlp/01-from-lines-to-layers';
const editorReady = (page: Page) => page.locator('.monaco-editor .view-line').first().waitFor();

/** Cold loads with the CPU slowed 4 ×, ours and the peer's in turn, so that both meet the same noise. */
export async function measure(): Promise<Measurement[]> {
  const site = await serveSite();
  const peer = await servePeer(`content/${LESSON}/en.mdx`);
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS });
  const loads: Record<'lesson' | 'peerLesson' | 'editor' | 'peerEditor', PageLoad[]> = {
    lesson: [],
    peerLesson: [],
    editor: [],
    peerEditor: [],
  };
  try {
    const slow = { cpuSlowdown: 4 };
    for (let run = 0; run < RUNS; run++) {
      loads.lesson.push(await loadPage(browser, `${site.url}/en/lessons/${LESSON.replace('/', '.')}`, slow));
      loads.peerLesson.push(await loadPage(browser, `${peer.url}/lesson`, slow));
      const editor = { ...slow, ready: editorReady };
      loads.editor.push(await loadPage(browser, `${site.url}/en/exercises/02-mlp/dense-forward`, editor));
      loads.peerEditor.push(await loadPage(browser, `${peer.url}/editor`, editor));
    }
  } finally {
    await browser.close();
    await site.stop();
    await peer.stop();
  }
  const of = (name: keyof typeof loads, key: keyof PageLoad) => loads[name].map((load) => Number(load[key]));
  const ratio = (ours: keyof typeof loads, theirs: keyof typeof loads, key: keyof PageLoad) =>
    of(ours, key).map((value, run) => value / (of(theirs, key)[run] ?? Number.NaN));
  return [
    measurement('page.lesson.script', of('lesson', 'scriptBytes'), 'B', 'as served; aim ≤ 160,000'),
    measurement('page.lesson.total', of('lesson', 'totalBytes'), 'B'),
    measurement('page.lesson.lcp', of('lesson', 'lcp'), 'ms'),
    measurement(
      'page.lesson.lcpRatio',
      ratio('lesson', 'peerLesson', 'lcp'),
      '×',
      'to bare @next/mdx + KaTeX; aim ≤ 1.1',
    ),
    measurement('page.lesson.blocking', of('lesson', 'blocking'), 'ms'),
    measurement('page.lesson.blockingRatio', ratio('lesson', 'peerLesson', 'blocking'), '×', 'aim ≤ 1.1'),
    measurement('page.lesson.layoutShift', of('lesson', 'layoutShift'), '', 'aim ≤ 0.01'),
    measurement('page.exercise.editorReady', of('editor', 'readyMs'), 'ms'),
    measurement(
      'page.exercise.editorRatio',
      ratio('editor', 'peerEditor', 'readyMs'),
      '×',
      'to Next + Monaco; aim ≤ 0.75',
    ),
    measurement('page.exercise.blockingRatio', ratio('editor', 'peerEditor', 'blocking'), '×', 'aim ≤ 0.5'),
  ];
}
