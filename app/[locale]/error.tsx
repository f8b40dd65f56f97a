'use client';

import { useShellTexts } from '@/components/site/shell-texts';
import { Button } from '@/components/ui/button';

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const { failure } = useShellTexts();
  return (
    <div className="mx-auto flex w-full max-w-measure flex-col items-start gap-5 px-4 py-24 sm:px-6">
      <h1 className="text-2xl">{failure.title}</h1>
      <p>{failure.text}</p>
      <Button tone="primary" onClick={reset}>
        {failure.again}
      </Button>
    </div>
  );
}
