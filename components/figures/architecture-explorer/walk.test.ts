import { expect, test } from 'vitest';
import { asPublished, type FamilyName } from './families';
import { leastSide, parametersOf, type Row, type Walk, walk } from './walk';

const published = (family: FamilyName, variant: string) => walk(asPublished(family, variant));
const rowsOf = ({ stages }: Walk) => stages.flatMap(({ rows }) => rows);
function rowOf(net: Walk, name: string): Row {
  const found = rowsOf(net).find((row) => row.name === name);
  if (!found) throw new Error(`no layer ${name}`);
  return found;
}
const stageOf = (net: Walk, name: string) => net.stages.find((stage) => stage.name === name);

test.each([
  ['lenet', '5', 61_706, 416_520],
  ['alexnet', 'g2', 60_965_224, 724_406_816],
  ['vgg', '11', 132_863_336, 7_609_090_048],
  ['vgg', '16', 138_357_544, 15_470_264_320],
  ['vgg', '19', 143_667_240, 19_632_062_464],
  ['googlenet', '1', 6_998_552, 1_582_671_872],
  ['resnet', '18', 11_689_512, 1_814_073_344],
  ['resnet', '34', 21_797_672, 3_663_761_408],
  ['resnet', '50v1', 25_557_032, 3_857_973_248],
  ['resnet', '50', 25_557_032, 4_089_184_256],
  ['resnet', '101', 44_549_160, 7_801_405_440],
  ['resnet', '152', 60_192_808, 11_513_626_624],
  ['densenet', '121', 7_978_856, 2_834_161_664],
  ['densenet', '169', 14_149_480, 3_359_843_328],
  ['densenet', '201', 20_013_928, 4_291_365_888],
] as const)('%s %s has %i parameters and %i MACs', (family, variant, parameters, macs) => {
  const { total, misfit } = published(family, variant);
  expect(misfit).toBeNull();
  expect(parametersOf(total)).toBe(parameters);
  expect(total.macs).toBe(macs);
});

test('AlexNet in a single column has 62,378,344 parameters, VGG-13 has 133,047,848', () => {
  expect(parametersOf(published('alexnet', 'g1').total)).toBe(62_378_344);
  expect(parametersOf(published('vgg', '13').total)).toBe(133_047_848);
});

test('ResNet-101 and -152 with the stride of the paper have its 7.6 and 11.3 billion MACs', () => {
  expect((published('resnet', '101v1').total.macs / 1e9).toFixed(1)).toBe('7.6');
  expect((published('resnet', '152v1').total.macs / 1e9).toFixed(1)).toBe('11.3');
});

test('parameters come apart into weights, biases and BN', () => {
  expect(published('googlenet', '1').total).toMatchObject({ weights: 6_990_272, biases: 8_280, bn: 0 });
  // 20 BN layers: 64, four of 64, five each of 128, 256 and 512; the last layer alone has biases.
  const bn = 2 * (5 * 64 + 5 * (128 + 256 + 512));
  expect(published('resnet', '18').total).toMatchObject({ biases: 1000, bn, weights: 11_689_512 - 1000 - bn });
});

test.each([
  ['3a', 163_328],
  ['3b', 388_096],
  ['4a', 375_552],
  ['4b', 448_512],
  ['4c', 509_440],
  ['4d', 604_672],
  ['4e', 867_328],
  ['5a', 1_042_432],
  ['5b', 1_442_816],
])('inception block %s has %i weights', (block, weights) => {
  const rows = rowsOf(published('googlenet', '1')).filter(({ name }) => name.startsWith(`${block} `));
  expect(rows.reduce((sum, row) => sum + row.weights, 0)).toBe(weights);
});

test('the 5×5 branch of 3a takes 12.4 million MACs', () => {
  const net = published('googlenet', '1');
  expect(rowOf(net, '3a 5×5 reduce').macs + rowOf(net, '3a 5×5').macs).toBe(12_443_648);
});

test.each([
  ['lenet', '5', 'S4', 16],
  ['alexnet', 'g2', 'pool5', 195],
  ['vgg', '16', 'conv5_3', 196],
  ['vgg', '16', 'pool5', 212],
  ['resnet', '50v1', 'conv5_3 add', 483],
  ['resnet', '50', 'conv5_3 add', 427],
] as const)('%s %s sees at %s %i inputs', (family, variant, name, field) => {
  expect(rowOf(published(family, variant), name).field).toBe(field);
});

test('the maps of five stages of ResNet-50 are 112 to 7 wide, their jump is 2 to 32', () => {
  const stages = published('resnet', '50').stages.slice(0, 5);
  expect(stages.map(({ side, channels, jump }) => [side, channels, jump])).toEqual([
    [112, 64, 2],
    [56, 256, 4],
    [28, 512, 8],
    [14, 1024, 16],
    [7, 2048, 32],
  ]);
});

test('the channels of DenseNet-121 grow in blocks and halve in transitions', () => {
  const stages = published('densenet', '121').stages.slice(0, -1);
  expect(stages.map(({ channels }) => channels)).toEqual([64, 256, 128, 512, 256, 1024, 512, 1024]);
  expect(stages.map(({ side }) => side)).toEqual([56, 56, 28, 28, 14, 14, 7, 7]);
});

test('first dense block of DenseNet-121: 335,040 parameters; first transition: 33,280', () => {
  const net = published('densenet', '121');
  expect(parametersOf(stageOf(net, 'dense1') as NonNullable<ReturnType<typeof stageOf>>)).toBe(335_040);
  expect(parametersOf(stageOf(net, 'trans1') as NonNullable<ReturnType<typeof stageOf>>)).toBe(33_280);
});

test.each([
  ['alexnet', 'g2', 96.2],
  ['vgg', '16', 89.4],
] as const)('the dense layers of %s %s hold %f % of its parameters', (family, variant, percent) => {
  const net = published(family, variant);
  const dense = stageOf(net, 'fc6–8') as NonNullable<ReturnType<typeof stageOf>>;
  expect((100 * parametersOf(dense)) / parametersOf(net.total)).toBeCloseTo(percent, 1);
});

test('fc6 of VGG-16 holds 102,764,544 parameters', () => {
  expect(parametersOf(rowOf(published('vgg', '16'), 'fc6'))).toBe(102_764_544);
});

// Activations of convolutions and dense layers, in millions, as the model cards of timm have them.
test.each([
  ['vgg', '16', '13.6'],
  ['resnet', '18', '2.5'],
  ['resnet', '34', '3.7'],
  ['resnet', '50', '11.1'],
  ['resnet', '101', '16.2'],
  ['resnet', '152', '22.6'],
  ['densenet', '121', '6.9'],
] as const)('%s %s makes %s million activations', (family, variant, millions) => {
  const layers = rowsOf(published(family, variant)).filter(({ layer }) => layer.t === 'conv' || layer.t === 'fc');
  expect((layers.reduce((sum, { bytes }) => sum + bytes / 4, 0) / 1e6).toFixed(1)).toBe(millions);
});

test('every number that VGG-16 keeps is counted: 15,087,080 of four bytes', () => {
  const convs = 2 * 64 * 224 ** 2 + 2 * 128 * 112 ** 2 + 3 * 256 * 56 ** 2 + 3 * 512 * 28 ** 2 + 3 * 512 * 14 ** 2;
  const pools = 64 * 112 ** 2 + 128 * 56 ** 2 + 256 * 28 ** 2 + 512 * 14 ** 2 + 512 * 7 ** 2;
  expect(published('vgg', '16').total.bytes).toBe(4 * (convs + pools + 4096 + 4096 + 1000));
});

test('a larger input costs a net with global pooling MACs alone, one with dense layers parameters, too', () => {
  const [resnet, vgg] = [asPublished('resnet', '50'), asPublished('vgg', '16')];
  const larger = walk({ ...resnet, side: 448 }).total;
  expect(parametersOf(larger)).toBe(25_557_032);
  expect(larger.macs).toBe(4 * (4_089_184_256 - 2_048_000) + 2_048_000);
  expect(parametersOf(walk({ ...vgg, side: 448 }).total) - 138_357_544).toBe((14 ** 2 - 7 ** 2) * 512 * 4096);
});

test('half the width leaves a quarter of the weights between hidden layers', () => {
  const weights = (width: number) => rowOf(walk({ ...asPublished('vgg', '16'), width }), 'conv4_2').weights;
  expect(weights(0.5)).toBe(weights(1) / 4);
  expect(rowOf(walk({ ...asPublished('vgg', '16'), width: 0.5 }), 'fc8').channels).toBe(1000);
});

test.each([
  ['lenet', '5'],
  ['alexnet', 'g2'],
  ['vgg', '19'],
  ['googlenet', '1'],
  ['resnet', '18'],
  ['resnet', '152'],
  ['densenet', '201'],
] as const)('%s %s can be walked at every width', (family, variant) => {
  for (const width of [0.25, 0.5, 0.75, 1.25, 1.5, 1.75, 2])
    expect(walk({ ...asPublished(family, variant), width }).misfit).toBeNull();
});

test('an input that is too small ends where its window does not fit', () => {
  const vgg = walk({ ...asPublished('vgg', '16'), side: 31 });
  expect(vgg.misfit).toEqual({ name: 'pool5', k: 2, side: 1 });
  expect(vgg.stages.map(({ name }) => name)).toEqual(['conv1', 'conv2', 'conv3', 'conv4']);
  expect(walk({ ...asPublished('lenet', '5'), side: 15 }).misfit).toEqual({ name: 'S4', k: 2, side: 1 });
});

test.each([
  ['lenet', '5', 16],
  ['alexnet', 'g2', 67],
  ['vgg', '16', 32],
  ['resnet', '50', 1],
] as const)('%s %s takes inputs from a side of %i', (family, variant, least) => {
  expect(leastSide(asPublished(family, variant))).toBe(least);
  expect(walk({ ...asPublished(family, variant), side: least }).misfit).toBeNull();
});
