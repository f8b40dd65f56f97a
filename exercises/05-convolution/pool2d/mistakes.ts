import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'zero-padding',
    fails: 'negative-padding',
    diagnosis: {
      en: 'Zero padding for the maximum: a 0 beats every negative value. Pad with what no number loses to.',
      ko: '최댓값인데 0으로 패딩했습니다. 0은 모든 음수를 이기므로, 어떤 수도 이기지 못하는 값으로 패딩해야 합니다.',
    },
  },
  {
    name: 'padding-counted',
    fails: 'values',
    diagnosis: {
      en: 'The average counts padded zeros: at the border, divide by the number of places inside the image, not by k².',
      ko: '평균에 패딩한 0까지 세었습니다. 가장자리에서는 k²이 아니라 이미지 안에 있는 칸 수로 나눠야 합니다.',
    },
  },
  {
    name: 'stride-of-window',
    fails: 'values',
    diagnosis: {
      en: 'Overlap is ignored: the next window starts stride places further, not k.',
      ko: '창이 겹치지 않게 옮겼습니다. 다음 창은 k칸이 아니라 stride칸 뒤에서 시작합니다.',
    },
  },
  {
    name: 'across-channels',
    fails: 'values',
    diagnosis: {
      en: 'Pools over the channels too: each channel is pooled by itself.',
      ko: '채널까지 합쳐 풀링했습니다. 채널마다 따로 풀링해야 합니다.',
    },
  },
  {
    name: 'rounded-up',
    fails: 'values',
    diagnosis: {
      en: 'The output size is rounded up: a window that does not fit is dropped, so round down.',
      ko: '출력 크기를 올림했습니다. 다 들어가지 않는 창은 버리므로 내림해야 합니다.',
    },
  },
  {
    name: 'sum',
    fails: 'values',
    diagnosis: {
      en: 'Sums the window: an average also divides by how many numbers were added.',
      ko: '창의 합을 구했습니다. 평균은 더한 개수로 나눠야 합니다.',
    },
  },
];
