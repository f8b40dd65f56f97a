import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'after-last',
    fails: 'values',
    diagnosis: {
      en: 'Activation after the last layer: the output stays affine.',
      ko: '마지막 층 뒤에도 활성화 함수를 적용했습니다. 출력층은 아핀 변환으로 끝납니다.',
    },
  },
  {
    name: 'before-affine',
    fails: 'values',
    diagnosis: {
      en: 'Activation before the affine map: x itself must not be changed.',
      ko: '아핀 변환 앞에 활성화 함수를 적용했습니다. 입력 x는 그대로 두어야 합니다.',
    },
  },
  {
    name: 'no-activation',
    fails: 'values',
    diagnosis: {
      en: 'No activation between the layers: the whole collapses to one affine map.',
      ko: '층 사이에 활성화 함수가 없어 전체가 하나의 아핀 변환이 됩니다.',
    },
  },
  {
    name: 'first-layer-again',
    fails: 'values',
    diagnosis: {
      en: 'Uses the weights of layer 0 again: each layer has its own.',
      ko: '0번 층의 가중치를 다시 사용했습니다. 층마다 자기 가중치를 사용해야 합니다.',
    },
  },
  {
    name: 'always-relu',
    fails: 'values',
    diagnosis: {
      en: 'Always ReLU: act decides which activation it is.',
      ko: '항상 ReLU를 사용했습니다. 활성화 함수는 act로 정해집니다.',
    },
  },
];
