import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '05-convolution/conv2d-naive',
  title: { ko: '합성곱 기본', en: 'Convolution, valid' },
  summary: {
    ko: '커널을 이미지 위로 옮기며 모든 채널의 가중합을 구합니다.',
    en: 'Slide filters over images and sum over all channels, with nothing but tensor operations.',
  },
  difficulty: 2,
  minutes: 30,
  prerequisites: ['05-convolution/conv-arithmetic', '02-mlp/dense-forward'],
  concepts: ['convolution', 'cross-correlation', 'kernel', 'channel', 'feature-map'],
  entries: ['conv2d'],
  forbidden: [
    'tf.conv*',
    'tf.depthwiseConv2d',
    'tf.separableConv2d',
    'tf.dilation2d',
    'tf.pool',
    'tf.avgPool*',
    'tf.maxPool*',
  ],
});
