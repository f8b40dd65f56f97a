import 'server-only';
import type { MDXContent } from 'mdx/types';
import { Children, Fragment, isValidElement, type ReactNode } from 'react';
import type { ExerciseId } from '@/grading/exercise-id';
import type { Locale } from '@/grading/localized';

interface MdxModule {
  default: MDXContent;
}

/** The prompt of an exercise. */
export async function promptOf(id: ExerciseId, locale: Locale): Promise<ReactNode> {
  const [unit, slug] = id.split('/');
  const { default: Prompt }: MdxModule = await import(`@/exercises/${unit}/${slug}/prompt.${locale}.mdx`);
  return <Prompt />;
}

/** The hints of an exercise, each from its second-level heading to the next. */
export async function hintsOf(id: ExerciseId, locale: Locale): Promise<ReactNode[]> {
  const [unit, slug] = id.split('/');
  const { default: content }: MdxModule = await import(`@/exercises/${unit}/${slug}/hints.${locale}.mdx`);
  const hints: ReactNode[][] = [];
  for (const node of topLevel(content({}))) {
    if (isValidElement(node) && node.type === 'h2') hints.push([]);
    hints.at(-1)?.push(node);
  }
  return hints.map((nodes) => Children.toArray(nodes));
}

/** The explanation that goes with the reference solution. */
export async function explanationOf(id: ExerciseId, locale: Locale): Promise<ReactNode> {
  const [unit, slug] = id.split('/');
  const { default: Explanation }: MdxModule = await import(`@/exercises/${unit}/${slug}/explanation.${locale}.mdx`);
  return <Explanation />;
}

/** What compiled MDX puts side by side: a fragment of blocks. */
function topLevel(content: ReactNode): ReactNode[] {
  if (isValidElement<{ children?: ReactNode }>(content) && content.type === Fragment) {
    return Children.toArray(content.props.children);
  }
  return [content];
}
