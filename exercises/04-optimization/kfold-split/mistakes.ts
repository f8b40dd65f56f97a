import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'drops-rest',
    fails: 'values',
    diagnosis: {
      en: 'The last samples are never validated: n mod k folds must take one more.',
      ko: '마지막 예시들이 한 번도 검증되지 않습니다. n mod k개의 폴드가 하나씩 더 가져가야 합니다.',
    },
  },
  {
    name: 'swapped',
    fails: 'values',
    diagnosis: {
      en: 'train and val are swapped: this trains on 1 fold and validates on k − 1.',
      ko: 'train과 val이 뒤바뀌었습니다. 폴드 하나로 훈련하고 k − 1개로 검증합니다.',
    },
  },
  {
    name: 'overlap',
    fails: 'values',
    diagnosis: {
      en: 'Leakage: indices of the fold are in train as well as in val.',
      ko: '누출입니다. 폴드의 번호가 val뿐만 아니라 train에도 있습니다.',
    },
  },
  {
    name: 'biased-shuffle',
    fails: 'values',
    diagnosis: {
      en: 'Not Fisher–Yates: j is drawn from all n entries in every step, which makes some orders more likely.',
      ko: '피셔–예이츠가 아닙니다. 단계마다 n개 모두에서 j를 뽑으면 어떤 순서가 더 자주 나옵니다.',
    },
  },
  {
    name: 'last-takes-rest',
    fails: 'values',
    diagnosis: {
      en: 'Uneven folds: the last one takes the whole remainder.',
      ko: '폴드의 크기가 고르지 않습니다. 마지막 폴드가 나머지를 모두 가져갔습니다.',
    },
  },
  {
    name: 'reshuffles',
    fails: 'values',
    diagnosis: {
      en: 'Shuffles anew for each fold: a sample may be validated twice, another one never.',
      ko: '폴드마다 다시 섞었습니다. 어떤 예시는 두 번 검증되고 어떤 예시는 한 번도 검증되지 않습니다.',
    },
  },
];
