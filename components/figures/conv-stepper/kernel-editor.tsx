import type { ReactNode } from 'react';
import { CellGrid } from '../cell-grid';
import { Button } from '../controls';
import { fill } from '../fill';
import { inCell, shown } from '../shown';
import type { FigureTexts } from '../texts';
import { KERNEL_NAMES, KERNELS, laidKernel, sideOf } from './kernels';
import type { ConvState } from './state';

const LAID_UNIT = 40;

const same = (a: readonly number[], b: readonly number[]) => a.length === b.length && a.every((x, i) => x === b[i]);

/** The kernel as edited, the same as it is laid on the image, and kernels to begin with. */
export function KernelEditor(props: {
  texts: FigureTexts<'conv-stepper'>;
  state: ConvState;
  /** The field of one weight; without it the fields are off. */
  field?: (tap: number, label: string) => ReactNode;
  onKernel?: (kernel: readonly number[]) => void;
}) {
  const { texts, state, field, onKernel } = props;
  const { kernel, outChannel, flip } = state;
  const k = sideOf(kernel);
  const laid = laidKernel(kernel, outChannel, flip);
  const quarters = (outChannel + (flip ? 2 : 0)) % 4;
  const laidText = fill(texts.laid, { channel: outChannel, degrees: 90 * quarters });
  return (
    <div>
      <div className="conv-kernels">
        <div className="conv-kernel">
          <p className="figure-note">{texts.kernel}</p>
          <div className="conv-fields" style={{ gridTemplateColumns: `repeat(${k}, minmax(0, 3.25rem))` }}>
            {kernel.map((weight, tap) => {
              const label = fill(texts.weight, { row: Math.floor(tap / k), col: tap % k });
              // biome-ignore lint/suspicious/noArrayIndexKey: a tap is its index
              return <span key={tap}>{field ? field(tap, label) : <FieldOff label={label} value={weight} />}</span>;
            })}
          </div>
        </div>
        <div className="conv-laid">
          <p className="figure-note">{laidText}</p>
          <CellGrid
            cols={k}
            values={laid}
            unit={LAID_UNIT}
            tone={{ max: Math.max(...laid.map(Math.abs)) }}
            text={inCell}
            label={`${laidText} ${laid.map((weight) => shown(weight, 4)).join(', ')}`}
          />
        </div>
      </div>
      <div className="figure-buttons">
        {KERNEL_NAMES.map((name) => (
          <Button
            key={name}
            pressed={same(kernel, KERNELS[name])}
            onPress={onKernel && (() => onKernel(KERNELS[name]))}
          >
            {texts[name]}
          </Button>
        ))}
      </div>
    </div>
  );
}

function FieldOff({ label, value }: { label: string; value: number }) {
  return <input className="conv-field" aria-label={label} value={shown(value, 4)} readOnly disabled />;
}
