import { defineExercise } from '@/grading/exercise';

export const exercise = defineExercise({
  id: '04-optimization/rmsprop',
  title: { ko: 'RMSprop 구현하기', en: 'RMSprop' },
  summary: {
    ko: '기울기 제곱의 이동 평균으로 가중치마다 학습률을 맞춥니다. 오래된 기울기는 잊습니다.',
    en: 'Scale each weight by a running average of its squared gradients, which forgets old ones.',
  },
  difficulty: 2,
  minutes: 15,
  prerequisites: ['04-optimization/adagrad'],
  concepts: ['optimizer', 'learning-rate', 'gradient-descent'],
  entries: ['rmspropStep'],
});
