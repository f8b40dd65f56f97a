import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'others-only',
    fails: 'values',
    diagnosis: {
      en: 'Spreads ε over the other K − 1 classes, another convention: here the true class gets ε/K as well.',
      ko: 'ε을 나머지 K − 1개 클래스에만 나누었습니다. 다른 관례입니다. 여기서는 정답 클래스도 ε/K를 받습니다.',
    },
  },
  {
    name: 'not-taken-away',
    fails: 'values',
    diagnosis: {
      en: 'Rows sum to 1 + ε: what is shared out must be taken from the true class, by the factor 1 − ε.',
      ko: '행의 합이 1 + ε입니다. 나누어 줄 만큼 정답 클래스에서 덜어야 합니다. 원-핫에 1 − ε을 곱하십시오.',
    },
  },
  {
    name: 'true-class-without-share',
    fails: 'values',
    diagnosis: {
      en: 'The true class has 1 − ε only: its own share ε/K is missing.',
      ko: '정답 클래스가 1 − ε뿐입니다. 자기 몫 ε/K가 빠졌습니다.',
    },
  },
  {
    name: 'over-examples',
    fails: 'values',
    diagnosis: {
      en: 'Shares ε out over the N examples: divide it by the number of classes, K.',
      ko: 'ε을 예시의 수 N으로 나누었습니다. 클래스의 수 K로 나누십시오.',
    },
  },
  {
    name: 'not-shared-out',
    fails: 'values',
    diagnosis: {
      en: 'Every class gets the whole ε: share it out, ε/K each.',
      ko: '클래스마다 ε을 통째로 주었습니다. ε/K씩 나누어 주십시오.',
    },
  },
];
