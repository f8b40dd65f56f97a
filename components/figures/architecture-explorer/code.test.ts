import '@tensorflow/tfjs-backend-cpu';
import * as core from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { toCode } from './code';
import { asPublished, type Choice, FAMILIES, FAMILY_NAMES } from './families';
import { layersByShape } from './layers-by-shape';
import { parametersOf, walk } from './walk';

/** What `build()` of the code returns, on the given tf. */
function built(choice: Choice, tf: unknown): unknown {
  const { outputText, diagnostics } = ts.transpileModule(toCode(choice), {
    reportDiagnostics: true,
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  expect(diagnostics).toEqual([]);
  const module: { exports: { build?: () => unknown } } = { exports: {} };
  new Function('require', 'module', 'exports', outputText)(() => tf, module, module.exports);
  return module.exports.build?.();
}

const EVERY = FAMILY_NAMES.flatMap((family) =>
  FAMILIES[family].variants.map(({ id, name }) => ({ name, choice: asPublished(family, id) })),
);
const CHANGED: { name: string; choice: Choice }[] = [
  { name: 'GoogLeNet at a side that is odd throughout', choice: { ...asPublished('googlenet', '1'), side: 239 } },
  { name: 'half an AlexNet', choice: { ...asPublished('alexnet', 'g2'), width: 0.5, side: 300 } },
  { name: 'DenseNet-121 of growth rate 8', choice: { ...asPublished('densenet', '121'), width: 0.25, side: 97 } },
];

test.each([...EVERY, ...CHANGED])('the code of $name builds the net that was counted', ({ choice }) => {
  const { stages, total } = walk(choice);
  const tf = layersByShape();
  const model = built(choice, tf) as { shape: number[]; parameters: number };
  expect(model.parameters).toBe(parametersOf(total));
  expect(model.shape).toEqual([stages.at(-1)?.channels]);
});

test('code carries only the functions that it needs, and writes repeated blocks once', () => {
  const code = toCode(asPublished('densenet', '201'));
  expect(code).toContain('...times(48, [');
  expect(code).not.toContain('class Compute');
  expect(code).not.toContain('grouped');
  expect(code.split('\n').length).toBeLessThan(150);
  expect(toCode(asPublished('alexnet', 'g2'))).toContain('class Compute');
  expect(toCode(asPublished('vgg', '16'))).toContain("...times(3, [conv(512, 3, { pad: 1 }), act('relu')]),");
});

/** Narrow where the whole net would be hundreds of megabytes. */
const ON_LAYERS: { name: string; choice: Choice }[] = [
  { name: 'LeNet-5', choice: asPublished('lenet', '5') },
  { name: 'ResNet-18', choice: asPublished('resnet', '18') },
  { name: 'a quarter of AlexNet in two groups', choice: { ...asPublished('alexnet', 'g2'), width: 0.25, side: 99 } },
  { name: 'a quarter of VGG-16', choice: { ...asPublished('vgg', '16'), width: 0.25, side: 64 } },
  { name: 'a quarter of GoogLeNet', choice: { ...asPublished('googlenet', '1'), width: 0.25, side: 65 } },
  { name: 'DenseNet-121 of growth rate 8', choice: { ...asPublished('densenet', '121'), width: 0.25, side: 64 } },
];

test.each(ON_LAYERS)('on tf.layers $name has the parameters that were counted, and runs', ({ choice }) => {
  const { input, stages, total } = walk(choice);
  const model = built(choice, { ...core, ...layers }) as layers.LayersModel;
  const sizes = model.trainableWeights.map(({ shape }) =>
    shape.reduce<number>((product, side) => product * (side ?? 1), 1),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(parametersOf(total));
  const answer = core.tidy(() => {
    const y = model.predict(core.zeros([1, choice.side, choice.side, input.channels])) as core.Tensor;
    return { shape: y.shape, finite: Array.from(y.dataSync()).every(Number.isFinite) };
  });
  expect(answer).toEqual({ shape: [1, stages.at(-1)?.channels], finite: true });
  model.dispose();
});
