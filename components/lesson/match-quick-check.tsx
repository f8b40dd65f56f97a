import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CheckForm } from './check-form';
import { Because, distinct, Extra, Left, only, Pair, pick, Question, Right } from './check-markup';
import { LateCheck } from './late-check';
import { type MatchCheckProps, MatchRows, matchFeedback } from './match-view';
import { shuffleBy } from './shuffle';
import { useCheckLabels } from './use-check-labels';

/**
 * Things to be matched: each left has its right, and the rights are shown in another order, among `<Extra>` ones that
 * belong to none. `id` as in QuickCheck.
 *
 *     <MatchQuickCheck id="02-mlp.03-backpropagation#shapes">
 *     <Question>Which product is which gradient?</Question>
 *     <Pair id="dw"><Left>$dW$</Left><Right>$X^\top dY$</Right><Because>Its shape is that of W.</Because></Pair>
 *     <Pair id="dx"><Left>$dX$</Left><Right>$dY\,W^\top$</Right><Because>Its shape is that of X.</Because></Pair>
 *     <Extra id="other">$dY\,X^\top$</Extra>
 *     </MatchQuickCheck>
 */
export function MatchQuickCheck({ id, children }: { id: string; children: ReactNode }) {
  const t = useTranslations('lesson.check.match');
  const labels = useCheckLabels('match');
  const pairs = pick<{ id: string }>(children, Pair).map(({ props }) => ({
    id: props.id,
    left: only(id, props.children, Left),
    right: only(id, props.children, Right),
    because: only(id, props.children, Because),
  }));
  const own = pairs.map((pair) => ({ id: pair.id, label: pair.right as ReactNode }));
  const extra = pick<{ id: string }>(children, Extra).map(({ props }) => ({ id: props.id, label: props.children }));
  const rights = [...own, ...extra];
  distinct(
    id,
    rights.map((right) => right.id),
  );
  const check: MatchCheckProps = {
    id,
    labels: { ...labels, pickAll: t('pickAll'), choose: t('choose') },
    question: only(id, children, Question),
    pairs: pairs.map(({ id, left, because }) => ({ id, left, because })),
    rights: shuffleBy(id, rights, own),
  };
  return (
    <LateCheck check={{ kind: 'match', ...check }}>
      <CheckForm id={id} labels={check.labels} question={check.question} multiple feedback={matchFeedback(check, null)}>
        <MatchRows check={check} matches={{}} wrong={null} />
      </CheckForm>
    </LateCheck>
  );
}
