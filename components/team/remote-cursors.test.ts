import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readPosition } from './remote-cursors';

test('a position that an editor sent is read back', () => {
  const doc = new Y.Doc();
  const text = doc.getText('notes');
  text.insert(0, '가나다');
  for (const at of [0, 2, 3]) {
    const sent = JSON.stringify(Y.createRelativePositionFromTypeIndex(text, at));
    const read = readPosition(sent);
    expect(read && Y.createAbsolutePositionFromRelativePosition(read, doc)?.index).toBe(at);
  }
});

test.each(['', 'null', '7', '{}', '{"item":{"client":-1,"clock":0}}', '{"item":"x"}', '{"tname":"other"}', '[[]]'])(
  '%j is no position',
  (json) => {
    expect(readPosition(json)).toBeNull();
  },
);
