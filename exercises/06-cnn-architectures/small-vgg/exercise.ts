import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '06-cnn-architectures/small-vgg',
  title: { ko: '내 층으로 만드는 작은 VGG', en: 'A small VGG from your own layers' },
  summary: {
    ko: '내 라이브러리의 합성곱, 배치 정규화, 풀링으로 3×3 커널을 쌓은 블록 네 개를 만들고, 이미지 열 종류를 구별하도록 학습시킵니다.',
    en: 'Stack 3 × 3 kernels from your own library in four blocks, train them to tell ten kinds of images apart, and try one 5 × 5 kernel in their place.',
  },
  difficulty: 3,
  minutes: 50,
  prerequisites: [
    '06-cnn-architectures/vgg-block',
    '06-cnn-architectures/gap-head',
    '05-convolution/im2col-conv',
    '05-convolution/pool2d',
    '04-optimization/batchnorm-forward',
    '02-mlp/relu-backward',
  ],
  concepts: ['convolution', 'receptive-field', 'max-pooling', 'batch-normalization', 'training-loop'],
  entries: ['createNet', 'forward'],
  forbidden: [
    'tf.conv1d',
    'tf.conv2d',
    'tf.conv2dTranspose',
    'tf.conv3d',
    'tf.depthwiseConv2d',
    'tf.separableConv2d',
    'tf.batchNorm*',
    'tf.moments',
    'tf.pool',
    'tf.maxPool*',
    'tf.avgPool*',
  ],
  usesLayers: true,
  limits: { heartbeatMs: 15_000, totalMs: 180_000 },
});
