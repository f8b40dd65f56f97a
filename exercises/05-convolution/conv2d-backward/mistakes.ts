import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'kernel-not-flipped',
    fails: 'values',
    diagnosis: {
      en: 'dx uses the kernel as it stands: what w[u, v] read at (is + u, js + v) must come back to that very pixel, which flips the kernel in rows and columns.',
      ko: 'dx에 커널을 뒤집지 않고 썼습니다. w[u, v]가 (is + u, js + v)에서 읽었다면 바로 그 픽셀로 되돌려야 합니다. 그러면 커널은 상하좌우로 뒤집힙니다.',
    },
  },
  {
    name: 'channels-swapped',
    fails: 'values',
    diagnosis: {
      en: 'Input and output channels are swapped in dw: w[u, v] is [C, O], so its gradient is, too.',
      ko: 'dw에서 입력 채널과 출력 채널이 뒤바뀌었습니다. w[u, v]의 형태가 [C, O]이므로 그 기울기도 [C, O]입니다.',
    },
  },
  {
    name: 'overwritten',
    fails: 'values',
    diagnosis: {
      en: 'Overlapping windows overwrite each other in dx: a pixel collects from every window that sees it, so add.',
      ko: '겹치는 창이 dx를 덮어썼습니다. 픽셀은 자신을 보는 모든 창에서 기울기를 받으므로 더해야 합니다.',
    },
  },
  {
    name: 'not-cropped',
    fails: 'values',
    diagnosis: {
      en: 'dx still has the padding: crop it to the shape of x.',
      ko: 'dx에 패딩이 남아 있습니다. x의 형태가 되도록 잘라 내야 합니다.',
    },
  },
  {
    name: 'cropped-one-off',
    fails: 'values',
    diagnosis: {
      en: 'dx is cropped one row and one column too early: the image begins after pad rows and pad columns.',
      ko: 'dx를 한 행, 한 열 앞에서 잘랐습니다. 이미지는 pad행, pad열 다음에 시작합니다.',
    },
  },
  {
    name: 'db-mean',
    fails: 'values',
    diagnosis: {
      en: 'db is a mean: the bias is added at every place of every image, so its gradient is the sum.',
      ko: 'db가 평균입니다. 편향은 모든 이미지의 모든 자리에 더해지므로 기울기는 합입니다.',
    },
  },
  {
    name: 'stride-ignored',
    fails: 'backward-values',
    diagnosis: {
      en: 'The stride is ignored in dx: neighbours in dy come back to pixels that lie stride apart.',
      ko: 'dx에서 스트라이드를 무시했습니다. dy에서 이웃한 값은 stride칸 떨어진 픽셀로 돌아갑니다.',
    },
  },
];
