import { existsSync } from 'node:fs';
import { atLine, attributeOf, type MdxNode, type MdxText, walk } from './mdx-tree';

function imageOf(node: MdxNode): { src: string; alt: string } | null {
  if (node.type === 'image') return { src: node.url ?? '', alt: node.alt ?? '' };
  return node.name === 'img' ? { src: attributeOf(node, 'src') ?? '', alt: attributeOf(node, 'alt') ?? '' } : null;
}

/** Pictures without words for who cannot see them, and pictures that are not there. */
export function imageProblems({ tree }: MdxText, folder = 'public'): string[] {
  return [...walk(tree)].flatMap(({ node }) => {
    const image = imageOf(node);
    if (!image) return [];
    const problems = image.alt.trim() === '' ? [atLine(node, `the picture ${image.src} has no alternative text`)] : [];
    // The site's policy lets pictures come from the site only.
    const there = image.src.startsWith('/') && existsSync(`${folder}${image.src}`);
    return there ? problems : [...problems, atLine(node, `the picture ${image.src} is not in ${folder}/`)];
  });
}
