import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '05-convolution/transposed-conv',
  title: { ko: '전치 합성곱', en: 'Transposed convolution' },
  summary: {
    ko: '픽셀마다 커널 크기의 조각을 찍어 더하며, 합성곱의 전치를 구현합니다.',
    en: 'Stamp a patch of the kernel for every pixel and add up: the transpose of a convolution.',
  },
  difficulty: 3,
  minutes: 40,
  prerequisites: ['05-convolution/conv2d-backward'],
  concepts: ['transposed-convolution', 'convolution', 'stride', 'padding'],
  entries: ['convTranspose'],
  forbidden: ['tf.conv*', 'tf.depthwiseConv2d', 'tf.separableConv2d', 'tf.stridedSlice'],
});
