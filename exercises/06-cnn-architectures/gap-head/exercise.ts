import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '06-cnn-architectures/gap-head',
  title: { ko: '전역 평균 풀링', en: 'Global average pooling head' },
  summary: {
    ko: '특징 맵마다 평균 하나를 구하고 완전연결층 하나로 로짓을 계산합니다.',
    en: 'Average every feature map to one number, then map these to logits with one dense layer.',
  },
  difficulty: 1,
  minutes: 15,
  prerequisites: ['05-convolution/pool2d', '02-mlp/dense-forward'],
  concepts: ['global-average-pooling', 'dense-layer', 'feature-map', 'parameter'],
  entries: ['gapHead'],
  forbidden: ['tf.avgPool', 'tf.avgPool3d', 'tf.pool'],
});
