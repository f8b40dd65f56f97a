import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '06-cnn-architectures/small-resnet',
  title: { ko: '내 층으로 만드는 작은 ResNet', en: 'A small ResNet from your own layers' },
  summary: {
    ko: '내 라이브러리의 합성곱과 배치 정규화를 잔차 블록 세 개로 엮고, 이미지 열 종류를 구별하도록 학습시킵니다.',
    en: 'Join the convolution and batch norm of your own library into three residual blocks, and train them to tell ten kinds of images apart.',
  },
  difficulty: 3,
  minutes: 60,
  prerequisites: [
    '06-cnn-architectures/residual-block',
    '06-cnn-architectures/gap-head',
    '05-convolution/im2col-conv',
    '04-optimization/batchnorm-forward',
    '02-mlp/relu-backward',
  ],
  concepts: ['residual-connection', 'batch-normalization', 'convolution', 'training-loop', 'global-average-pooling'],
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
