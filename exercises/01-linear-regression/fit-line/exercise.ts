import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '01-linear-regression/fit-line',
  title: { ko: '경사하강법과 종료 조건', en: 'Gradient descent with a stopping rule' },
  summary: {
    ko: '경사하강법으로 직선을 맞추고 언제 멈출지 정합니다.',
    en: 'Fit a line by gradient descent, and know when to stop.',
  },
  difficulty: 2,
  minutes: 25,
  prerequisites: ['01-linear-regression/linear-grads', '01-linear-regression/numeric-derivative'],
  concepts: ['gradient-descent', 'learning-rate', 'convergence'],
  entries: ['fitLine'],
});
