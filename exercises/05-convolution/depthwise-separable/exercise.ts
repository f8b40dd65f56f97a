import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '05-convolution/depthwise-separable',
  title: { ko: '깊이별 분리 합성곱', en: 'Depthwise separable conv' },
  summary: {
    ko: '채널마다 필터 하나로 공간을 섞은 다음 1×1 합성곱으로 채널을 섞습니다.',
    en: 'Mix space with one filter per channel, then mix channels with a 1×1 convolution.',
  },
  difficulty: 2,
  minutes: 30,
  prerequisites: ['05-convolution/conv2d-general', '05-convolution/conv1x1'],
  concepts: ['depthwise-separable-convolution', 'convolution', 'channel'],
  entries: ['depthwiseSeparable'],
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
