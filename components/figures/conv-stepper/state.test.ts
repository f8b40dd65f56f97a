import { expect, test } from 'vitest';
import { pictureOf } from './picture';
import {
  type ConvState,
  changed,
  channelsRead,
  convInitial,
  convUrl,
  groupsFor,
  notesLayer,
  parseWeight,
} from './state';

const own: ConvState = {
  ...convInitial,
  picture: pictureOf('ramp', 6),
  n: 6,
  cin: 4,
  cout: 2,
  groups: 2,
  kernel: [0.0625, -1.5, 0, 9],
  stride: 2,
  pad: 1,
  dilation: 3,
  flip: true,
  at: 8,
  inChannel: 3,
  outChannel: 1,
};

test.each([convInitial, notesLayer, own])('settings survive the way through the address', (state) => {
  expect(convUrl.parse(convUrl.format(state))).toEqual(state);
});

test.each([
  '',
  'letter;4;1,1,1;1;1,0,1;corr;0,0,0',
  'cat;7;1,1,1;1;1,0,1;corr;0,0,0',
  'letter;7;5,1,1;1;1,0,1;corr;0,0,0',
  'letter;7;2,1,2;1;1,0,1;corr;0,0,0',
  'letter;7;1,1,1;1,2;1,0,1;corr;0,0,0',
  'letter;7;1,1,1;10;1,0,1;corr;0,0,0',
  'letter;7;1,1,1;;1,0,1;corr;0,0,0',
  'letter;7;1,1,1;1;0,0,1;corr;0,0,0',
  'letter;7;1,1,1;1;1,0,1;both;0,0,0',
  'letter;7;1,1,1;1;1,0,1;corr;49,0,0',
  'letter;7;2,2,2;1;1,0,1;corr;0,0,1',
])('nonsense in the address is not taken: %s', (text) => {
  expect(convUrl.parse(text)).toBeNull();
});

test('groups must divide both numbers of channels, and each output reads its own group', () => {
  expect(groupsFor(4, 2)).toEqual([1, 2]);
  expect(groupsFor(3, 4)).toEqual([1]);
  expect(channelsRead(own, 0)).toEqual([0, 1]);
  expect(channelsRead(own, 1)).toEqual([2, 3]);
});

test('a change takes along what depends on it', () => {
  expect(changed(own, { cin: 3 })).toMatchObject({ groups: 1, inChannel: 2 });
  expect(changed(own, { outChannel: 0 }).inChannel).toBe(0);
  expect(changed(own, { inChannel: 0 }).outChannel).toBe(0);
  expect(changed({ ...convInitial, at: 24 }, { stride: 2 }).at).toBe(8);
  expect(changed(own, { n: 9 }).picture).toHaveLength(81);
  expect(changed(convInitial, { dilation: 3, n: 5 }).at).toBe(0);
});

test.each([
  ['-1', -1],
  ['−0.5', -0.5],
  ['0,25', 0.25],
  ['40', 9],
  ['0.33333', 0.3333],
  ['', null],
  ['-', null],
  ['a', null],
])('the typed weight "%s" is %s', (text, value) => {
  expect(parseWeight(text)).toBe(value);
});
