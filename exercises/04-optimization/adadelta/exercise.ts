import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '04-optimization/adadelta',
  title: { ko: 'Adadelta 구현하기', en: 'Adadelta' },
  summary: {
    ko: '학습률 대신 지금까지 한 걸음의 크기로 다음 걸음을 정합니다.',
    en: 'No learning rate: the size of earlier steps sets the size of the next.',
  },
  difficulty: 3,
  minutes: 20,
  prerequisites: ['04-optimization/rmsprop'],
  concepts: ['optimizer', 'learning-rate', 'gradient-descent'],
  entries: ['adadeltaStep'],
});
