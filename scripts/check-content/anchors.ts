import { createProcessor } from '@mdx-js/mdx';
import rehypeSlug from 'rehype-slug';
import rehypeEquations from '@/content/mdx/rehype-equations.js';
import { attributeOf, type MdxNode, type MdxText, remarkPlugins, walk } from './mdx-tree';

interface Element extends MdxNode {
  properties?: { id?: string };
}

/** What `#…` may lead to on a text's page: headings, equations, figures and quick checks. */
export function anchorsOf({ file, source }: MdxText): Set<string> {
  const anchors = new Set<string>();
  const collect = () => (tree: unknown) => {
    for (const { node } of walk(tree as MdxNode)) {
      const isCheck = /(QuickCheck|SpotTheMistake)$/.test(node.name ?? '');
      const id = (node as Element).properties?.id ?? (isCheck ? attributeOf(node, 'id') : undefined);
      if (id !== undefined) anchors.add(id);
      if (node.name === 'Figure') anchors.add(`figure-${attributeOf(node, 'name')}`);
    }
  };
  const processor = createProcessor({ remarkPlugins, rehypePlugins: [rehypeSlug, rehypeEquations, collect] });
  processor.processSync({ path: `/${file}`, value: source });
  return anchors;
}
