import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '05-convolution/conv2d-general',
  title: { ko: '패딩·스트라이드·팽창', en: 'Padding, stride, dilation' },
  summary: {
    ko: '이미지에 0을 덧대고, 커널을 건너뛰며 옮기고, 커널의 칸을 벌립니다.',
    en: 'Convolve with zeros around the image, steps between the places, and gaps between the weights.',
  },
  difficulty: 3,
  minutes: 40,
  prerequisites: ['05-convolution/conv2d-naive'],
  concepts: ['convolution', 'padding', 'stride', 'dilation'],
  entries: ['conv2dGeneral'],
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
