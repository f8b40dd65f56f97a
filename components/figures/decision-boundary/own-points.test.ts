import { describe, expect, test } from 'vitest';
import { fromCsv, hasBothClasses, nearestPoint, type OwnPoint, packPoints, toCsv, unpackPoints } from './own-points';

const POINTS: OwnPoint[] = [
  { x: -1.1, y: 1.1, label: 0 },
  { x: 0.25, y: -0.4, label: 1 },
];

test('points survive an address and a CSV to a hundredth', () => {
  expect(packPoints(POINTS)).toMatch(/^[01a-z0-9]{10}$/);
  for (const back of [unpackPoints(packPoints(POINTS)), (fromCsv(toCsv(POINTS)) as { points: OwnPoint[] }).points]) {
    back?.forEach((point, i) => {
      expect(point.label).toBe(POINTS[i]?.label);
      expect(point.x).toBeCloseTo(POINTS[i]?.x as number, 9);
      expect(point.y).toBeCloseTo(POINTS[i]?.y as number, 9);
    });
  }
});

test.each(['2aaaa', '0aaa', '0AAAA', '0zzzz', '0aaaa'.repeat(201)])('%s is no points', (text) => {
  expect(unpackPoints(text)).toBeNull();
});

test('a single class is nothing to tell apart', () => {
  expect(hasBothClasses(POINTS)).toBe(true);
  expect(hasBothClasses(POINTS.slice(1))).toBe(false);
});

test('the nearest point is found within its radius only', () => {
  expect(nearestPoint(POINTS, 0.2, -0.4, 0.1)).toBe(1);
  expect(nearestPoint(POINTS, 0, 0, 0.1)).toBe(-1);
  expect(nearestPoint([], 0, 0, 9)).toBe(-1);
});

describe('CSV', () => {
  test('takes a heading, tabs, semicolons, blank lines and names of classes', () => {
    expect(fromCsv('x;y;class\r\n\r\n0.5;1;cat\n-0.5\t0\tdog\n')).toEqual({
      points: [
        { x: 0.5, y: 1, label: 0 },
        { x: -0.5, y: 0, label: 1 },
      ],
      isScaled: false,
    });
  });

  test('0 and 1 are themselves, whichever comes first', () => {
    expect(fromCsv('0,0,1\n0,1,0')).toMatchObject({ points: [{ label: 1 }, { label: 0 }] });
  });

  test('stretches what lies outside the plane, axis by axis', () => {
    expect(fromCsv('10,5,a\n30,5,b\n20,5,a')).toEqual({
      points: [
        { x: -1, y: 0, label: 0 },
        { x: 1, y: 0, label: 1 },
        { x: 0, y: 0, label: 0 },
      ],
      isScaled: true,
    });
  });

  test.each([
    ['1,2', { problem: 'columns', line: 1 }],
    ['0,0,a\n0,x,b', { problem: 'number', line: 2 }],
    ['0,0,a\n,0,b', { problem: 'number', line: 2 }],
    ['0,Infinity,a', { problem: 'number', line: 1 }],
    ['0,0,a\n0,1,b\n1,1,c', { problem: 'classes', line: 3 }],
    ['0,0,', { problem: 'classes', line: 1 }],
    ['', { problem: 'few' }],
    ['0,0,a\n1,1,a', { problem: 'few' }],
    [Array.from({ length: 201 }, (_, i) => `0,0,${i % 2}`).join('\n'), { problem: 'many', count: 201 }],
  ])('%j is refused by name', (text, problem) => {
    expect(fromCsv(text)).toEqual(problem);
  });
});
