import { expect, test } from 'vitest';
import { entriesIn, VIEWS } from './entries';
import { inView, timelineInitial, timelineUrl, walked } from './state';

test.each(VIEWS)('every entry of the view %s survives the way through the address', (view) => {
  for (const { id } of entriesIn(view)) {
    expect(timelineUrl.parse(timelineUrl.format({ view, entry: id }))).toEqual({ view, entry: id });
  }
});

test.each(['', 'year', 'year;lenet', 'depth;senet', 'area;vgg', 'year;vgg;1'])(
  'nonsense in the address is not taken: "%s"',
  (text) => {
    expect(timelineUrl.parse(text)).toBeNull();
  },
);

test.each(VIEWS)('in the view %s one walks from the first entry to the last and no further', (view) => {
  const entries = entriesIn(view);
  let state = walked({ view, entry: 'alexnet' }, -entries.length);
  const seen = entries.map(() => {
    const { entry } = state;
    state = walked(state, 1);
    return entry;
  });
  expect(seen).toEqual(entries.map(({ id }) => id));
  expect(state.entry).toBe(entries.at(-1)?.id);
});

test('an entry stays chosen in another view when it is drawn there', () => {
  expect(inView({ view: 'year', entry: 'vgg' }, 'depth')).toEqual({ view: 'depth', entry: 'vgg' });
  expect(inView({ view: 'year', entry: 'senet' }, 'depth')).toEqual({ ...timelineInitial, view: 'depth' });
});
