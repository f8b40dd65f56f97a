import { atLine, attributeOf, type MdxText, walk } from './mdx-tree';

/** What a reader presses or follows: a button inside would be a control in a control. */
const CONTROLS = ['Choice', 'Part', 'Item', 'Left', 'Right', 'Term', 'a'];

/** Terms that the glossary has not, that stand where no button may, or twice. */
export function termProblems({ tree }: MdxText, known: ReadonlySet<string>): string[] {
  const seen = new Set<string>();
  const problems: string[] = [];
  for (const { node, above } of walk(tree)) {
    if (node.name !== 'Term') continue;
    const id = attributeOf(node, 'id') ?? '';
    if (!known.has(id)) problems.push(atLine(node, `the glossary has no term ${id}`));
    if (seen.has(id)) problems.push(atLine(node, `the term ${id} is explained already: once in a lesson is enough`));
    seen.add(id);
    const control = above.find(
      ({ type, name }) => type === 'heading' || type === 'link' || CONTROLS.includes(name ?? ''),
    );
    const explained = above.some(({ name }) => name === 'Because');
    if (control && !explained)
      problems.push(
        atLine(node, `a term cannot stand in a ${control.name ?? control.type}, which is a control itself`),
      );
  }
  return problems;
}
