import { parametersOf, type Row, type Walk } from './walk';

const COLUMNS = [
  ...['stage', 'layer', 'operation', 'kernel', 'stride', 'padding', 'groups', 'height', 'width', 'channels'],
  ...['weights', 'biases', 'bn', 'parameters', 'macs', 'activation_bytes', 'receptive_field', 'jump'],
];

/** Kernel, stride, padding and groups; empty where a layer has none. */
function windowOf({ layer }: Row): readonly (number | '')[] {
  if (layer.t === 'conv') return [layer.k, layer.s ?? 1, layer.p ?? 0, layer.g ?? 1];
  if (layer.t === 'max' || layer.t === 'avg') return [layer.k, layer.s, layer.p ?? 0, ''];
  return ['', '', '', ''];
}

/** A net's layers as comma-separated values, a line each under a line of names (RFC 4180; no name has a comma). */
export function toCsv({ stages }: Walk): string {
  const lines = stages.flatMap((stage) =>
    stage.rows.map((row) => {
      const { layer, side, channels, weights, biases, bn, macs, bytes, field, jump } = row;
      const operation = layer.t === 'branch' ? layer.join : layer.t;
      const shape = [side, side, channels];
      const costs = [weights, biases, bn, parametersOf(row), macs, bytes, field, jump];
      return [stage.name, row.name, operation, ...windowOf(row), ...shape, ...costs];
    }),
  );
  return [COLUMNS, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}
