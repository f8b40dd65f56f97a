import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '05-convolution/conv2d-backward',
  title: { ko: '합성곱 역전파', en: 'Convolution backward' },
  summary: {
    ko: '패딩과 스트라이드가 있는 합성곱의 세 기울기를 직접 구현합니다.',
    en: 'Write the three gradients of a convolution with padding and stride by hand.',
  },
  difficulty: 3,
  minutes: 50,
  prerequisites: ['05-convolution/conv2d-general', '02-mlp/dense-backward'],
  concepts: ['convolution', 'backpropagation', 'chain-rule', 'stride', 'padding'],
  entries: ['conv2dBackward'],
  forbidden: [
    'tf.conv*',
    'tf.depthwiseConv2d',
    'tf.separableConv2d',
    'tf.dilation2d',
    'tf.pool',
    'tf.avgPool*',
    'tf.maxPool*',
    'tf.stridedSlice',
    'tf.spaceToBatchND',
  ],
});
