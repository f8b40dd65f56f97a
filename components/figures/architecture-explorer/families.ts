import { denseNet } from './densenet';
import { googLeNet } from './googlenet';
import { type Stage, type Widen, widenBy } from './layers';
import { alexNet, leNet, vgg } from './plain-nets';
import { resNet } from './resnet';

/** Totals that others have published for a net as it is, in their words, and where. */
type Published = { parameters?: string; macs?: string; source: string };

/** One net of a family: its name, its stages at a width, published totals. */
type Variant = { id: string; name: string; stages: (wide: Widen) => Stage[]; published?: Published };

/** Nets of one design; `side` and `channels` are those of their input. */
type Family = { name: string; side: number; channels: number; variants: readonly Variant[] };

const vggPaper = (parameters: string): Published => ({ parameters, source: 'arXiv:1409.1556' });
const resPaper = (macs: string): Published => ({ macs, source: 'arXiv:1512.03385' });
const torchvision = (parameters: string, macs: string): Published => ({ parameters, macs, source: 'torchvision' });

export const FAMILIES = {
  lenet: {
    name: 'LeNet-5',
    side: 32,
    channels: 1,
    variants: [
      { id: '5', name: 'LeNet-5', stages: leNet, published: { parameters: '60 k', source: 'LeCun et al. 1998' } },
    ],
  },
  alexnet: {
    name: 'AlexNet',
    side: 227,
    channels: 3,
    variants: [
      {
        id: 'g2',
        name: 'AlexNet (g = 2)',
        stages: (wide) => alexNet(wide, 2),
        published: { parameters: '60 M', source: 'Krizhevsky et al. 2012' },
      },
      { id: 'g1', name: 'AlexNet (g = 1)', stages: (wide) => alexNet(wide, 1) },
    ],
  },
  vgg: {
    name: 'VGG',
    side: 224,
    channels: 3,
    variants: [
      { id: '11', name: 'VGG-11', stages: (wide) => vgg(wide, 11), published: vggPaper('133 M') },
      { id: '13', name: 'VGG-13', stages: (wide) => vgg(wide, 13), published: vggPaper('133 M') },
      { id: '16', name: 'VGG-16', stages: (wide) => vgg(wide, 16), published: vggPaper('138 M') },
      { id: '19', name: 'VGG-19', stages: (wide) => vgg(wide, 19), published: vggPaper('144 M') },
    ],
  },
  googlenet: {
    name: 'GoogLeNet',
    side: 224,
    channels: 3,
    variants: [
      { id: '1', name: 'GoogLeNet', stages: googLeNet, published: { macs: '1.5 G', source: 'arXiv:1409.4842' } },
    ],
  },
  resnet: {
    name: 'ResNet',
    side: 224,
    channels: 3,
    variants: [
      { id: '18', name: 'ResNet-18', stages: (wide) => resNet(wide, 18, 'v1'), published: resPaper('1.8 G') },
      { id: '34', name: 'ResNet-34', stages: (wide) => resNet(wide, 34, 'v1'), published: resPaper('3.6 G') },
      { id: '50v1', name: 'ResNet-50 v1', stages: (wide) => resNet(wide, 50, 'v1'), published: resPaper('3.8 G') },
      {
        id: '50',
        name: 'ResNet-50 v1.5',
        stages: (wide) => resNet(wide, 50, 'v1.5'),
        published: torchvision('25,557,032', '4.09 G'),
      },
      { id: '101v1', name: 'ResNet-101 v1', stages: (wide) => resNet(wide, 101, 'v1'), published: resPaper('7.6 G') },
      {
        id: '101',
        name: 'ResNet-101 v1.5',
        stages: (wide) => resNet(wide, 101, 'v1.5'),
        published: torchvision('44,549,160', '7.80 G'),
      },
      { id: '152v1', name: 'ResNet-152 v1', stages: (wide) => resNet(wide, 152, 'v1'), published: resPaper('11.3 G') },
      {
        id: '152',
        name: 'ResNet-152 v1.5',
        stages: (wide) => resNet(wide, 152, 'v1.5'),
        published: torchvision('60,192,808', '11.51 G'),
      },
    ],
  },
  densenet: {
    name: 'DenseNet',
    side: 224,
    channels: 3,
    variants: [
      {
        id: '121',
        name: 'DenseNet-121',
        stages: (wide) => denseNet(wide, 121),
        published: torchvision('7,978,856', '2.83 G'),
      },
      {
        id: '169',
        name: 'DenseNet-169',
        stages: (wide) => denseNet(wide, 169),
        published: torchvision('14,149,480', '3.36 G'),
      },
      {
        id: '201',
        name: 'DenseNet-201',
        stages: (wide) => denseNet(wide, 201),
        published: torchvision('20,013,928', '4.29 G'),
      },
    ],
  },
} as const satisfies Record<string, Family>;

export type FamilyName = keyof typeof FAMILIES;
export const FAMILY_NAMES = Object.keys(FAMILIES) as FamilyName[];

/** A net that is looked at: which, the side of its input, and the multiplier of its widths. */
export type Choice = { family: FamilyName; variant: string; side: number; width: number };

/** The net of a choice. Throws for a variant that its family does not have. */
export function variantOf({ family, variant }: Choice): Variant {
  const variants: readonly Variant[] = FAMILIES[family].variants;
  const found = variants.find(({ id }) => id === variant);
  if (!found) throw new Error(`${FAMILIES[family].name} has no variant ${variant}`);
  return found;
}

export const stagesOf = (choice: Choice): Stage[] => variantOf(choice).stages(widenBy(choice.width));

/** A net as published: its own input, width 1. */
export const asPublished = (family: FamilyName, variant: string): Choice => ({
  family,
  variant,
  side: FAMILIES[family].side,
  width: 1,
});
