import { atLine, attributeOf, type MdxNode, type MdxText, walk } from './mdx-tree';

/** Pages that a text may link to. Addresses are without language. */
export interface Pages {
  /** Anchors of each lesson, in the text's language. */
  lessons: ReadonlyMap<string, ReadonlySet<string>>;
  exercises: ReadonlySet<string>;
  terms: ReadonlySet<string>;
}

/** Pages without content of their own. */
const OTHERS = ['/', '/glossary', '/account', '/sign-in', '/sign-up'];

function linkOf(node: MdxNode): string | undefined {
  if (node.type === 'link' || node.type === 'definition') return node.url;
  return node.name === 'a' ? attributeOf(node, 'href') : undefined;
}

function problemWith(href: string, own: ReadonlySet<string>, pages: Pages): string | null {
  if (/^(https?|mailto):/.test(href)) return null;
  const [page = '', anchor] = decodeURI(href).split('#');
  if (page === '') return own.has(anchor ?? '') ? null : 'there is no such place in this text';
  const [, kind, id = ''] = /^\/(lessons|exercises)\/(.+)$/.exec(page) ?? [];
  if (kind === 'exercises') return pages.exercises.has(id) ? null : 'there is no such exercise';
  if (kind === 'lessons') {
    const anchors = pages.lessons.get(id);
    if (!anchors) return 'there is no such lesson';
    return anchor === undefined || anchors.has(anchor) ? null : 'there is no such place in that lesson';
  }
  if (page === '/glossary' && anchor !== undefined) return pages.terms.has(anchor) ? null : 'there is no such term';
  return OTHERS.includes(page) ? null : 'it leads to no page of the course (/lessons/…, /exercises/…, /glossary#…)';
}

/** Links that lead nowhere. `own` are the anchors of the text itself. */
export function linkProblems({ tree }: MdxText, own: ReadonlySet<string>, pages: Pages): string[] {
  return [...walk(tree)].flatMap(({ node }) => {
    const href = linkOf(node);
    const problem = href === undefined ? null : problemWith(href, own, pages);
    return problem === null ? [] : [atLine(node, `the link ${href}: ${problem}`)];
  });
}
