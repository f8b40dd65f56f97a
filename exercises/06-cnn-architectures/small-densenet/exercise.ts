import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '06-cnn-architectures/small-densenet',
  title: { ko: '내 층으로 만드는 작은 DenseNet', en: 'A small DenseNet from your own layers' },
  summary: {
    ko: '내 라이브러리의 층으로 밀집 블록 두 개와 그 사이의 전이층을 엮고, 이미지 열 종류를 구별하도록 학습시킵니다.',
    en: 'Join the layers of your own library into two dense blocks with a transition between them, and train them to tell ten kinds of images apart.',
  },
  difficulty: 3,
  minutes: 60,
  prerequisites: [
    '06-cnn-architectures/dense-block',
    '06-cnn-architectures/gap-head',
    '05-convolution/im2col-conv',
    '05-convolution/pool2d',
    '04-optimization/batchnorm-forward',
    '02-mlp/relu-backward',
  ],
  concepts: [
    'concatenation',
    'growth-rate',
    'batch-normalization',
    'convolution',
    'training-loop',
    'global-average-pooling',
  ],
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
  ],
  usesLayers: true,
  limits: { heartbeatMs: 15_000, totalMs: 180_000 },
});
