import { expect, test } from 'vitest';
import { inlineScriptSources } from './inline-scripts';

// sha256 of `alert(1)`, by `printf 'alert(1)' | openssl dgst -sha256 -binary | base64`.
const alert1 = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";

test('an inline script is hashed as the browser sees it', () => {
  expect(inlineScriptSources('<p>x</p><script>alert(1)</script>')).toEqual([alert1]);
});

test('attributes do not matter, files are left out, repetitions count once', () => {
  const html = '<script id="a">alert(1)</script><script src="/x.js" async=""></script><script>alert(1)</script>';
  expect(inlineScriptSources(html)).toEqual([alert1]);
});

test('white space and Korean belong to the hash', () => {
  const sources = inlineScriptSources('<script>alert(1)</script><script>alert(1) </script><script>"가"</script>');
  expect(new Set(sources).size).toBe(3);
});
