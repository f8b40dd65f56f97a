import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'pad-after',
    fails: 'values',
    diagnosis: {
      en: 'Padding off by p: all of it was put below and to the right. p zeros belong on every side.',
      ko: '패딩이 p칸 밀렸습니다. 모두 아래쪽과 오른쪽에만 덧댔습니다. 네 변에 각각 p칸씩 덧대야 합니다.',
    },
  },
  {
    name: 'no-padding',
    fails: 'values',
    diagnosis: {
      en: 'The padding is missing: pad[0] rows of zeros belong above and below, pad[1] columns left and right.',
      ko: '패딩을 하지 않았습니다. 위아래에 0을 pad[0]행씩, 좌우에 pad[1]열씩 덧대야 합니다.',
    },
  },
  {
    name: 'same-padding',
    fails: 'values',
    diagnosis: {
      en: "Asymmetric 'same' padding was used: the padding is what pad says, alike on both sides.",
      ko: "비대칭인 'same' 패딩을 썼습니다. 패딩은 pad에 적힌 만큼, 양쪽에 똑같이 덧댑니다.",
    },
  },
  {
    name: 'edge-padding',
    fails: 'values',
    diagnosis: {
      en: 'Pads with the pixels of the edge: outside the image there are zeros.',
      ko: '가장자리 픽셀을 복사해 덧댔습니다. 이미지 밖은 0입니다.',
    },
  },
  {
    name: 'stride-dilation-swapped',
    fails: 'values',
    diagnosis: {
      en: 'Stride and dilation are swapped: the stride moves the whole kernel, the dilation spreads its weights.',
      ko: '스트라이드와 팽창이 뒤바뀌었습니다. 스트라이드는 커널 전체를 옮기고, 팽창은 가중치 사이를 벌립니다.',
    },
  },
  {
    name: 'axes-swapped',
    fails: 'values',
    diagnosis: {
      en: 'The options of height and width are swapped: entry 0 goes down the rows, entry 1 along the columns.',
      ko: '높이와 너비의 설정이 뒤바뀌었습니다. 0번 값은 행 방향, 1번 값은 열 방향입니다.',
    },
  },
  {
    name: 'span-of-d-times-k',
    fails: 'values',
    diagnosis: {
      en: 'Output too small: the kernel spans d(k − 1) + 1 pixels, not d·k.',
      ko: '출력이 너무 작습니다. 커널의 길이는 d·k가 아니라 d(k − 1) + 1입니다.',
    },
  },
  {
    name: 'dilation-ignored',
    fails: 'values',
    diagnosis: {
      en: 'Dilation ignored: weight [u, v] meets the pixel u·d rows and v·e columns further on.',
      ko: '팽창을 반영하지 않았습니다. 가중치 [u, v]는 u·d행, v·e열 떨어진 픽셀을 만납니다.',
    },
  },
  {
    name: 'flipped',
    fails: 'values',
    diagnosis: {
      en: 'Kernel flipped: w[u, v] meets the pixel at + u·d, + v·e, as in the exercise before.',
      ko: '커널을 뒤집었습니다. 앞 실습처럼 w[u, v]는 + u·d, + v·e 자리의 픽셀을 만납니다.',
    },
  },
];
