import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '03-likelihood/gaussian-loglik',
  title: { ko: '가우시안 로그가능도', en: 'Gaussian log-likelihood' },
  summary: {
    ko: '표본의 가우시안 로그가능도를 밀도를 거치지 않고 계산합니다.',
    en: 'The log-likelihood of a sample under a Gaussian, without ever computing a density.',
  },
  difficulty: 2,
  minutes: 20,
  prerequisites: ['01-linear-regression/linear-mse'],
  concepts: ['log-likelihood', 'density', 'numerical-stability'],
  entries: ['gaussianLogLik'],
});
