import { isValidElement, type ReactElement, type ReactNode } from 'react';
import { quickCheckKinds } from '@/components/lesson/quick-check-kinds';
import type { Locale } from '@/grading/localized';
import { loadLesson } from './catalog';
import type { LessonRef } from './unit';

const KINDS = new Set<unknown>(Object.values(quickCheckKinds));

/** One quick check of a lesson, by itself: the very element of the lesson's text. Null when the lesson has none of this id. */
export async function findQuickCheck(lesson: LessonRef, locale: Locale, id: string): Promise<ReactElement | null> {
  const { default: Text } = await loadLesson(lesson, locale);
  // A compiled MDX text is a plain function of its props without hooks, so that it can be asked for its elements.
  return find((Text as (props: object) => ReactNode)({}), id);
}

function find(node: ReactNode, id: string): ReactElement | null {
  if (Array.isArray(node)) {
    for (const child of node) {
      const found = find(child, id);
      if (found) return found;
    }
    return null;
  }
  if (!isValidElement<{ id?: string; children?: ReactNode }>(node)) return null;
  if (KINDS.has(node.type) && node.props.id === id) return node;
  return find(node.props.children, id);
}
