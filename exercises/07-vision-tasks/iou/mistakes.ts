import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'inclusive-pixels',
    fails: 'values',
    diagnosis: {
      en: 'Adds 1 to widths and heights: that is the inclusive-pixel convention, but these coordinates are continuous.',
      ko: '너비와 높이에 1을 더했습니다. 끝 픽셀을 포함하는 규약인데, 여기에서는 좌표가 연속값입니다.',
    },
  },
  {
    name: 'no-clamp',
    fails: 'values',
    diagnosis: {
      en: 'The overlaps of boxes that lie apart are negative, and negative × negative is positive: clamp each one at 0.',
      ko: '떨어진 상자에서는 겹친 길이가 음수가 되고, 음수 × 음수는 양수입니다. 축마다 0으로 막으십시오.',
    },
  },
  {
    name: 'over-sum',
    fails: 'values',
    diagnosis: {
      en: 'Divides by the sum of the areas, which counts the intersection twice: subtract it once.',
      ko: '두 넓이의 합으로 나누었습니다. 합에는 교집합이 두 번 들어 있으므로 한 번 빼야 합니다.',
    },
  },
  {
    name: 'over-smaller',
    fails: 'values',
    diagnosis: {
      en: 'Divides by the smaller area: any box inside another would score 1. Divide by the union.',
      ko: '작은 쪽의 넓이로 나누었습니다. 그러면 다른 상자 안에 든 상자는 모두 1점이 됩니다. 합집합으로 나누십시오.',
    },
  },
  {
    name: 'over-first',
    fails: 'values',
    diagnosis: {
      en: 'Divides by the area of a alone, so that a and b cannot be exchanged: divide by the union.',
      ko: 'a의 넓이로만 나누어 a와 b를 맞바꿀 수 없습니다. 합집합으로 나누십시오.',
    },
  },
  {
    name: 'centre-format',
    fails: 'values',
    diagnosis: {
      en: 'Reads a box as centre, width and height: here it is two corners, [x1, y1, x2, y2].',
      ko: '상자를 중심, 너비, 높이로 읽었습니다. 여기에서는 두 꼭짓점 [x1, y1, x2, y2]입니다.',
    },
  },
  {
    name: 'corner-order',
    fails: 'values',
    diagnosis: {
      en: 'Reads a box as [x1, x2, y1, y2]: the order is [x1, y1, x2, y2], corner by corner.',
      ko: '상자를 [x1, x2, y1, y2]로 읽었습니다. 순서는 꼭짓점별로 [x1, y1, x2, y2]입니다.',
    },
  },
  {
    name: 'empty-union',
    fails: 'table',
    diagnosis: {
      en: '0/0 is NaN: a union without area has an IoU of 0.',
      ko: '0/0은 NaN입니다. 합집합의 넓이가 0이면 IoU는 0입니다.',
    },
  },
];
