import { Select } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { MAX_EXTENT, MAX_RANK, withRank } from './state';

const options = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ value: String(from + i), label: String(from + i) }));

/** Rank and extents of one tensor, written in the order in which code writes them. */
export function ShapeEditor(props: {
  texts: FigureTexts<'broadcasting-lab'>;
  /** `A` or `B`. */
  name: string;
  shape: readonly number[];
  onChange?: (shape: number[]) => void;
}) {
  const { texts, name, shape, onChange } = props;
  return (
    <div className="broadcast-shape">
      <Select
        label={fill(texts.rank, { name })}
        value={String(shape.length)}
        options={options(0, MAX_RANK)}
        onChange={onChange && ((rank) => onChange(withRank(shape, Number(rank))))}
      />
      {shape.map((extent, axis) => (
        <Select
          // biome-ignore lint/suspicious/noArrayIndexKey: an axis is its index
          key={axis}
          label={fill(texts.axis, { axis })}
          value={String(extent)}
          options={options(1, MAX_EXTENT)}
          onChange={onChange && ((value) => onChange(shape.map((old, i) => (i === axis ? Number(value) : old))))}
        />
      ))}
    </div>
  );
}
