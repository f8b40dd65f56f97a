import type { ReactNode } from 'react';
import { Because, Choice, Otherwise, only, pick, Question, Wrong, withoutBecause } from './check-markup';
import { type CheckChoice, ChoiceCheck } from './choice-check';
import { NumberCheck, type WrongNumber } from './number-check';
import { mixById } from './shuffle';
import { useCheckLabels } from './use-check-labels';

/**
 * A question with choices, which stand in another order than they are written in. `id` is `UNIT.LESSON#name`: answers are kept
 * under it, so that it never changes.
 *
 *     <QuickCheck id="02-mlp.01-from-lines-to-layers#collapse">
 *     <Question>Three dense layers without activation equal …?</Question>
 *     <Choice id="affine" correct>one affine map<Because>Products of matrices are matrices.</Because></Choice>
 *     <Choice id="cubic">a cubic<Because>Weights are multiplied, inputs are not.</Because></Choice>
 *     </QuickCheck>
 */
export function QuickCheck(props: { id: string; multiple?: boolean; children: ReactNode }) {
  const labels = useCheckLabels();
  const choices: CheckChoice[] = pick<{ id: string; correct?: boolean }>(props.children, Choice).map((choice) => ({
    id: choice.props.id,
    right: choice.props.correct === true,
    label: withoutBecause(choice.props.children),
    because: only(props.id, choice.props.children, Because),
  }));
  return (
    <ChoiceCheck
      id={props.id}
      labels={labels}
      multiple={props.multiple === true}
      question={only(props.id, props.children, Question)}
      choices={mixById(props.id, choices)}
    />
  );
}

/** A question whose answer is a number, right within `tolerance` (absolute; 0 when left out). `id` as in {@link QuickCheck}. */
export function NumberQuickCheck(props: { id: string; answer: number; tolerance?: number; children: ReactNode }) {
  const labels = useCheckLabels();
  const wrong: WrongNumber[] = pick(props.children, Wrong).map(({ props: { value, children } }) => {
    if (value === undefined) throw new Error(`Quick check ${props.id}: a <Wrong> needs its value`);
    return { value, because: children };
  });
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
