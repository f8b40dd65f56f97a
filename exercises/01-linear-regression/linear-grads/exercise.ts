import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '01-linear-regression/linear-grads',
  title: { ko: 'MSE 기울기 직접 구하기', en: 'Gradients of MSE by hand' },
  summary: {
    ko: '자동 미분 없이 평균제곱오차의 기울기를 유도하고 구현합니다.',
    en: 'Derive the slopes of the mean squared error and write them without automatic differentiation.',
  },
  difficulty: 2,
  minutes: 20,
  prerequisites: ['01-linear-regression/linear-mse'],
  concepts: ['gradient', 'mean-squared-error', 'chain-rule'],
  entries: ['linearGrads'],
});
