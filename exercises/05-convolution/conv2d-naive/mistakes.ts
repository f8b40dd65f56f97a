import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'flipped',
    fails: 'values',
    diagnosis: {
      en: 'Kernel flipped: this is true convolution. Deep learning uses cross-correlation, where w[u, v] meets x[i + u, j + v].',
      ko: '커널을 뒤집었습니다. 이것은 수학의 합성곱입니다. 딥러닝에서는 w[u, v]가 x[i + u, j + v]를 만나는 교차상관을 씁니다.',
    },
  },
  {
    name: 'kernel-transposed',
    fails: 'values',
    diagnosis: {
      en: 'Kernel transposed: the first axis of w goes down the rows, the second along the columns.',
      ko: '커널의 행과 열이 바뀌었습니다. w의 첫 축은 행, 둘째 축은 열 방향입니다.',
    },
  },
  {
    name: 'bias-per-tap',
    fails: 'values',
    diagnosis: {
      en: 'Bias added once for each of the kh·kw weights: it belongs to an output once.',
      ko: '편향을 커널의 칸마다, 모두 kh·kw번 더했습니다. 출력마다 한 번만 더해야 합니다.',
    },
  },
  {
    name: 'no-bias',
    fails: 'values',
    diagnosis: { en: 'The bias b is missing.', ko: '편향 b를 더하지 않았습니다.' },
  },
  {
    name: 'first-channel-only',
    fails: 'values',
    diagnosis: {
      en: 'Only channel 0 is used: each filter must sum over all input channels.',
      ko: '0번 채널만 썼습니다. 필터마다 모든 입력 채널에 걸쳐 더해야 합니다.',
    },
  },
  {
    name: 'mean-of-channels',
    fails: 'values',
    diagnosis: {
      en: 'Averages over the input channels: they are summed.',
      ko: '입력 채널에 걸쳐 평균을 냈습니다. 더하기만 해야 합니다.',
    },
  },
  {
    name: 'same-padding',
    fails: 'values',
    diagnosis: {
      en: 'The image was padded: here the kernel only stands where it fits, and the output is smaller.',
      ko: '이미지에 패딩을 더했습니다. 여기서는 커널이 다 들어가는 자리에만 놓이므로 출력이 더 작습니다.',
    },
  },
  {
    name: 'axes-swapped',
    fails: 'values',
    diagnosis: {
      en: 'Rows and columns of the output are swapped: it is [N, H, W, O].',
      ko: '출력의 행과 열이 뒤바뀌었습니다. 형태는 [N, H, W, O]입니다.',
    },
  },
  {
    name: 'last-row-lost',
    fails: 'values',
    diagnosis: {
      en: 'The last place in each direction is lost: there are H − kh + 1 of them, the first included.',
      ko: '방향마다 마지막 자리를 빠뜨렸습니다. 첫 자리까지 세면 H − kh + 1곳입니다.',
    },
  },
];
