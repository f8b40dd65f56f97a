import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '02-mlp/train-xor',
  title: { ko: 'XOR 학습시키기', en: 'Train XOR' },
  summary: {
    ko: '직접 작성한 역전파로 작은 신경망에 XOR를 학습시킵니다.',
    en: 'Teach a small network exclusive or, with a backward pass of your own.',
  },
  difficulty: 3,
  minutes: 40,
  prerequisites: ['02-mlp/softmax-ce-backward', '02-mlp/dense-backward', '02-mlp/relu-backward'],
  concepts: ['backpropagation', 'gradient-descent', 'cross-entropy', 'training-loop'],
  entries: ['trainXor'],
  allowed: ['.dataSync'],
  limits: { heartbeatMs: 5_000, totalMs: 60_000 },
});
