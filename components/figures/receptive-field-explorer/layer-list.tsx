import { Select } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { fieldsOf, type Layer } from './stack';
import { D_RANGE, K_RANGE, S_RANGE } from './state';

/** What can be done to a layer beside changing its numbers. */
export type LayerMove = 'up' | 'down' | 'remove';

const range = ({ min, max }: { min: number; max: number }) =>
  Array.from({ length: max - min + 1 }, (_, i) => ({ value: String(min + i), label: String(min + i) }));
const OPTIONS = { k: range(K_RANGE), s: range(S_RANGE), d: range(D_RANGE) };
const SIGNS: Record<LayerMove, string> = { up: '↑', down: '↓', remove: '✕' };

/** The stack from the last layer down to the first, each with its numbers and the arithmetic of its field. */
export function LayerList(props: {
  texts: FigureTexts<'receptive-field-explorer'>;
  layers: readonly Layer[];
  onLayer?: (index: number, layer: Layer) => void;
  onMove?: (index: number, move: LayerMove) => void;
}) {
  const { texts, layers, onLayer, onMove } = props;
  const fields = fieldsOf(layers);
  return (
    <div className="field-list">
      {layers
        .map((layer, index) => {
          const [before, after] = [fields[index], fields[index + 1]] as [(typeof fields)[0], (typeof fields)[0]];
          const set = onLayer && ((change: Partial<Layer>) => onLayer(index, { ...layer, ...change }));
          const name = fill(texts.layer, { layer: index + 1 });
          const cannot = { up: index === layers.length - 1, down: index === 0, remove: false };
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place in the stack
            <fieldset key={index} className="field-layer">
              <legend className="visually-hidden">{name}</legend>
              <strong aria-hidden="true">{index + 1}</strong>
              <Select<Layer['kind']>
                label={texts.kind}
                value={layer.kind}
                options={(['conv', 'pool'] as const).map((kind) => ({ value: kind, label: texts[kind] }))}
                onChange={set && ((kind) => set({ kind }))}
              />
              {(['k', 's', 'd'] as const).map((key) => (
                <Select
                  key={key}
                  label={texts[key]}
                  value={String(layer[key])}
                  options={OPTIONS[key]}
                  onChange={set && ((value) => set({ [key]: Number(value) }))}
                />
              ))}
              <span className="field-moves">
                {(['up', 'down', 'remove'] as const).map((move) => (
                  <button
                    key={move}
                    type="button"
                    className="figure-button"
                    data-layer={index}
                    data-move={move}
                    aria-label={fill(texts[move], { layer: index + 1 })}
                    aria-disabled={cannot[move]}
                    disabled={!onMove}
                    onClick={onMove && (() => cannot[move] || onMove(index, move))}
                  >
                    <span aria-hidden="true">{SIGNS[move]}</span>
                  </button>
                ))}
              </span>
              <span className="figure-note field-sum">
                r = {before.size} + {layer.d}·({layer.k} − 1)·{before.jump} = {after.size}, j = {before.jump}·{layer.s}{' '}
                = {after.jump}
              </span>
            </fieldset>
          );
        })
        .reverse()}
    </div>
  );
}
