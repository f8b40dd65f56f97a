import type { UrlFormat } from '../use-url-state';
import { asPublished, type Choice, FAMILIES, FAMILY_NAMES, type FamilyName, stagesOf, variantOf } from './families';

/**
 * Settings of the explorer: one net or two, whether bars are shares of a net's own total or on one scale for both, and the stage
 * whose layers are listed.
 */
export type ArchState = {
  nets: readonly Choice[];
  scale: 'own' | 'shared';
  open: { net: number; stage: number } | null;
};

export const archInitial: ArchState = {
  nets: [asPublished('vgg', '16'), asPublished('resnet', '50')],
  scale: 'own',
  open: { net: 0, stage: 5 },
};

export const SIDE_RANGE = { min: 8, max: 512, step: 1 };
export const WIDTH_RANGE = { min: 0.25, max: 2, step: 0.25 };

/** The variant that a family starts with. */
const USUAL: Record<FamilyName, string> = {
  lenet: '5',
  alexnet: 'g2',
  vgg: '16',
  googlenet: '1',
  resnet: '50',
  densenet: '121',
};

/** Another family in place of a net, as published. A list of layers that was open is closed. */
export function withFamily(state: ArchState, net: number, family: FamilyName): ArchState {
  const nets = state.nets.with(net, asPublished(family, USUAL[family]));
  return { ...state, nets, open: state.open?.net === net ? null : state.open };
}

/** Another variant, side or width of a net. All variants of a family have the same stages. */
export const withChoice = (state: ArchState, net: number, change: Partial<Omit<Choice, 'family'>>): ArchState => ({
  ...state,
  nets: state.nets.with(net, { ...(state.nets[net] as Choice), ...change }),
});

/** With a second net if there was one, without it if there were two. */
export function compared({ nets, scale, open }: ArchState): ArchState {
  const [first, second] = nets as [Choice, Choice?];
  if (second) return { nets: [first], scale: 'own', open: open?.net === 1 ? null : open };
  const other = first.family === 'resnet' ? asPublished('vgg', '16') : asPublished('resnet', '50');
  return { nets: [first, other], scale, open };
}

/** With the list of a stage's layers, or without any if it was open. */
export function toggled(state: ArchState, net: number, stage: number): ArchState {
  const isOpen = state.open?.net === net && state.open.stage === stage;
  return { ...state, open: isOpen ? null : { net, stage } };
}

/** The name of a net, with its multiplier unless that is 1. */
export function nameOf(choice: Choice): string {
  const { name } = variantOf(choice);
  return choice.width === 1 ? name : `${name} ×${choice.width}`;
}

/** Whether a net is as published. */
export const isPublished = ({ family, side, width }: Choice) => side === FAMILIES[family].side && width === 1;

const onGrid = (value: number, { min, max, step }: { min: number; max: number; step: number }) =>
  value >= min && value <= max && (value - min) % step === 0;

function parseChoice(text: string): Choice | null {
  const [name, variant = '', side, width, ...rest] = text.split(',');
  const family = FAMILY_NAMES.find((one) => one === name);
  if (!family || rest.length > 0 || !FAMILIES[family].variants.some(({ id }) => id === variant)) return null;
  const choice = { family, variant, side: Number(side || 'none'), width: Number(width || 'none') };
  return onGrid(choice.side, SIDE_RANGE) && onGrid(choice.width, WIDTH_RANGE) ? choice : null;
}

/** `vgg,16,224,1_resnet,50,224,1;own;0.5`: nets as family, variant, side, width; scale of the bars; open net and stage. */
export const archUrl: UrlFormat<ArchState> = {
  parameter: 'arch',
  format: ({ nets, scale, open }) =>
    [
      nets.map(({ family, variant, side, width }) => [family, variant, side, width].join(',')).join('_'),
      scale,
      open ? `${open.net}.${open.stage}` : '',
    ].join(';'),
  parse: (text) => {
    const [list = '', scale, opened = '', ...rest] = text.split(';');
    const parsed = list.split('_').map(parseChoice);
    const nets = parsed.filter((choice) => choice !== null);
    const sound =
      nets.length === parsed.length &&
      nets.length <= 2 &&
      rest.length === 0 &&
      (scale === 'own' || (scale === 'shared' && nets.length === 2));
    if (!sound) return null;
    if (opened === '') return { nets, scale, open: null };
    const [, net, stage] = /^([01])\.(\d)$/.exec(opened) ?? [];
    const choice = nets[Number(net ?? 'none')];
    if (!choice || Number(stage) >= stagesOf(choice).length) return null;
    return { nets, scale, open: { net: Number(net), stage: Number(stage) } };
  },
};
