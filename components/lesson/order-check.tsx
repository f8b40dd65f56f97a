'use client';

import { type PointerEvent, type ReactNode, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { fill } from '@/components/figures/fill';
import { CheckFrame, type CheckLabels, type Verdict } from './check-frame';
import { judgeOrder, moveItem } from './judge';
import { keptOrder } from './kept-answer';
import { useKeptAnswer } from './use-kept-answer';

/** A quick check whose answer is an order: rows are moved by two buttons each, or dragged by their grip. */
export function OrderCheck(props: {
  id: string;
  /** `moved` has the places `{place}` and `{count}`. */
  labels: CheckLabels & { up: string; down: string; moved: string };
  question: ReactNode;
  /** As they stand before the reader moves any. */
  items: { id: string; label: ReactNode }[];
  right: string[];
  because: ReactNode;
  wrong: { order: string[]; because: ReactNode }[];
  otherwise: ReactNode;
}) {
  const { items, right, wrong, labels } = props;
  const name = useId();
  const list = useRef<HTMLOListElement>(null);
  const { kept, keep, keeping } = useKeptAnswer(props.id);
  const [own, setOwn] = useState<{ order: string[]; checked: boolean } | null>(null);
  const [prompt, setPrompt] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);

  const stored = keptOrder(kept?.answer, right);
  const { order, checked } = own ?? { order: stored ?? items.map((item) => item.id), checked: stored !== null };
  const correct = judgeOrder(order, right);
  const verdict: Verdict = checked ? (correct ? 'right' : 'wrong') : 'none';
  const known = wrong.findIndex((one) => judgeOrder(order, one.order));

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
  const drag = (event: PointerEvent) => {
    if (dragged === null || !list.current) return;
    // The place: behind all rows whose middle is above the pointer. (Middles, so that rows of other heights do not flicker.)
    const others = [...list.current.children].filter((_, at) => order[at] !== dragged);
    const above = others.filter((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2 < event.clientY;
    });
    move(dragged, above.length);
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
      feedback={[
        { key: 'right', text: props.because, active: checked && correct },
        ...wrong.map((one, index) => ({
          key: one.order.join(' '),
          text: one.because,
          active: checked && !correct && index === known,
        })),
        { key: 'otherwise', text: props.otherwise, active: checked && !correct && known === -1 },
      ]}
      onCheck={check}
      // The order stays: it is what there is to improve.
      onRetry={() => setOwn({ order, checked: false })}
    >
      <ol
        ref={list}
        className="quick-check-rows"
        onPointerMove={drag}
        onPointerUp={() => setDragged(null)}
        onLostPointerCapture={() => setDragged(null)}
      >
        {order.map((id, place) => (
          <li key={id} className="quick-check-row" data-dragged={id === dragged}>
            <span
              aria-hidden
              className="quick-check-grip"
              onPointerDown={(event) => {
                // The list holds the pointer: the row itself moves in the document.
                list.current?.setPointerCapture(event.pointerId);
                setDragged(id);
              }}
            >
              ⠿
            </span>
            <span className="quick-check-letter">{place + 1}</span>
            <span id={`${name}${id}`}>{items.find((item) => item.id === id)?.label}</span>
            {([-1, 1] as const).map((by) => (
              <button
                key={by}
                id={`${name}${id}${by}`}
                type="button"
                aria-label={by < 0 ? labels.up : labels.down}
                aria-labelledby={`${name}${id}${by} ${name}${id}`}
                aria-disabled={place + by < 0 || place + by === order.length}
                onClick={(event) => step(id, by, event.currentTarget)}
              >
                {by < 0 ? '↑' : '↓'}
              </button>
            ))}
          </li>
        ))}
      </ol>
    </CheckFrame>
  );
}
