import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '05-convolution/im2col-conv',
  title: { ko: 'im2col 합성곱', en: 'im2col convolution' },
  summary: {
    ko: '창마다 한 행이 되도록 이미지를 펼쳐, 합성곱을 행렬곱 한 번으로 계산합니다.',
    en: 'Unroll the image into one row per window, and a convolution becomes a single matrix product.',
  },
  difficulty: 3,
  minutes: 40,
  prerequisites: ['05-convolution/conv2d-general', '05-convolution/conv1x1'],
  concepts: ['convolution', 'kernel', 'stride', 'padding'],
  entries: ['im2col', 'convIm2col'],
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
