import type { ReactNode } from 'react';
import { CellGrid } from '../cell-grid';
import { CellPicker, lineAt, PressSheet } from '../cell-picker';
import { rowsText, shapeText, shown } from '../shown';

const SIDE = 200;

type Picked = {
  at: number;
  label: string;
  text: string;
  onPick?: (cell: number) => void;
  /** A press on a cell, which chooses it as well; without it cells are only chosen. */
  onPress?: (cell: number) => void;
};

/** A square matrix with its name, marks over it, and maybe a cell that can be chosen; `marks` are drawn with the cells' side. */
export function PaintMap(props: {
  name: string;
  values: readonly number[];
  max: number;
  marks?: (unit: number) => ReactNode;
  picked?: Picked & { mark: (unit: number) => ReactNode };
}) {
  const { name, values, max, marks, picked } = props;
  const side = Math.sqrt(values.length);
  const unit = SIDE / side;
  const nearest = (x: number, y: number) => lineAt(y, unit, side) * side + lineAt(x, unit, side);
  const press = picked?.onPress ?? picked?.onPick;
  return (
    <div>
      <p className="figure-note">{name}</p>
      <CellGrid
        cols={side}
        values={values}
        unit={unit}
        tone={{ max }}
        text={shown}
        fontSize={Math.min(22, 0.52 * unit)}
        label={`${name} ${shapeText([side, side])}: ${rowsText(values, side, side)}`}
        interactive={picked !== undefined}
      >
        <g pointerEvents="none">{marks?.(unit)}</g>
        {picked && (
          <>
            <PressSheet width={SIDE} height={SIDE} onPress={press && ((x, y) => press(nearest(x, y)))} />
            <CellPicker
              rows={side}
              cols={side}
              at={picked.at}
              label={picked.label}
              text={picked.text}
              nearest={nearest}
              onPick={picked.onPick}
              onPress={picked.onPress && (() => picked.onPress?.(picked.at))}
            >
              {picked.mark(unit)}
            </CellPicker>
          </>
        )}
      </CellGrid>
    </div>
  );
}
