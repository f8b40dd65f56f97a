import { tensorPalette } from '@/components/ui/tensor-palette';
import { formatCell } from './format-number';
import { type Cursor, visibleRange } from './heat-map-maths';

export interface HeatMapPicture {
  rows: number;
  columns: number;
  cell: number;
  /** Value of a cell, which gives its colour and its text. */
  valueAt(row: number, column: number): number;
  /** Whether a cell is marked as out of tolerance. */
  markedAt(row: number, column: number): boolean;
  /** Magnitude that has full colour. */
  max: number;
  cursor: Cursor;
}

/** Smallest cell that has room for its number. */
const TEXT_CELL = 38;

/** Draws the cells that the window at (`left`, `top`) shows, however many there are beside it. */
export function drawHeatMap(canvas: HTMLCanvasElement, picture: HeatMapPicture, left: number, top: number): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  context.scale(ratio, ratio);
  context.translate(-left, -top);
  const { cell, cursor, max } = picture;
  const style = getComputedStyle(canvas);
  const ink = style.getPropertyValue('--ink');
  const paper = style.getPropertyValue('--paper');
  const color = tensorPalette(canvas);
  const gap = cell >= 10 ? 1 : 0;
  context.font = `12px ${style.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const [firstRow, lastRow] = visibleRange(top, height, cell, picture.rows);
  const [firstColumn, lastColumn] = visibleRange(left, width, cell, picture.columns);
  for (let row = firstRow; row < lastRow; row += 1) {
    for (let column = firstColumn; column < lastColumn; column += 1) {
      const value = picture.valueAt(row, column);
      const x = column * cell;
      const y = row * cell;
      context.fillStyle = `rgb(${color(value, max).join(' ')})`;
      context.fillRect(x, y, cell - gap, cell - gap);
      if (picture.markedAt(row, column) && cell >= 10) mark(context, x, y, cell - gap, ink);
      if (cell >= TEXT_CELL) {
        context.fillStyle = Number.isNaN(value) || Math.abs(value) > 0.55 * max ? paper : ink;
        if (max === 0) context.fillStyle = ink;
        context.fillText(formatCell(value), x + (cell - gap) / 2, y + (cell - gap) / 2, cell - 4);
      }
    }
  }
  outline(context, cursor.column * cell, cursor.row * cell, cell - gap, ink, paper);
}

/** A corner, so that "out of tolerance" is told by a shape and not by colour alone. */
function mark(context: CanvasRenderingContext2D, x: number, y: number, size: number, ink: string) {
  const leg = Math.max(4, Math.min(9, size / 4));
  context.fillStyle = ink;
  context.beginPath();
  context.moveTo(x + size, y);
  context.lineTo(x + size - leg, y);
  context.lineTo(x + size, y + leg);
  context.fill();
}

function outline(context: CanvasRenderingContext2D, x: number, y: number, size: number, ink: string, paper: string) {
  context.strokeStyle = paper;
  context.lineWidth = 3;
  context.strokeRect(x + 1, y + 1, Math.max(2, size - 2), Math.max(2, size - 2));
  context.strokeStyle = ink;
  context.lineWidth = 1.5;
  context.strokeRect(x + 1, y + 1, Math.max(2, size - 2), Math.max(2, size - 2));
}
