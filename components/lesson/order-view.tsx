import type { PointerEvent, ReactNode, Ref } from 'react';
import type { CheckLabels, Feedback } from './check-form';
import { judgeOrder } from './judge';

export type OrderCheckProps = {
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
};

/** What there is to say to an order; to none yet (null), each text is there to hold its place. */
export function orderFeedback(props: OrderCheckProps, order: string[] | null): Feedback[] {
  const { right, wrong } = props;
  const correct = order !== null && judgeOrder(order, right);
  const known = order === null ? -1 : wrong.findIndex((one) => judgeOrder(order, one.order));
  return [
    { key: 'right', text: props.because, active: correct },
    ...wrong.map((one, index) => ({ key: one.order.join(' '), text: one.because, active: index === known })),
    { key: 'otherwise', text: props.otherwise, active: order !== null && !correct && known === -1 },
  ];
}

/** The rows of a check to be put in order. Without `moves` they are as served: nothing happens yet. */
export function OrderRows(props: {
  check: OrderCheckProps;
  order: string[];
  moves?: {
    list: Ref<HTMLOListElement>;
    dragged: string | null;
    onStep: (id: string, by: number, button: HTMLButtonElement) => void;
    onGrab: (id: string, pointerId: number) => void;
    onDrag: (event: PointerEvent) => void;
    onDrop: () => void;
  };
}) {
  const { order, moves } = props;
  const { id: check, items, labels } = props.check;
  return (
    <ol
      ref={moves?.list}
      className="quick-check-rows"
      onPointerMove={moves?.onDrag}
      onPointerUp={moves?.onDrop}
      onLostPointerCapture={moves?.onDrop}
    >
      {order.map((id, place) => (
        <li key={id} className="quick-check-row" data-dragged={id === moves?.dragged}>
          <span
            aria-hidden
            className="quick-check-grip"
            onPointerDown={moves && ((event) => moves.onGrab(id, event.pointerId))}
          >
            ⠿
          </span>
          <span className="quick-check-letter">{place + 1}</span>
          <span id={`${check}-${id}`}>{items.find((item) => item.id === id)?.label}</span>
          {([-1, 1] as const).map((by) => (
            <button
              key={by}
              id={`${check}-${id}${by}`}
              type="button"
              disabled={!moves}
              aria-label={by < 0 ? labels.up : labels.down}
              aria-labelledby={`${check}-${id}${by} ${check}-${id}`}
              aria-disabled={place + by < 0 || place + by === order.length}
              onClick={moves && ((event) => moves.onStep(id, by, event.currentTarget))}
            >
              {by < 0 ? '↑' : '↓'}
            </button>
          ))}
        </li>
      ))}
    </ol>
  );
}
