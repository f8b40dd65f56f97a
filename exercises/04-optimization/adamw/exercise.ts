import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '04-optimization/adamw',
  title: { ko: 'AdamW와 분리된 가중치 감쇠', en: 'AdamW, decoupled weight decay' },
  summary: {
    ko: '감쇠를 Adam의 평균에 넣지 않고 가중치에 직접 적용합니다.',
    en: 'Shrink the weights themselves, and keep the decay out of Adam’s averages.',
  },
  difficulty: 3,
  minutes: 20,
  prerequisites: ['04-optimization/adam', '04-optimization/l2-penalty'],
  concepts: ['optimizer', 'weight-decay', 'regularization'],
  entries: ['adamwStep'],
});
