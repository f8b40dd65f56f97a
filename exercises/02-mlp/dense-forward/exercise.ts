import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '02-mlp/dense-forward',
  title: { ko: '완전연결층 순전파', en: 'Dense layer' },
  summary: {
    ko: '입력 행렬에 가중치를 곱하고 편향을 더해 완전연결층의 출력을 계산합니다.',
    en: 'Multiply a batch by the weights and add the bias: the layer that everything else is built from.',
  },
  difficulty: 1,
  minutes: 15,
  prerequisites: [],
  concepts: ['dense-layer', 'broadcasting', 'forward-pass'],
  entries: ['dense'],
});
