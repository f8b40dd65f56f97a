import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'new-weights',
    fails: 'one-step',
    diagnosis: {
      en: 'The backward pass uses weights that are already updated: compute all gradients first.',
      ko: '역전파에 이미 갱신된 가중치를 사용했습니다. 모든 기울기를 먼저 계산하십시오.',
    },
  },
  {
    name: 'no-mask',
    fails: 'one-step',
    diagnosis: {
      en: 'The gradient passes through inactive units: multiply it by the mask of ReLU.',
      ko: '꺼진 유닛으로도 기울기가 지나갑니다. ReLU의 마스크를 곱하십시오.',
    },
  },
  {
    name: 'no-biases',
    fails: 'one-step',
    diagnosis: {
      en: 'The biases are never updated.',
      ko: '편향을 갱신하지 않았습니다.',
    },
  },
  {
    name: 'shifted-losses',
    fails: 'losses',
    diagnosis: {
      en: 'The losses are shifted by one: each is the loss before its update.',
      ko: '손실이 한 칸씩 밀렸습니다. 각 손실은 갱신하기 전의 값입니다.',
    },
  },
  {
    name: 'summed-loss',
    fails: 'losses',
    diagnosis: {
      en: 'The loss is a sum: with the mean the steps are a quarter as long.',
      ko: '손실이 합입니다. 평균을 쓰면 걸음이 4분의 1이 됩니다.',
    },
  },
];
