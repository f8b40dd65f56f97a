'use client';

import { type PointerEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { fill } from '@/components/figures/fill';
import type { Verdict } from './check-form';
import { CheckFrame } from './check-frame';
import { judgeOrder, moveItem } from './judge';
import { keptOrder } from './kept-answer';
import { type OrderCheckProps, OrderRows, orderFeedback } from './order-view';
import { useKeptAnswer } from './use-kept-answer';

/** A quick check whose answer is an order: rows are moved by two buttons each, or dragged by their grip. */
export function OrderCheck(props: OrderCheckProps) {
  const { items, right, labels } = props;
  const list = useRef<HTMLOListElement>(null);
  const { kept, keep, keeping } = useKeptAnswer(props.id);
  const [own, setOwn] = useState<{ order: string[]; checked: boolean } | null>(null);
  const [prompt, setPrompt] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);

  const stored = keptOrder(kept?.answer, right);
  const { order, checked } = own ?? { order: stored ?? items.map((item) => item.id), checked: stored !== null };
  const correct = judgeOrder(order, right);
  const verdict: Verdict = checked ? (correct ? 'right' : 'wrong') : 'none';

  const move = (id: string, place: number) => {
    const next = moveItem(order, id, place);
    if (judgeOrder(next, order)) return;
    setOwn({ order: next, checked: false });
    setPrompt(fill(labels.moved, { place: next.indexOf(id) + 1, count: next.length }));
  };
  const step = (id: string, by: number, button: HTMLButtonElement) => {
    flushSync(() => move(id, order.indexOf(id) + by));
    // The row has moved in the document, which takes the focus from it.
    button.focus();
  };
  const grab = (id: string, pointerId: number) => {
    // The list holds the pointer: the row itself moves in the document.
    list.current?.setPointerCapture(pointerId);
    setDragged(id);
  };
  const drag = ({ clientY }: PointerEvent) => {
    if (dragged === null || !list.current) return;
    // Its place is behind all rows whose middle is above the pointer: middles, so that unequal rows do not flicker.
    const others = [...list.current.children].filter((_, at) => order[at] !== dragged);
    const middles = others.map((row) => row.getBoundingClientRect()).map(({ top, height }) => top + height / 2);
    move(dragged, middles.filter((middle) => middle < clientY).length);
  };
  const check = () => {
    setOwn({ order, checked: true });
    setPrompt(null);
    keep(order, correct);
  };

  return (
    <CheckFrame
      id={props.id}
      labels={labels}
      question={props.question}
      verdict={verdict}
      keeping={keeping}
      prompt={prompt}
      feedback={orderFeedback(props, checked ? order : null)}
      onCheck={check}
      // The order stays: it is what there is to improve.
      onRetry={() => setOwn({ order, checked: false })}
    >
      <OrderRows
        check={props}
        order={order}
        moves={{ list, dragged, onStep: step, onGrab: grab, onDrag: drag, onDrop: () => setDragged(null) }}
      />
    </CheckFrame>
  );
}
