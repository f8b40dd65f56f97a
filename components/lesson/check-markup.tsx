import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';

// What authors write inside a quick check. The checks read these elements; none is drawn by itself.

type Marked<P> = ReactElement<P & { children?: ReactNode }>;
type Markup<P> = (props: P & { children: ReactNode }) => ReactNode;

/** The question of a quick check, in MDX. */
export function Question({ children }: { children: ReactNode }) {
  return children;
}

/** One choice; `correct` marks a right one. Its `<Because>` says why it is right or wrong. */
export function Choice({ children }: { id: string; correct?: boolean; children: ReactNode }) {
  return children;
}

/** The explanation of what it stands in: a choice, a pair, a part, or the right answer of a number or an order. */
export function Because({ children }: { children: ReactNode }) {
  return children;
}

/** A foreseen wrong number (`value`) or order (`order="b a c"`), with where it comes from. */
export function Wrong({ children }: { value?: number; order?: string; children: ReactNode }) {
  return children;
}

/** What to say to any other wrong answer. */
export function Otherwise({ children }: { children: ReactNode }) {
  return children;
}

/** One thing to be put in order. */
export function Item({ children }: { id: string; children: ReactNode }) {
  return children;
}

/** A `<Left>`, the `<Right>` that belongs to it, and `<Because>`. */
export function Pair({ children }: { id: string; children: ReactNode }) {
  return children;
}

export function Left({ children }: { children: ReactNode }) {
  return children;
}

export function Right({ children }: { children: ReactNode }) {
  return children;
}

/** A right that fits no left. */
export function Extra({ children }: { id: string; children: ReactNode }) {
  return children;
}

/** A part of the text in which a mistake is to be found; `wrong` marks the mistake. */
export function Part({ children }: { id: string; wrong?: boolean; children: ReactNode }) {
  return children;
}

/** The elements of one kind among the children, in their order. */
export function pick<P>(children: ReactNode, type: Markup<P>): Marked<P>[] {
  return Children.toArray(children).filter((child): child is Marked<P> => isValidElement(child) && child.type === type);
}

/** The one element of its kind. @throws {Error} when there is none, or more than one */
export function only<P>(check: string, children: ReactNode, type: Markup<P>): Marked<P> {
  const found = pick(children, type);
  if (found.length !== 1 || !found[0])
    throw new Error(`Quick check ${check}: needs one <${type.name}>, has ${found.length}`);
  return found[0];
}

/** What stands beside the `<Because>`. */
export function withoutBecause(children: ReactNode): ReactNode {
  return Children.toArray(children).filter((child) => !isValidElement(child) || child.type !== Because);
}

/** @throws {Error} when two of the ids are equal */
export function distinct(check: string, ids: string[]): string[] {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`Quick check ${check}: two parts are called ${twice}`);
  return ids;
}
