import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CheckForm } from './check-form';
import { Because, distinct, Item, Otherwise, only, pick, Question, Wrong } from './check-markup';
import { judgeOrder } from './judge';
import { LateCheck } from './late-check';
import { type OrderCheckProps, OrderRows, orderFeedback } from './order-view';
import { shuffleBy } from './shuffle';
import { useCheckLabels } from './use-check-labels';

/**
 * Things to be put in order. They stand in the right order here and are shown in another. `id` as in QuickCheck.
 *
 *     <OrderQuickCheck id="02-mlp.04-softmax-and-training#loop-order">
 *     <Question>What does one step of training do?</Question>
 *     <Item id="forward">forward</Item><Item id="loss">loss</Item><Item id="update">update</Item>
 *     <Because>Each needs what the one before it computed.</Because>
 *     <Wrong order="update forward loss">There is no gradient yet.</Wrong>
 *     <Otherwise>What does each line need?</Otherwise>
 *     </OrderQuickCheck>
 */
export function OrderQuickCheck({ id, children }: { id: string; children: ReactNode }) {
  const t = useTranslations('lesson.check.order');
  const labels = useCheckLabels('order');
  const items = pick<{ id: string }>(children, Item).map((item) => ({
    id: item.props.id,
    label: item.props.children,
  }));
  const right = distinct(
    id,
    items.map((item) => item.id),
  );
  const wrong = pick(children, Wrong).map(({ props }) => {
    const order = (props.order ?? '').split(/\s+/);
    if (!judgeOrder(order.toSorted(), right.toSorted()) || judgeOrder(order, right))
      throw new Error(`Quick check ${id}: “${props.order}” is no wrong order of its items`);
    return { order, because: props.children };
  });
  const check: OrderCheckProps = {
    id,
    labels: { ...labels, up: t('up'), down: t('down'), moved: t.raw('moved') },
    question: only(id, children, Question),
    items: shuffleBy(id, items),
    right,
    because: only(id, children, Because),
    wrong,
    otherwise: only(id, children, Otherwise),
  };
  return (
    <LateCheck check={{ kind: 'order', ...check }}>
      <CheckForm id={id} labels={check.labels} question={check.question} feedback={orderFeedback(check, null)}>
        <OrderRows check={check} order={check.items.map((item) => item.id)} />
      </CheckForm>
    </LateCheck>
  );
}
