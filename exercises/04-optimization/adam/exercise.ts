import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '04-optimization/adam',
  title: { ko: 'Adam 구현하기', en: 'Adam' },
  summary: {
    ko: '기울기와 그 제곱의 평균을 두고, 0에서 시작해 생긴 편향을 바로잡습니다.',
    en: 'Average gradients and their squares, and correct both averages for having started at zero.',
  },
  difficulty: 3,
  minutes: 30,
  prerequisites: ['04-optimization/rmsprop'],
  concepts: ['optimizer', 'momentum', 'learning-rate', 'gradient-descent'],
  entries: ['adamStep'],
});
