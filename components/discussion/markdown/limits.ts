import { TooCostly } from '@/contracts/markdown';
import type { Parent } from './tree';

const MAX_NODES = 12_000;
const MAX_DEPTH = 60;
const MAX_FORMULAS = 200;
const MAX_FORMULA_CHARACTERS = 6_000;

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
