import type { ReactNode } from 'react';
import { Because, distinct, only, Part, pick, Question, withoutBecause } from './check-markup';
import { type CheckChoice, ChoiceCheck } from './choice-check';
import { useCheckLabels } from './use-check-labels';

/**
 * A sentence, a formula or a program in parts, just one of them wrong. `id` as in QuickCheck.
 *
 *     <SpotTheMistake id="02-mlp.04-softmax-and-training#loop">
 *     <Question>Where is the mistake?</Question>
 *     <Part id="forward">`z = xW + b`<Because>This is a dense layer.</Because></Part>
 *     <Part id="update" wrong>`W ← ηW − dW`<Because>η multiplies the gradient.</Because></Part>
 *     </SpotTheMistake>
 */
export function SpotTheMistake({ id, children }: { id: string; children: ReactNode }) {
  const labels = useCheckLabels('spot');
  const parts: CheckChoice[] = pick<{ id: string; wrong?: boolean }>(children, Part).map((part) => ({
    id: part.props.id,
    right: part.props.wrong === true,
    label: withoutBecause(part.props.children),
    because: only(id, part.props.children, Because),
  }));
  distinct(
    id,
    parts.map((part) => part.id),
  );
  const mistakes = parts.filter((part) => part.right).length;
  if (parts.length < 2 || mistakes !== 1)
    throw new Error(`Quick check ${id}: one <Part> of several is wrong, here ${mistakes} of ${parts.length}`);
  return (
    <ChoiceCheck id={id} labels={labels} multiple={false} question={only(id, children, Question)} choices={parts} />
  );
}
