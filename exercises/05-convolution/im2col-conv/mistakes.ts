import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'channels-first',
    fails: 'values',
    diagnosis: {
      en: "The columns' order does not match w's layout: w is [kh, kw, C, O], so columns go (u, v, c), with c fastest.",
      ko: '열의 순서가 w의 배치와 다릅니다. w는 [kh, kw, C, O]이므로 열은 (u, v, c) 순서이고 c가 가장 빨리 바뀝니다.',
    },
  },
  {
    name: 'kernel-transposed',
    fails: 'values',
    diagnosis: {
      en: 'The columns run down the window first: within a row of the matrix, v changes faster than u.',
      ko: '열이 창의 세로 방향으로 먼저 늘어섰습니다. 행렬의 한 행에서는 u보다 v가 빨리 바뀌어야 합니다.',
    },
  },
  {
    name: 'rows-transposed',
    fails: 'values',
    diagnosis: {
      en: 'The rows run down the image first: among the windows of an image, j changes faster than i.',
      ko: '행이 이미지의 세로 방향으로 먼저 늘어섰습니다. 한 이미지의 창들 가운데서는 i보다 j가 빨리 바뀌어야 합니다.',
    },
  },
  {
    name: 'padded-after',
    fails: 'values',
    diagnosis: {
      en: 'Zeros are put around the result: pad the image before it is unrolled, so that windows at the border see part of it.',
      ko: '결과의 둘레에 0을 덧댔습니다. 가장자리의 창도 이미지의 일부를 보도록, 펼치기 전에 이미지를 패딩해야 합니다.',
    },
  },
  {
    name: 'batch-interleaved',
    fails: 'values',
    diagnosis: {
      en: 'Images alternate from row to row: all windows of the first image come before those of the second.',
      ko: '행마다 이미지가 번갈아 나옵니다. 첫 번째 이미지의 창이 모두 나온 다음 두 번째 이미지의 창이 나와야 합니다.',
    },
  },
  {
    name: 'stride-ignored',
    fails: 'gradient',
    diagnosis: {
      en: 'The windows lie side by side whatever the stride is: window (i, j) starts at (is, js).',
      ko: '스트라이드와 상관없이 창을 한 칸씩 옮겼습니다. (i, j)번 창은 (is, js)에서 시작합니다.',
    },
  },
];
