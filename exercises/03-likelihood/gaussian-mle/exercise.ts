import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '03-likelihood/gaussian-mle',
  title: { ko: '가우시안 최대가능도추정', en: 'Gaussian maximum likelihood' },
  summary: {
    ko: '자료를 가장 그럴듯하게 만드는 평균과 분산을, 값이 아무리 커도 정확하게 구합니다.',
    en: 'Find the mean and variance that make data most likely, exact for large values too.',
  },
  difficulty: 1,
  minutes: 10,
  prerequisites: ['03-likelihood/gaussian-loglik'],
  concepts: ['maximum-likelihood-estimation', 'log-likelihood', 'numerical-stability'],
  entries: ['gaussianMle'],
});
