import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '01-linear-regression/numeric-derivative',
  title: { ko: '정의로 구하는 미분', en: 'Derivative from its definition' },
  summary: {
    ko: '함수를 두 번만 호출하여 한 점의 미분계수를 구합니다.',
    en: 'Find the slope of any function at a point with two calls of it.',
  },
  difficulty: 1,
  minutes: 10,
  prerequisites: [],
  concepts: ['derivative', 'central-difference', 'rounding-error'],
  entries: ['numericDerivative'],
});
