import { useRef } from 'react';
import type { CardId } from './cards';
import type { CardHandlers } from './view';

/**
 * Lets cards follow the pointer and be dropped on a region. The card moves by a transform alone, without a render per
 * move.
 *
 * @param onDrop the innermost `data-region` under the pointer; a drop outside all of them is none
 */
export function useCardDrag(onDrop: (id: CardId, region: string) => void): (id: CardId) => CardHandlers {
  const from = useRef<{ x: number; y: number } | null>(null);
  const settle = (card: HTMLElement) => {
    from.current = null;
    card.style.translate = '';
    delete card.dataset.dragged;
  };
  return (id) => ({
    onPointerDown: ({ currentTarget, pointerId, clientX: x, clientY: y, button }) => {
      if (button !== 0) return;
      from.current = { x, y };
      currentTarget.setPointerCapture(pointerId);
      currentTarget.dataset.dragged = 'true';
    },
    onPointerMove: ({ currentTarget, clientX, clientY }) => {
      if (!from.current) return;
      currentTarget.style.translate = `${clientX - from.current.x}px ${clientY - from.current.y}px`;
    },
    onPointerUp: ({ currentTarget, clientX, clientY }) => {
      if (!from.current) return;
      const region = document
        .elementsFromPoint(clientX, clientY)
        .find((element): element is HTMLElement => element instanceof HTMLElement && 'region' in element.dataset);
      settle(currentTarget);
      if (region?.dataset.region) onDrop(id, region.dataset.region);
    },
    onPointerCancel: ({ currentTarget }) => settle(currentTarget),
  });
}
