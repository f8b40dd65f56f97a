import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import en from '@/messages/en.json';
import ko from '@/messages/ko.json';
import { activationsOf, LAYERS } from './net';
import { EMPTY, imageOf, mapsInitial, withLayer } from './state';
import { AT_REST, MapsView } from './view';

test.each(LAYERS)(
  '%s is drawn in both languages, for an example and for an own image, with no word missing',
  (layer) => {
    for (const messages of [en, ko]) {
      for (const source of [mapsInitial.source, EMPTY]) {
        const state = { ...withLayer(mapsInitial, layer), source };
        const markup = renderToStaticMarkup(
          <MapsView
            texts={messages.figures['feature-maps']}
            state={state}
            activations={activationsOf(imageOf(source))}
            parts={AT_REST}
          />,
        );
        expect(markup).not.toMatch(/undefined|NaN|\{\w+\}/);
        expect(markup).toContain(messages.figures['feature-maps'][layer]);
      }
    }
  },
);
