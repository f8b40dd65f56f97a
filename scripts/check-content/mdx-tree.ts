import { createProcessor } from '@mdx-js/mdx';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';

/** A node of a parsed text, as far as the checks look at it. */
export interface MdxNode {
  type: string;
  depth?: number;
  /** Of a component. */
  name?: string | null;
  /** Of a code block: its language, and what stands behind it. */
  lang?: string | null;
  meta?: string | null;
  value?: string;
  /** Of links and images. */
  url?: string;
  alt?: string | null;
  attributes?: { name?: string; value?: unknown }[];
  children?: MdxNode[];
  position?: { start: { line: number } };
}

/** One MDX file. */
export interface MdxText {
  /** Relative to the repository. */
  file: string;
  locale: 'en' | 'ko';
  source: string;
  tree: MdxNode;
}

export const remarkPlugins = [remarkGfm, remarkMath, remarkCjkFriendly];
const processor = createProcessor({ remarkPlugins });

/** @throws {Error} when it is no valid MDX */
export function parseMdx(file: string, source: string): MdxText {
  const locale = file.endsWith('ko.mdx') ? 'ko' : 'en';
  return { file, locale, source, tree: processor.parse(source) as MdxNode };
}

/** The node and all below it, in the order of the text, each with what it stands in, the nearest first. */
export function* walk(node: MdxNode, above: MdxNode[] = []): Generator<{ node: MdxNode; above: MdxNode[] }> {
  yield { node, above };
  for (const child of node.children ?? []) yield* walk(child, [node, ...above]);
}

/** Nodes of a component, in the order of the text. */
export function componentsOf(tree: MdxNode, name: string): MdxNode[] {
  return [...walk(tree)].map(({ node }) => node).filter((node) => node.name === name);
}

/** An attribute of a component as it is written, `true` without a value, undefined when it is not there. */
export function attributeOf(node: MdxNode, wanted: string): string | undefined {
  const attribute = node.attributes?.find(({ name }) => name === wanted);
  return attribute && attributeText(attribute.value);
}

export function attributeText(value: unknown): string {
  return typeof value === 'object' && value !== null && 'value' in value ? String(value.value) : String(value ?? true);
}

/** `line 12: what`, for a problem with a node. */
export function atLine(node: MdxNode, what: string): string {
  return `line ${node.position?.start.line ?? '?'}: ${what}`;
}
