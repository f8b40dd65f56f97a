import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'kernel-flipped',
    fails: 'values',
    diagnosis: {
      en: 'The kernel is flipped: pixel (i, j) stamps w as it stands, w[u, v] at (is + u, js + v).',
      ko: '커널을 뒤집었습니다. (i, j) 픽셀은 w를 그대로 찍습니다. w[u, v]는 (is + u, js + v)로 갑니다.',
    },
  },
  {
    name: 'channels-swapped',
    fails: 'values',
    diagnosis: {
      en: "The channels of w are swapped: here the output channels come before the input channels, since w is the convolution's own kernel.",
      ko: 'w의 채널이 뒤바뀌었습니다. w는 되짚어 갈 합성곱의 커널이므로 출력 채널이 입력 채널보다 앞에 있습니다.',
    },
  },
  {
    name: 'overwritten',
    fails: 'values',
    diagnosis: {
      en: 'Overlapping patches overwrite each other: where patches meet, they add.',
      ko: '겹치는 조각이 서로 덮어썼습니다. 조각이 겹치는 곳에서는 더해야 합니다.',
    },
  },
  {
    name: 'cropped-one-off',
    fails: 'values',
    diagnosis: {
      en: 'The crop starts one row and one column too early: the result begins after pad rows and pad columns.',
      ko: '한 행, 한 열 앞에서 잘랐습니다. 결과는 pad행, pad열 다음에서 시작합니다.',
    },
  },
  {
    name: 'upsampled-unpadded',
    fails: 'values',
    diagnosis: {
      en: 'The image with zeros in between is convolved without padding: pad it by k − 1 first, so that the border pixels stamp whole patches.',
      ko: '0을 끼운 이미지를 패딩하지 않고 합성곱했습니다. 가장자리 픽셀도 조각 전체를 찍도록 먼저 k − 1만큼 패딩해야 합니다.',
    },
  },
  {
    name: 'inverse',
    fails: 'values',
    diagnosis: {
      en: 'Transposed, not inverse: where patches overlap, nothing is divided by how many there are.',
      ko: '전치이지 역변환이 아닙니다. 조각이 겹치는 곳에서 겹친 수로 나누지 않습니다.',
    },
  },
];
