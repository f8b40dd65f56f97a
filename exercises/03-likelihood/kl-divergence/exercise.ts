import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '03-likelihood/kl-divergence',
  title: { ko: 'KL 발산', en: 'KL divergence' },
  summary: {
    ko: '분포를 잘못 믿은 값을 계산합니다. 확률이 0인 곳에서도 값과 기울기가 맞아야 합니다.',
    en: 'What it costs to believe in the wrong distribution, with value and gradient right where probabilities are 0.',
  },
  difficulty: 2,
  minutes: 25,
  prerequisites: ['03-likelihood/categorical-loglik'],
  concepts: ['kl-divergence', 'cross-entropy', 'numerical-stability'],
  entries: ['klDivergence'],
  allowed: ['.dataSync', '.arraySync'],
});
