import { useTranslations } from 'next-intl';
import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';
import type { CheckLabels } from './check-frame';
import { type CheckChoice, ChoiceCheck } from './choice-check';
import { NumberCheck, type WrongNumber } from './number-check';

type Marked<P> = ReactElement<P & { children?: ReactNode }>;

/** The question of a quick check, in MDX. */
export function Question({ children }: { children: ReactNode }) {
  return children;
}

/** One choice; `correct` marks a right one. Its `<Because>` says why it is right or wrong. */
export function Choice({ children }: { id: string; correct?: boolean; children: ReactNode }) {
  return children;
}

/** The explanation of the choice, or of the number check, that it stands in. */
export function Because({ children }: { children: ReactNode }) {
  return children;
}

/** A foreseen wrong number, with where it comes from. */
export function Wrong({ children }: { value: number; children: ReactNode }) {
  return children;
}

/** What to say to any other wrong number. */
export function Otherwise({ children }: { children: ReactNode }) {
  return children;
}

function pick<P>(children: ReactNode, type: (props: P & { children: ReactNode }) => ReactNode): Marked<P>[] {
  return Children.toArray(children).filter((child): child is Marked<P> => isValidElement(child) && child.type === type);
}

function only<P>(check: string, children: ReactNode, type: (props: P & { children: ReactNode }) => ReactNode) {
  const found = pick(children, type);
  if (found.length !== 1 || !found[0])
    throw new Error(`Quick check ${check}: needs one <${type.name}>, has ${found.length}`);
  return found[0];
}

function useLabels(): CheckLabels {
  const t = useTranslations('lesson.check');
  return {
    title: t('title'),
    check: t('check'),
    retry: t('retry'),
    right: t('right'),
    wrong: t('wrong'),
    pickOne: t('pickOne'),
    pickSome: t('pickSome'),
    typeNumber: t('typeNumber'),
    notNumber: t('notNumber'),
    numberLabel: t('numberLabel'),
    notKept: t('notKept'),
  };
}

/**
 * A question with choices. `id` is `UNIT.LESSON#name`: answers are kept under it, so that it never changes.
 *
 *     <QuickCheck id="02-mlp.01-from-lines-to-layers#collapse">
 *     <Question>Three dense layers without activation equal …?</Question>
 *     <Choice id="affine" correct>one affine map<Because>Products of matrices are matrices.</Because></Choice>
 *     <Choice id="cubic">a cubic<Because>Weights are multiplied, inputs are not.</Because></Choice>
 *     </QuickCheck>
 */
export function QuickCheck(props: { id: string; multiple?: boolean; children: ReactNode }) {
  const labels = useLabels();
  const choices: CheckChoice[] = pick<{ id: string; correct?: boolean }>(props.children, Choice).map((choice) => ({
    id: choice.props.id,
    right: choice.props.correct === true,
    label: Children.toArray(choice.props.children).filter((child) => !isValidElement(child) || child.type !== Because),
    because: only(props.id, choice.props.children, Because),
  }));
  return (
    <ChoiceCheck
      id={props.id}
      labels={labels}
      multiple={props.multiple === true}
      question={only(props.id, props.children, Question)}
      choices={choices}
    />
  );
}

/** A question whose answer is a number, right within `tolerance` (absolute; 0 when left out). `id` as in {@link QuickCheck}. */
export function NumberQuickCheck(props: { id: string; answer: number; tolerance?: number; children: ReactNode }) {
  const labels = useLabels();
  const wrong: WrongNumber[] = pick<{ value: number }>(props.children, Wrong).map((one) => ({
    value: one.props.value,
    because: one.props.children,
  }));
  return (
    <NumberCheck
      id={props.id}
      labels={labels}
      question={only(props.id, props.children, Question)}
      answer={props.answer}
      tolerance={props.tolerance ?? 0}
      because={only(props.id, props.children, Because)}
      wrong={wrong}
      otherwise={only(props.id, props.children, Otherwise)}
    />
  );
}
