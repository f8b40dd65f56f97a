import { counted } from '../shown';
import { STEPS } from './code-steps';
import { type Choice, FAMILIES, stagesOf, variantOf } from './families';
import { isInPlace, type Layer } from './layers';
import { parametersOf, walk } from './walk';

type Conv = Extract<Layer, { t: 'conv' }>;

function convText({ k, o, s = 1, p = 0, g = 1, bn = false, bias = !bn }: Conv): string {
  const options = [
    ...(s === 1 ? [] : [`strides: ${s}`]),
    ...(p === 0 ? [] : [`pad: ${p}`]),
    ...(bn ? ['bn: true'] : []),
    ...(bias === !bn ? [] : [`useBias: ${bias}`]),
  ];
  const given = options.length > 0 ? `, { ${options.join(', ')} }` : '';
  return g === 1 ? `conv(${o}, ${k}${given})` : `grouped(${g}, ${o}, ${k}${given || ', {}'})`;
}

/** The call that makes one layer. */
function callOf(layer: Layer): string {
  switch (layer.t) {
    case 'conv':
      return convText(layer);
    case 'max':
      if (layer.ceil) return `maxPoolCeil(${layer.k}, ${layer.s})`;
      return `maxPool(${layer.k}, ${layer.s}${layer.p ? `, ${layer.p}` : ''})`;
    case 'avg':
      return `avgPool(${layer.k}, ${layer.s})`;
    case 'gap':
      return 'globalAvgPool()';
    case 'bn':
      return 'norm()';
    case 'lrn':
      return 'lrn()';
    case 'fc':
      return layer.bias === false ? `dense(${layer.o}, false)` : `dense(${layer.o})`;
    case 'dropout':
      return `dropout(${layer.rate})`;
    case 'branch': {
      const branches = layer.b.map((steps) => `  [${steps.map(callOf).join(', ')}],\n`);
      return `branch(\n  '${layer.join === 'add' ? 'add' : 'concatenate'}',\n${branches.join('')})`;
    }
    default:
      return `act('${layer.t}')`;
  }
}

const indented = (text: string) => text.replaceAll(/^/gm, '  ');

/** The calls of a stage: a layer with what works in place on it is a unit, and equal units in a row are written once. */
function unitsOf(layers: readonly Layer[]): string[] {
  const units: string[] = [];
  for (const layer of layers) {
    const call = callOf(layer);
    const last = units.pop();
    if (last === undefined) units.push(call);
    else if (isInPlace(layer)) units.push(`${last}, ${call}`);
    else units.push(last, call);
  }
  const runs: { unit: string; count: number }[] = [];
  for (const unit of units) {
    const last = runs.at(-1);
    if (last?.unit === unit) last.count++;
    else runs.push({ unit, count: 1 });
  }
  return runs.map(({ unit, count }) => {
    if (count === 1) return `${unit},`;
    return unit.includes('\n') ? `...times(${count}, [\n${indented(unit)},\n]),` : `...times(${count}, [${unit}]),`;
  });
}

/** A net as a TypeScript module on tf.layers: `build()` returns it untrained. The net must fit its input. */
export function toCode(choice: Choice): string {
  const { side } = choice;
  const { channels } = FAMILIES[choice.family];
  const { stages, total } = walk(choice);
  const body = stagesOf(choice).map(({ name, layers }, index) => {
    const to = stages[index];
    const comment = to ? `// ${name}: ${to.side}×${to.side}×${to.channels}` : `// ${name}`;
    return [comment, ...unitsOf(layers)].join('\n');
  });
  const build = `/** ${variantOf(choice).name} at width ${choice.width}, untrained: ${counted(parametersOf(total))} parameters. */
export function build(): tf.LayersModel {
  const input = tf.input({ shape: [${side}, ${side}, ${channels}] });
  const output = run([
${indented(indented(body.join('\n')))}
  ])(input);
  return tf.model({ inputs: input, outputs: output });
}
`;
  const parts = [build];
  // From the last to the first, so that what a step needs is known when its turn comes.
  for (const { name, text } of STEPS.toReversed()) {
    if (parts.some((part) => new RegExp(`\\b${name}\\b[(.]`).test(part))) parts.unshift(text);
  }
  const head = `import * as tf from '@tensorflow/tfjs';

/** From one feature map [batch, height, width, channels], or vector, to the next. */
type Step = (x: tf.SymbolicTensor) => tf.SymbolicTensor;`;
  return [head, ...parts].join('\n\n');
}
