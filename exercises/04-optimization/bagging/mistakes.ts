import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'permutation',
    fails: 'values',
    diagnosis: {
      en: 'A permutation, not a bootstrap: draw with replacement.',
      ko: '부트스트랩이 아니라 순열입니다. 복원추출해야 합니다.',
    },
  },
  {
    name: 'last-never',
    fails: 'values',
    diagnosis: {
      en: 'The last index is never drawn: scale rng() by n.',
      ko: '마지막 번호가 한 번도 뽑히지 않습니다. rng()에 n을 곱하십시오.',
    },
  },
  {
    name: 'rounds',
    fails: 'values',
    diagnosis: {
      en: 'Rounding draws the first and the last index only half as often as the others.',
      ko: '반올림하면 첫 번호와 마지막 번호가 다른 번호의 절반만큼만 뽑힙니다.',
    },
  },
  {
    name: 'sum',
    fails: 'values',
    diagnosis: {
      en: 'The predictions are summed, not averaged.',
      ko: '예측을 더하기만 하고 평균하지 않았습니다.',
    },
  },
  {
    name: 'same-bag',
    fails: 'values',
    diagnosis: {
      en: 'B identical models: draw a new bag for each.',
      ko: '똑같은 모델 B개입니다. 모델마다 표본을 새로 뽑아야 합니다.',
    },
  },
  {
    name: 'counts-in',
    fails: 'values',
    diagnosis: {
      en: 'oobCounts counts the bags that hold the index, not those that miss it.',
      ko: 'oobCounts가 번호가 빠진 표본이 아니라 들어 있는 표본을 셉니다.',
    },
  },
];
