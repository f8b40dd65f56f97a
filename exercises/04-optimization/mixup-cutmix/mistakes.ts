import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'inverse-permutation',
    fails: 'mixup-values',
    diagnosis: {
      en: 'Uses the inverse permutation: the partner of example n is perm[n].',
      ko: '순열을 거꾸로 썼습니다. n번 예시의 짝은 perm[n]번 예시입니다.',
    },
  },
  {
    name: 'labels-unmixed',
    fails: 'mixup-values',
    diagnosis: {
      en: 'Labels must be mixed too, in the proportion of the images.',
      ko: '레이블도 이미지와 같은 비율로 섞어야 합니다.',
    },
  },
  {
    name: 'whole-box-area',
    fails: 'cutmix-values',
    diagnosis: {
      en: 'Labels are mixed by λ: use the share λ′ of the area that was really pasted, after rounding and clipping.',
      ko: '레이블을 λ로 섞었습니다. 내림하고 잘라 낸 뒤 실제로 붙은 넓이에서 구한 λ′을 써야 합니다.',
    },
  },
  {
    name: 'no-root',
    fails: 'cutmix-values',
    diagnosis: {
      en: 'The root is missing: sides proportional to 1 − λ make an area of (1 − λ)².',
      ko: '제곱근이 빠졌습니다. 변이 1 − λ에 비례하면 넓이는 (1 − λ)²에 비례합니다.',
    },
  },
  {
    name: 'sides-swapped',
    fails: 'cutmix-values',
    diagnosis: {
      en: "H and W are swapped: the box's height comes from H, its width from W.",
      ko: 'H와 W가 뒤바뀌었습니다. 상자의 높이는 H에서, 너비는 W에서 구합니다.',
    },
  },
  {
    name: 'outside-pasted',
    fails: 'cutmix-values',
    diagnosis: {
      en: "The box is kept and everything outside is pasted: inside the box stands the partner's image.",
      ko: '상자를 남기고 바깥을 붙였습니다. 상자 안에 짝의 이미지가 있어야 합니다.',
    },
  },
  {
    name: 'centre-as-corner',
    fails: 'cutmix-values',
    diagnosis: {
      en: "(cy, cx) is taken as the box's upper left corner: it is the centre, half a side further.",
      ko: '(cy, cx)를 상자의 왼쪽 위 꼭짓점으로 썼습니다. 변의 절반만큼 떨어진 상자의 중심입니다.',
    },
  },
];
