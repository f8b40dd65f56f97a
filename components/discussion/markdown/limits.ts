import type { Parent } from './tree';

/** The text would take more work to draw than a reader should wait for: it is shown as it was typed. */
export class TooCostly extends Error {}

const MAX_CHARACTERS = 60_000;
/**
 * How often each kind of mark may occur. Some cost the parser work that grows with their square; at these counts no text
 * of our corpus of bombs takes longer than a long honest one.
 */
const MOST: readonly [RegExp, number][] = [
  [/\n|\r/g, 3_000],
  [/[*_]/g, 3_000],
  [/\[/g, 1_000],
  [/`/g, 3_000],
  [/\$/g, 800],
  [/\|/g, 3_000],
  [/[<&]/g, 2_000],
  [/~/g, 3_000],
  [/@|:\/\/|www\./gi, 500],
];
/** Containers that a line opens: quotes, list items, and indentation that may continue them. */
const DEEP_LINE = /^[\t ]*(?:(?:>|[-+*]|\d{1,9}[.)])[\t ]*){12}|^(?:\t| {4}){12}/m;

const MAX_NODES = 12_000;
const MAX_DEPTH = 60;
const MAX_FORMULAS = 200;
const MAX_FORMULA_CHARACTERS = 6_000;

/** Before anything is parsed. @throws {TooCostly} */
export function assertCheapToParse(markdown: string): void {
  if (markdown.length > MAX_CHARACTERS || DEEP_LINE.test(markdown)) throw new TooCostly();
  for (const [mark, most] of MOST) if ((markdown.match(mark)?.length ?? 0) > most) throw new TooCostly();
}

/** After parsing, before formulas are drawn. @throws {TooCostly} */
export function rehypeBounded() {
  return (tree: Parent) => {
    let nodes = 0;
    let formulas = 0;
    let formulaCharacters = 0;
    const visit = (parent: Parent, depth: number) => {
      nodes += parent.children.length;
      if (depth > MAX_DEPTH || nodes > MAX_NODES) throw new TooCostly();
      for (const child of parent.children) {
        if (child.type !== 'element') continue;
        if (isFormula(child.properties.className)) {
          formulas += 1;
          formulaCharacters += child.children.reduce((sum, text) => sum + ('value' in text ? text.value.length : 0), 0);
          if (formulas > MAX_FORMULAS || formulaCharacters > MAX_FORMULA_CHARACTERS) throw new TooCostly();
        }
        visit(child, depth + 1);
      }
    };
    visit(tree, 0);
  };
}

function isFormula(className: unknown): boolean {
  return Array.isArray(className) && className.some((name) => /^(?:math-(?:inline|display)|language-math)$/.test(name));
}
