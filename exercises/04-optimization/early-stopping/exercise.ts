import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '04-optimization/early-stopping',
  title: { ko: '조기 종료', en: 'Early stopping' },
  summary: {
    ko: '검증 손실을 보고 언제 멈출지, 어느 에폭의 가중치를 남길지 정합니다.',
    en: 'Decide from validation losses when to stop, and which epoch’s weights to keep.',
  },
  difficulty: 1,
  minutes: 15,
  prerequisites: ['04-optimization/kfold-split'],
  concepts: ['early-stopping', 'validation-set', 'overfitting'],
  entries: ['earlyStop'],
});
