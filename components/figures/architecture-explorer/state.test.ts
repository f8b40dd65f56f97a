import { expect, test } from 'vitest';
import { asPublished, FAMILIES, FAMILY_NAMES, stagesOf } from './families';
import { archInitial, archUrl, compared, nameOf, toggled, withChoice, withFamily } from './state';

const one = compared(archInitial);

test.each([
  archInitial,
  one,
  { ...archInitial, scale: 'shared' as const, open: { net: 1, stage: 0 } },
  { ...one, nets: [{ ...asPublished('densenet', '201'), side: 512, width: 0.25 }], open: { net: 0, stage: 8 } },
])('settings survive the way through the address', (state) => {
  expect(archUrl.parse(archUrl.format(state))).toEqual(state);
});

test.each([
  '',
  'vgg,16,224,1',
  'vgg,17,224,1;own;',
  'unet,16,224,1;own;',
  'vgg,16,7,1;own;',
  'vgg,16,224.5,1;own;',
  'vgg,16,,1;own;',
  'vgg,16,224,0.3;own;',
  'vgg,16,224,1,1;own;',
  'vgg,16,224,1;shared;',
  'vgg,16,224,1;own;0.6',
  'vgg,16,224,1;own;1.0',
  'vgg,16,224,1;own;;',
  'vgg,16,224,1_vgg,16,224,1_vgg,16,224,1;own;',
])('nonsense in the address is not taken: %s', (text) => {
  expect(archUrl.parse(text)).toBeNull();
});

test('another family comes as published, and closes its list of layers and no other', () => {
  const small = withChoice(archInitial, 0, { side: 100, width: 0.5 });
  expect(withFamily(small, 0, 'lenet')).toMatchObject({ nets: [{ side: 32, width: 1 }, {}], open: null });
  expect(withFamily(small, 1, 'lenet').open).toEqual({ net: 0, stage: 5 });
});

test('without the second net its list and the common scale go', () => {
  const state = { ...archInitial, scale: 'shared' as const, open: { net: 1, stage: 2 } };
  expect(compared(state)).toEqual({ nets: [archInitial.nets[0]], scale: 'own', open: null });
  expect(compared(one).nets).toHaveLength(2);
});

test('pressing an open stage closes it', () => {
  expect(toggled(archInitial, 0, 5).open).toBeNull();
  expect(toggled(archInitial, 1, 5).open).toEqual({ net: 1, stage: 5 });
});

test('a width that is not 1 stands in the name', () => {
  expect(nameOf({ ...asPublished('vgg', '16'), width: 0.5 })).toBe('VGG-16 ×0.5');
  expect(nameOf(asPublished('resnet', '50v1'))).toBe('ResNet-50 v1');
});

test.each(FAMILY_NAMES)('all variants of %s have the same stages', (family) => {
  const names = FAMILIES[family].variants.map(({ id }) => stagesOf(asPublished(family, id)).map(({ name }) => name));
  expect(new Set(names.map(String)).size).toBe(1);
});
