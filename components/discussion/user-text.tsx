'use client';

import { lazy, Suspense } from 'react';
import { PlainText } from './plain-text';

const WithoutFormulas = lazy(() => import('./markdown/markdown-text'));
const WithFormulas = lazy(() => import('./markdown/formula-text'));

/**
 * Markdown that a user wrote: code, formulas, tables, images of ours, mentions. The one way to show such text. Its parser
 * comes with the first one on a page; until then the text stands there as it was typed.
 *
 * @param names present names of people by id, for mentions; others keep the name that was written
 */
export function UserText({ text, names }: { text: string; names?: ReadonlyMap<string, string> }) {
  const Text =
    text.includes('$') || text.includes('```math') || text.includes('~~~math') ? WithFormulas : WithoutFormulas;
  return (
    <Suspense fallback={<PlainText text={text} />}>
      <Text text={text} names={names} />
    </Suspense>
  );
}
