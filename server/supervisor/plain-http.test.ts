import { expect, test } from 'vitest';
import { plainHttpWarning } from './plain-http';

test.each(['https://course.example.org', 'http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])(
  '%s needs no warning',
  (url) => {
    expect(plainHttpWarning(url)).toBeNull();
  },
);

test.each(['http://course.example.org', 'http://10.0.0.7:3000', 'http://127.0.0.1.example.org'])(
  '%s is warned about: no WebGPU there',
  (url) => {
    expect(plainHttpWarning(url)).toContain('no WebGPU');
  },
);
