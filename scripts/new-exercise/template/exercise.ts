import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '00-template/template',
  title: { ko: '두 배', en: 'Twice' },
  summary: { ko: '텐서의 모든 원소를 두 배로 만듭니다.', en: 'Double every element of a tensor.' },
  difficulty: 1,
  minutes: 10,
  prerequisites: [],
  concepts: ['broadcasting'],
  entries: ['template'],
});
