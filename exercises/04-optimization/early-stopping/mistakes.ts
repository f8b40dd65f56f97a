import type { Mistake } from '@/grading/gradable';

export const mistakes: Mistake[] = [
  {
    name: 'ties-improve',
    fails: 'values',
    diagnosis: {
      en: 'Ties count as improvement: a loss must be below the best by more than minDelta.',
      ko: '같은 값도 나아진 것으로 쳤습니다. 최선보다 minDelta를 넘게 낮아야 합니다.',
    },
  },
  {
    name: 'one-late',
    fails: 'values',
    diagnosis: {
      en: 'Stops one epoch late: stop at the epoch with which the count reaches patience.',
      ko: '한 에폭 늦게 멈춥니다. 횟수가 patience에 이른 에폭에서 멈춰야 합니다.',
    },
  },
  {
    name: 'never-reset',
    fails: 'values',
    diagnosis: {
      en: 'The count is never set back: an improvement starts it anew.',
      ko: '횟수를 되돌리지 않습니다. 나아지면 처음부터 다시 세어야 합니다.',
    },
  },
  {
    name: 'stop-as-best',
    fails: 'values',
    diagnosis: {
      en: 'Returns the last epoch as the best one: restore the best weights, not the last.',
      ko: '마지막 에폭을 최선으로 돌려줍니다. 마지막이 아니라 가장 좋았던 가중치로 돌아가야 합니다.',
    },
  },
  {
    name: 'previous',
    fails: 'values',
    diagnosis: {
      en: 'Compares each loss with the previous one, not with the best so far.',
      ko: '지금까지의 최선이 아니라 바로 앞의 손실과 비교했습니다.',
    },
  },
  {
    name: 'no-min-delta',
    fails: 'values',
    diagnosis: {
      en: 'minDelta is ignored: smaller gains do not count.',
      ko: 'minDelta를 쓰지 않았습니다. 그보다 작은 이득은 나아진 것이 아닙니다.',
    },
  },
];
