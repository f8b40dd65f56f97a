'use client';

import { useId, useState } from 'react';
import { refreshMe } from '@/components/session/me-store';
import { Button } from '@/components/ui/button';
import type { ReviewInput } from '@/contracts/learning';
import type { ReviewTexts } from './review-texts';

type Rating = ReviewInput['rating'];
const RATINGS: Rating[] = ['hard', 'good', 'easy'];

async function put(input: ReviewInput): Promise<boolean> {
  try {
    const response = await fetch('/api/reviews', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/** After a right answer: how hard it was. It counts as Good until the reader says otherwise. */
export function RateAnswer({ id, texts }: { id: string; texts: ReviewTexts }) {
  const [rating, setRating] = useState<Rating>('good');
  const [failed, setFailed] = useState(false);
  const name = useId();
  const rate = async (wanted: Rating) => {
    const ok = await put({ id, rating: wanted });
    setFailed(!ok);
    if (!ok) return;
    setRating(wanted);
    void refreshMe();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend does not stand in line with its buttons
    <div role="group" aria-labelledby={name} className="flex flex-wrap items-center gap-2">
      <span id={name} className="mr-2 text-sm">
        {texts.howHard}
      </span>
      {RATINGS.map((one) => (
        <Button key={one} size="small" aria-pressed={one === rating} onClick={() => rate(one)}>
          {one === rating && '✓ '}
          {texts.rating[one]}
        </Button>
      ))}
      {failed && <span className="text-sm text-muted">{texts.notKept}</span>}
    </div>
  );
}
