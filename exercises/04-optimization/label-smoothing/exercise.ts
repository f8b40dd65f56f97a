import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '04-optimization/label-smoothing',
  title: { ko: '레이블 스무딩', en: 'Label smoothing' },
  summary: {
    ko: '정수 레이블로 모든 클래스에 조금씩 나누어 준 목표 분포를 만듭니다.',
    en: 'Turn integer labels into targets that give a little to every class.',
  },
  difficulty: 1,
  minutes: 15,
  prerequisites: ['02-mlp/softmax-ce-backward'],
  concepts: ['label-smoothing', 'label', 'cross-entropy', 'regularization'],
  entries: ['smoothLabels'],
  allowed: ['.dataSync', '.arraySync'],
});
