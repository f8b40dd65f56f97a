/**
 * What the compiler takes `my-layers` for in our own exercises (`paths` of tsconfig.json). The engine never loads this file:
 * it makes the library out of sources, of references or of a learner's own (grading/library.ts).
 */
import type { Tensor4D } from '@tensorflow/tfjs-core';
import { pool2d } from './05-convolution/pool2d/reference';

export { denseBackward } from './02-mlp/dense-backward/reference';
export { dense } from './02-mlp/dense-forward/reference';
export { relu, reluBackward } from './02-mlp/relu-backward/reference';
export { softmax } from './02-mlp/softmax/reference';
export { logSumExp } from './03-likelihood/log-sum-exp/reference';
export { batchNormBackward } from './04-optimization/batchnorm-backward/reference';
export { batchNorm } from './04-optimization/batchnorm-forward/reference';
export { dropout, dropoutBackward } from './04-optimization/dropout/reference';
export { conv1x1 } from './05-convolution/conv1x1/reference';
export { conv2dBackward } from './05-convolution/conv2d-backward/reference';
export { conv2dGeneral } from './05-convolution/conv2d-general/reference';
export { conv2d } from './05-convolution/conv2d-naive/reference';
export { depthwiseSeparable } from './05-convolution/depthwise-separable/reference';
export { convIm2col, im2col } from './05-convolution/im2col-conv/reference';
export { pool2d } from './05-convolution/pool2d/reference';
export { convTranspose } from './05-convolution/transposed-conv/reference';
export { bottleneck } from './06-cnn-architectures/bottleneck-block/reference';
export { denseBlock, transition } from './06-cnn-architectures/dense-block/reference';
export { gapHead } from './06-cnn-architectures/gap-head/reference';
export { inception } from './06-cnn-architectures/inception-block/reference';
export { alexBlock, lrn } from './06-cnn-architectures/lrn-overlap/reference';
export { residual } from './06-cnn-architectures/residual-block/reference';
export { vggBlock } from './06-cnn-architectures/vgg-block/reference';
export { bilinear } from './07-vision-tasks/bilinear-upsample/reference';

/** `pool2d` of mode `max`. */
export const maxPool = (x: Tensor4D, k: number, stride: number, pad: number): Tensor4D =>
  pool2d(x, k, stride, pad, 'max');

/** `pool2d` of mode `avg`. */
export const avgPool = (x: Tensor4D, k: number, stride: number, pad: number): Tensor4D =>
  pool2d(x, k, stride, pad, 'avg');
