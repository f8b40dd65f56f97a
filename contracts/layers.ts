import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';
import type { Layer, Library } from '@/grading/library';

/**
 * What `my-layers` is made of: exercises whose function is a layer that TensorFlow.js can differentiate, or the
 * hand-written backward of one, with the names that they export. No two are alike, so each keeps the name that it has in its
 * exercise; `maxPool` and `avgPool` are `pool2d` with its mode given. Not here: what has to read values (docs/decisions/0120).
 */
export const LAYERS: readonly Omit<Layer, 'source'>[] = [
  {
    exercise: '02-mlp/dense-forward',
    title: { ko: '완전연결층 순전파', en: 'Dense layer' },
    entries: ['dense'],
    views: {},
  },
  {
    exercise: '02-mlp/dense-backward',
    title: { ko: '완전연결층 역전파', en: 'Dense backward' },
    entries: ['denseBackward'],
    views: {},
  },
  {
    exercise: '02-mlp/relu-backward',
    title: { ko: 'ReLU 순전파와 역전파', en: 'ReLU, forwards and backwards' },
    entries: ['relu', 'reluBackward'],
    views: {},
  },
  {
    exercise: '02-mlp/softmax',
    title: { ko: '안정적인 소프트맥스', en: 'Stable softmax' },
    entries: ['softmax'],
    views: {},
  },
  {
    exercise: '03-likelihood/log-sum-exp',
    title: { ko: '로그합지수', en: 'Log-sum-exp' },
    entries: ['logSumExp'],
    views: {},
  },
  {
    exercise: '04-optimization/batchnorm-forward',
    title: { ko: '배치 정규화 순전파', en: 'Batch norm forward' },
    entries: ['batchNorm'],
    views: {},
  },
  {
    exercise: '04-optimization/batchnorm-backward',
    title: { ko: '배치 정규화 역전파', en: 'Batch norm backward' },
    entries: ['batchNormBackward'],
    views: {},
  },
  {
    exercise: '04-optimization/dropout',
    title: { ko: '역드롭아웃', en: 'Inverted dropout' },
    entries: ['dropout', 'dropoutBackward'],
    views: {},
  },
  {
    exercise: '05-convolution/conv2d-naive',
    title: { ko: '합성곱 기본', en: 'Convolution, valid' },
    entries: ['conv2d'],
    views: {},
  },
  {
    exercise: '05-convolution/conv2d-general',
    title: { ko: '패딩·스트라이드·팽창', en: 'Padding, stride, dilation' },
    entries: ['conv2dGeneral'],
    views: {},
  },
  {
    exercise: '05-convolution/conv2d-backward',
    title: { ko: '합성곱 역전파', en: 'Convolution backward' },
    entries: ['conv2dBackward'],
    views: {},
  },
  {
    exercise: '05-convolution/im2col-conv',
    title: { ko: 'im2col 합성곱', en: 'im2col convolution' },
    entries: ['im2col', 'convIm2col'],
    views: {},
  },
  {
    exercise: '05-convolution/conv1x1',
    title: { ko: '1×1 합성곱', en: '1×1 convolution' },
    entries: ['conv1x1'],
    views: {},
  },
  {
    exercise: '05-convolution/depthwise-separable',
    title: { ko: '깊이별 분리 합성곱', en: 'Depthwise separable conv' },
    entries: ['depthwiseSeparable'],
    views: {},
  },
  {
    exercise: '05-convolution/transposed-conv',
    title: { ko: '전치 합성곱', en: 'Transposed convolution' },
    entries: ['convTranspose'],
    views: {},
  },
  {
    exercise: '05-convolution/pool2d',
    title: { ko: '최대·평균 풀링', en: 'Max and average pooling' },
    entries: ['pool2d'],
    views: { maxPool: { entry: 'pool2d', last: ['max'] }, avgPool: { entry: 'pool2d', last: ['avg'] } },
  },
  {
    exercise: '06-cnn-architectures/lrn-overlap',
    title: { ko: '국소 응답 정규화와 중첩 풀링', en: 'AlexNet block: LRN and overlapping pooling' },
    entries: ['lrn', 'alexBlock'],
    views: {},
  },
  {
    exercise: '06-cnn-architectures/vgg-block',
    title: { ko: 'VGG 블록', en: 'VGG block' },
    entries: ['vggBlock'],
    views: {},
  },
  {
    exercise: '06-cnn-architectures/inception-block',
    title: { ko: '인셉션 블록', en: 'Inception block' },
    entries: ['inception'],
    views: {},
  },
  {
    exercise: '06-cnn-architectures/residual-block',
    title: { ko: '잔차 블록', en: 'Residual block' },
    entries: ['residual'],
    views: {},
  },
  {
    exercise: '06-cnn-architectures/bottleneck-block',
    title: { ko: '병목 블록', en: 'Bottleneck block' },
    entries: ['bottleneck'],
    views: {},
  },
  {
    exercise: '06-cnn-architectures/dense-block',
    title: { ko: '밀집 블록과 전이층', en: 'Dense block and transition' },
    entries: ['denseBlock', 'transition'],
    views: {},
  },
  {
    exercise: '06-cnn-architectures/gap-head',
    title: { ko: '전역 평균 풀링', en: 'Global average pooling head' },
    entries: ['gapHead'],
    views: {},
  },
  {
    exercise: '07-vision-tasks/bilinear-upsample',
    title: { ko: '이중 선형 보간', en: 'Bilinear resize' },
    entries: ['bilinear'],
    views: {},
  },
];

/** The library that these sources, by exercise, make. */
export function libraryOf(sources: Readonly<Record<string, string>>): Library {
  return LAYERS.map((layer) => ({ ...layer, source: sources[layer.exercise] ?? null }));
}

/** `GET /api/layers`: the viewer's own latest passing solution of each exercise that is a layer. */
export const MyLayersSchema = z.object({
  layers: z.array(z.object({ exercise: ExerciseIdSchema, submission: z.string(), source: z.string() })),
});
export type MyLayers = z.infer<typeof MyLayersSchema>;
