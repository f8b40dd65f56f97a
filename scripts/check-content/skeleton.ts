import { attributeText, type MdxNode, walk } from './mdx-tree';

/** What two translations of one text must have in common, as lists in the order of the text. */
export interface Skeleton {
  /** `h2`, `h3`, … */
  headings: string[];
  /** `Figure name=softmax-lab`, `QuickCheck id=ID`, `Part id=a wrong=true`, …: each component with what identifies it. */
  components: string[];
  /** Ids of the explained terms, sorted: a sentence has its words in another order in the other language. */
  terms: string[];
  /** Displayed equations, counted. */
  equations: string[];
  /** Languages of the code blocks. */
  code: string[];
}

const identifying = ['name', 'id', 'kind', 'correct', 'wrong', 'order', 'answer', 'value', 'url', 'href'];

/** @throws {Error} when an emphasis was not closed */
export function skeletonOf(tree: MdxNode): Skeleton {
  const skeleton: Skeleton = { headings: [], components: [], terms: [], equations: [], code: [] };
  for (const { node } of walk(tree)) {
    if (node.type === 'text' && node.value?.includes('**')) throw new Error(`a ** is left in “${node.value.trim()}”`);
    if (node.type === 'heading') skeleton.headings.push(`h${node.depth}`);
    if (node.type === 'math') skeleton.equations.push('equation');
    if (node.type === 'code') skeleton.code.push(node.lang ?? 'plain');
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      skeleton[node.name === 'Term' ? 'terms' : 'components'].push(nameOf(node));
  }
  skeleton.terms.sort();
  return skeleton;
}

function nameOf(node: MdxNode): string {
  const attributes = (node.attributes ?? []).filter(({ name }) => name !== undefined && identifying.includes(name));
  return [node.name ?? 'fragment', ...attributes.map(({ name, value }) => `${name}=${attributeText(value)}`)].join(' ');
}

/** Ids of the quick checks of every kind, in the order of the text. */
export function quickCheckIds(skeleton: Skeleton): string[] {
  return skeleton.components
    .filter((component) => /^(\w*QuickCheck|SpotTheMistake)\b/.test(component))
    .map((component) => /\bid=(\S+)/.exec(component)?.[1] ?? '');
}

/** Where two skeletons part, one sentence each. */
export function skeletonProblems(en: Skeleton, ko: Skeleton): string[] {
  return (Object.keys(en) as (keyof Skeleton)[]).flatMap((part) => {
    const at = en[part].findIndex((entry, index) => entry !== ko[part][index]);
    const first = at === -1 && ko[part].length > en[part].length ? en[part].length : at;
    if (first === -1) return [];
    return [`${part} part at number ${first + 1}: en ${en[part][first] ?? 'none'}, ko ${ko[part][first] ?? 'none'}`];
  });
}
