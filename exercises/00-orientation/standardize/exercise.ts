import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '00-orientation/standardize',
  title: { ko: '열 표준화', en: 'Standardize columns' },
  summary: {
    ko: '행렬의 각 열을 평균 0, 분산 1로 맞춥니다.',
    en: 'Give every column of a matrix mean 0 and variance 1.',
  },
  difficulty: 1,
  minutes: 15,
  prerequisites: [],
  concepts: ['broadcasting', 'normalization', 'memory'],
  entries: ['standardize'],
  forbidden: ['tf.moments', 'tf.batchNorm*'],
});
