import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { anchorsOf } from '@/scripts/check-content/anchors';
import { findLessonText, headingsOf } from '@/server/discussion/lesson-sections';

const folders = (parent: string) =>
  readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory() && /^\d\d-/.test(entry.name));
const lessons = folders('content').flatMap(({ name: unit }) =>
  folders(`content/${unit}`).map(({ name }) => `${unit}/${name}`),
);

test.each(lessons)('%s: headings read from the source have the ids that the page gives them', async (lesson) => {
  for (const locale of ['en', 'ko']) {
    const file = `content/${lesson}/${locale}.mdx`;
    const source = readFileSync(file, 'utf8');
    const anchors = anchorsOf({ file, source } as Parameters<typeof anchorsOf>[0]);
    for (const { id } of headingsOf(source)) expect(anchors).toContain(id);
  }
  const text = await findLessonText(lesson.replace('/', '.'));
  expect(text?.sections.length).toBeGreaterThan(1);
  expect(text?.title).toEqual({ en: expect.stringMatching(/[A-Z]/), ko: expect.stringMatching(/[가-힣]/) });
});
