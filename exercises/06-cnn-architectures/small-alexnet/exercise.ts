import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '06-cnn-architectures/small-alexnet',
  title: { ko: '내 층으로 만드는 작은 AlexNet', en: 'A small AlexNet from your own layers' },
  summary: {
    ko: '내 라이브러리의 합성곱, 국소 응답 정규화, 중첩 풀링, 완전연결층을 이어 이미지 열 종류를 구별하도록 학습시킵니다.',
    en: 'Join convolution, local response normalization, overlapping pooling and dense layers of your own library, and train them to tell ten kinds of images apart.',
  },
  difficulty: 3,
  minutes: 45,
  prerequisites: [
    '06-cnn-architectures/lrn-overlap',
    '05-convolution/im2col-conv',
    '05-convolution/pool2d',
    '02-mlp/dense-forward',
    '02-mlp/relu-backward',
  ],
  concepts: ['local-response-normalization', 'overlapping-pooling', 'convolution', 'stride', 'training-loop'],
  entries: ['createNet', 'forward'],
  forbidden: [
    'tf.conv1d',
    'tf.conv2d',
    'tf.conv2dTranspose',
    'tf.conv3d',
    'tf.depthwiseConv2d',
    'tf.separableConv2d',
    'tf.localResponseNormalization',
    'tf.pool',
    'tf.maxPool*',
    'tf.avgPool*',
  ],
  usesLayers: true,
  limits: { heartbeatMs: 15_000, totalMs: 180_000 },
});
