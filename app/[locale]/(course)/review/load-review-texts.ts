import { getMessages } from 'next-intl/server';
import type { ReviewTexts } from '@/components/review/review-texts';
import type en from '@/messages/en.json';

/** What the review's client components say, in the language of the request. */
export async function loadReviewTexts(): Promise<ReviewTexts> {
  return ((await getMessages()) as typeof en).site.review;
}
