import type { PointerEvent } from 'react';

type DragHandlers = {
  onPointerDown: (event: PointerEvent<SVGElement>) => void;
  onPointerMove: (event: PointerEvent<SVGElement>) => void;
};

/**
 * Handlers for an element of an SVG that is dragged by mouse, pen or finger: `onDrag` gets each place of the pointer, in
 * units of the viewBox, from the press to the release. None without `onDrag`, as in a first frame. The element needs
 * `touch-action: none` (class `figure-drag`), or a finger scrolls the page instead. Keys must do the same elsewhere.
 *
 * @example <circle className="figure-drag" {...dragHandlers(onChange && ((x) => onChange(toMu(x))))} />
 */
export function dragHandlers(onDrag?: (x: number, y: number) => void): Partial<DragHandlers> {
  if (!onDrag) return {};
  const report = (event: PointerEvent<SVGElement>) => {
    const svg = event.currentTarget.ownerSVGElement;
    const toScreen = svg?.getScreenCTM();
    if (!toScreen) return;
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(toScreen.inverse());
    onDrag(place.x, place.y);
  };
  return {
    onPointerDown: (event) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      report(event);
    },
    onPointerMove: (event) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) report(event);
    },
  };
}
