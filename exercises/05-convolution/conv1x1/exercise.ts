import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '05-convolution/conv1x1',
  title: { ko: '1×1 합성곱', en: '1×1 convolution' },
  summary: {
    ko: '픽셀마다 같은 완전연결층을 적용해 채널을 섞고 채널 수를 바꿉니다.',
    en: 'One dense layer for every pixel: mix the channels, and change how many there are.',
  },
  difficulty: 1,
  minutes: 15,
  prerequisites: ['02-mlp/dense-forward', '05-convolution/conv2d-naive'],
  concepts: ['convolution', 'channel', 'dense-layer', 'bottleneck'],
  entries: ['conv1x1'],
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
