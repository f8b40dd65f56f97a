import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '02-mlp/dense-backward',
  title: { ko: '완전연결층 역전파', en: 'Dense backward' },
  summary: {
    ko: '완전연결층의 세 기울기 dX, dW, db를 자동 미분 없이 직접 구현합니다.',
    en: 'Write the three gradients of a dense layer by hand, without automatic differentiation.',
  },
  difficulty: 2,
  minutes: 25,
  prerequisites: ['02-mlp/dense-forward'],
  concepts: ['backpropagation', 'chain-rule', 'dense-layer'],
  entries: ['denseBackward'],
});
