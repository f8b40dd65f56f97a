import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'suppressed-suppresses',
    fails: 'values',
    diagnosis: {
      en: 'A removed box must not suppress: compare each box with the kept ones only.',
      ko: '이미 제거된 상자가 다른 상자를 억제했습니다. 남긴 상자하고만 비교하십시오.',
    },
  },
  {
    name: 'ascending',
    fails: 'values',
    diagnosis: {
      en: 'Starts from the lowest score: the best box of each group is then the one that is removed.',
      ko: '가장 낮은 점수부터 시작했습니다. 그러면 무리마다 가장 좋은 상자가 제거됩니다.',
    },
  },
  {
    name: 'at-threshold',
    fails: 'iou-at-threshold',
    diagnosis: {
      en: 'An IoU equal to the threshold does not suppress: only a larger one does.',
      ko: 'IoU가 문턱값과 같으면 억제하지 않습니다. 더 클 때만 억제합니다.',
    },
  },
  {
    name: 'returns-boxes',
    fails: 'values',
    diagnosis: {
      en: 'Returns the boxes themselves: return their indices.',
      ko: '상자 자체를 돌려주었습니다. 상자의 번호를 돌려주십시오.',
    },
  },
  {
    name: 'sorted-positions',
    fails: 'values',
    diagnosis: {
      en: 'Returns positions in the sorted order: translate them back to indices into boxes.',
      ko: '정렬한 순서에서의 위치를 돌려주었습니다. boxes에서의 번호로 바꾸십시오.',
    },
  },
  {
    name: 'sorts-scores',
    fails: 'values',
    diagnosis: {
      en: 'Sorts the scores themselves: they no longer belong to their boxes, and the list of the caller has changed.',
      ko: '점수 배열 자체를 정렬했습니다. 점수와 상자의 짝이 어긋나고, 호출한 쪽의 배열도 바뀝니다.',
    },
  },
  {
    name: 'previous-only',
    fails: 'values',
    diagnosis: {
      en: 'Compares each box with the last kept one only: any of the kept boxes may suppress it.',
      ko: '마지막에 남긴 상자하고만 비교했습니다. 남긴 상자라면 어느 것이든 억제할 수 있습니다.',
    },
  },
  {
    name: 'ties-reversed',
    fails: 'ties',
    diagnosis: {
      en: 'Of equal scores the higher index comes first: it is the lower one that goes first.',
      ko: '점수가 같을 때 번호가 큰 것을 먼저 보았습니다. 번호가 작은 것이 먼저입니다.',
    },
  },
  {
    name: 'drops-equal-score',
    fails: 'values',
    diagnosis: {
      en: 'Drops a score equal to scoreThreshold: only lower ones go.',
      ko: 'scoreThreshold와 같은 점수를 버렸습니다. 그보다 낮은 점수만 버려야 합니다.',
    },
  },
  {
    name: 'cut-first',
    fails: 'values',
    diagnosis: {
      en: 'Takes the maxOutput best boxes before suppressing: count the boxes that are kept.',
      ko: '억제하기 전에 점수순으로 maxOutput개를 잘랐습니다. 남긴 상자의 수를 세어야 합니다.',
    },
  },
];
