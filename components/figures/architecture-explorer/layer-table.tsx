import { fill } from '../fill';
import { counted } from '../shown';
import type { FigureTexts } from '../texts';
import { mapText, memory } from './shown';
import { parametersOf, type Row, type WalkedStage } from './walk';

type Texts = FigureTexts<'architecture-explorer'>;

/** What a layer does, in words: `conv 3×3, stride 2, with BN`. */
function operationText(texts: Texts, { layer }: Row): string {
  switch (layer.t) {
    case 'conv': {
      const { k, s = 1, g = 1, bn = false } = layer;
      return [
        `${texts.conv} ${k}×${k}`,
        ...(s > 1 ? [fill(texts.strideOf, { s })] : []),
        ...(g > 1 ? [fill(texts.groupsOf, { g })] : []),
        ...(bn ? [texts.withBn] : []),
      ].join(', ');
    }
    case 'max':
    case 'avg':
      return [`${texts[layer.t]} ${layer.k}×${layer.k}`, fill(texts.strideOf, { s: layer.s })].join(', ');
    case 'branch':
      return texts[layer.join];
    default:
      return texts[layer.t];
  }
}

/** The layers of one stage with their shapes, costs and receptive fields. */
export function LayerTable({ texts, net, stage }: { texts: Texts; net: string; stage: WalkedStage }) {
  const title = fill(texts.layersOf, { net, stage: stage.name });
  return (
    <section
      className="arch-scroll arch-layers"
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="figure-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            {(['layer', 'operation', 'output', 'parameters', 'macs', 'memory', 'field', 'jump'] as const).map(
              (name) => (
                <th key={name} scope="col">
                  {texts[name]}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {stage.rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td>{operationText(texts, row)}</td>
              <td>{mapText(row)}</td>
              <td>{counted(parametersOf(row))}</td>
              <td>{counted(row.macs)}</td>
              <td>{memory(row.bytes)}</td>
              <td>{row.field}</td>
              <td>{row.jump}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
