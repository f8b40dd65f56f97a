import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'align-corners',
    fails: 'values',
    diagnosis: {
      en: 'This is the other convention, aligned corners: here the scale is H/outH, not (H − 1)/(outH − 1).',
      ko: '모서리를 맞추는 다른 규약입니다. 여기에서 배율은 (H − 1)/(outH − 1)이 아니라 H/outH입니다.',
    },
  },
  {
    name: 'asymmetric',
    fails: 'values',
    diagnosis: {
      en: 'The half-pixel offset is missing: i·H/outH shifts the image. Add ½ before scaling and subtract it afterwards.',
      ko: '반픽셀 이동이 빠졌습니다. i·H/outH로는 이미지가 밀립니다. 배율을 곱하기 전에 ½을 더하고 나중에 빼십시오.',
    },
  },
  {
    name: 'not-shifted-back',
    fails: 'values',
    diagnosis: {
      en: 'Adds ½ before scaling but does not subtract it afterwards: the coordinates are half a pixel too large.',
      ko: '배율을 곱하기 전에 ½을 더하고 나중에 빼지 않았습니다. 좌표가 반 픽셀씩 큽니다.',
    },
  },
  {
    name: 'no-clamp',
    fails: 'values',
    diagnosis: {
      en: 'Coordinates are not clamped: at the border a part of the weight falls outside the image and is lost.',
      ko: '좌표를 제한하지 않았습니다. 가장자리에서 가중치의 일부가 이미지 밖으로 나가 사라집니다.',
    },
  },
  {
    name: 'nearest',
    fails: 'values',
    diagnosis: {
      en: 'Takes the nearest pixel: interpolate between the two neighbours along each axis.',
      ko: '가장 가까운 픽셀을 골랐습니다. 축마다 두 이웃 사이를 보간하십시오.',
    },
  },
  {
    name: 'weights-swapped',
    fails: 'values',
    diagnosis: {
      en: 'The two weights are swapped: the nearer pixel must weigh more. The lower one gets 1 − w.',
      ko: '두 가중치가 뒤바뀌었습니다. 가까운 픽셀이 더 무거워야 하므로 아래쪽 이웃의 가중치가 1 − w입니다.',
    },
  },
  {
    name: 'sizes-swapped',
    fails: 'values',
    diagnosis: {
      en: 'outH and outW are swapped: axis 1 of x holds the rows, axis 2 the columns.',
      ko: 'outH와 outW가 뒤바뀌었습니다. x의 1번 축이 행, 2번 축이 열입니다.',
    },
  },
];
