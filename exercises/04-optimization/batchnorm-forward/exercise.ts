import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '04-optimization/batchnorm-forward',
  title: { ko: '배치 정규화 순전파', en: 'Batch norm forward' },
  summary: {
    ko: '훈련에서는 배치의 통계로, 평가에서는 이동 평균으로 특징을 정규화합니다.',
    en: "Normalize features by the batch's statistics in training, and by running averages in evaluation.",
  },
  difficulty: 2,
  minutes: 25,
  prerequisites: ['00-orientation/standardize'],
  concepts: ['batch-normalization', 'normalization', 'unbiased-estimator'],
  entries: ['batchNorm'],
  forbidden: ['tf.moments', 'tf.batchNorm*'],
});
