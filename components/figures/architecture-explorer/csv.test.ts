import { expect, test } from 'vitest';
import { toCsv } from './csv';
import { asPublished } from './families';
import { walk } from './walk';

test('the table of LeNet-5 as comma-separated values', () => {
  expect(toCsv(walk(asPublished('lenet', '5'))).split('\r\n')).toEqual([
    'stage,layer,operation,kernel,stride,padding,groups,height,width,channels,weights,biases,bn,parameters,macs,activation_bytes,receptive_field,jump',
    'C1–S2,C1,conv,5,1,0,1,28,28,6,150,6,0,156,117600,18816,5,1',
    'C1–S2,S2,avg,2,2,0,,14,14,6,0,0,0,0,0,4704,6,2',
    'C3–S4,C3,conv,5,1,0,1,10,10,16,2400,16,0,2416,240000,6400,14,2',
    'C3–S4,S4,avg,2,2,0,,5,5,16,0,0,0,0,0,1600,16,4',
    'C5,C5,fc,,,,,1,1,120,48000,120,0,48120,48000,480,32,4',
    'F6,F6,fc,,,,,1,1,84,10080,84,0,10164,10080,336,32,4',
    'output,output,fc,,,,,1,1,10,840,10,0,850,840,40,32,4',
    '',
  ]);
});

test('every line of a net with branches has as many cells as there are columns', () => {
  const lines = toCsv(walk(asPublished('googlenet', '1')))
    .trim()
    .split('\r\n');
  expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([18]));
  expect(lines.find((line) => line.includes(',3a concat,'))).toContain(',concat,,,,,28,28,256,');
});
