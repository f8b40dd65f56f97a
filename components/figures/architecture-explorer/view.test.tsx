import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import en from '@/messages/en.json';
import ko from '@/messages/ko.json';
import { asPublished, FAMILIES, FAMILY_NAMES, stagesOf } from './families';
import { type ArchState, archInitial } from './state';
import { ArchView } from './view';

const drawn = (state: ArchState, messages = en) =>
  renderToStaticMarkup(<ArchView texts={messages.figures['architecture-explorer']} state={state} code={null} />);
const textOf = (markup: string) => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('the first frame says where VGG-16 and ResNet-50 have their parameters and MACs, and has no control that is on', () => {
  const markup = drawn(archInitial);
  const text = textOf(markup);
  expect(text).toContain('VGG-16 on 224×224: 138,357,544 parameters, 89.4 % of them in fc6–8');
  expect(text).toContain('5.41 times the parameters, 3.78 times the MACs');
  expect(text).toContain('102,764,544');
  expect(markup.match(/<(button|input|select)\b[^>]*>/g)?.filter((tag) => !tag.includes('disabled'))).toEqual([]);
});

const SWEEP = FAMILY_NAMES.flatMap((family) =>
  FAMILIES[family].variants.flatMap(({ id, name }) => [
    { name, choice: asPublished(family, id) },
    { name: `${name} on 8×8`, choice: { ...asPublished(family, id), side: 8 } },
  ]),
);

test.each(SWEEP)('$name is drawn in both languages with no number and no word missing', ({ choice }) => {
  const nets = [archInitial.nets[0] as typeof choice, choice];
  for (const [messages, stage] of [
    [en, 1],
    [ko, stagesOf(choice).length - 1],
  ] as const) {
    const markup = drawn({ nets, scale: 'shared', open: { net: 1, stage } }, messages);
    expect(markup).not.toMatch(/NaN|undefined|Infinity|\{\w+\}/);
  }
});

test('a net that its input is too small for says where it ends and what it needs', () => {
  const text = textOf(drawn({ nets: [{ ...asPublished('vgg', '16'), side: 31 }], scale: 'own', open: null }));
  expect(text).toContain('VGG-16 does not take 31×31: at pool5 only 1×1 is left');
  expect(text).toContain('The smallest input is 32×32.');
});
