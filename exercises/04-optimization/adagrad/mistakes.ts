import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'decayed-sum',
    fails: 'trajectory',
    diagnosis: {
      en: 'G forgets: an average that decays is RMSprop. Adagrad adds up all the squares.',
      ko: 'G가 잊습니다. 옅어지는 평균은 RMSprop입니다. Adagrad는 제곱을 모두 더합니다.',
    },
  },
  {
    name: 'eps-inside',
    fails: 'trajectory',
    diagnosis: {
      en: 'ε is inside the root, as in tfjs: add it to the root instead.',
      ko: 'tfjs에서처럼 ε이 근호 안에 있습니다. 제곱근을 구한 다음 더하십시오.',
    },
  },
  {
    name: 'no-root',
    fails: 'trajectory',
    diagnosis: { en: 'Divides by G, not by its root.', ko: 'G의 제곱근이 아니라 G로 나눴습니다.' },
  },
  {
    name: 'overwritten',
    fails: 'trajectory',
    diagnosis: {
      en: 'The accumulator is overwritten with g², not accumulated.',
      ko: 'g²을 누적하지 않고 매번 덮어썼습니다.',
    },
  },
  {
    name: 'initial-sum',
    fails: 'trajectory',
    diagnosis: {
      en: 'The sum starts at 0.1, as in tfjs: here it starts at 0.',
      ko: 'tfjs에서처럼 합이 0.1에서 시작합니다. 여기서는 0에서 시작합니다.',
    },
  },
];
