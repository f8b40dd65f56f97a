'use client';

import { useTranslations } from 'next-intl';
import { CodeLines } from '@/components/discussion/code-lines';
import type { Comments, CommentThread } from '@/contracts/comment';
import { CommentField } from './comment-field';
import { CommentItem } from './comment-item';
import { sendComment } from './comments-api';

/** What is said on lines of a submission, line by line, each with its code and a field to answer. */
export function CommentThreads({
  submission,
  source,
  comments: { comments, may },
  onChange,
}: {
  submission: string;
  source: string;
  comments: Comments;
  onChange(comments: Comments): void;
}) {
  const t = useTranslations('report.comments');
  return (
    <ol className="space-y-6">
      {comments.map((root) => (
        <li key={root.id} data-comment={root.id} className="rounded-md border border-line p-4">
          <h4 className="mb-2 text-sm font-semibold">
            {t(root.from === root.to ? 'line' : 'lines', { from: root.from, to: root.to })}
          </h4>
          <CodeLines source={linesOf(source, root)} first={root.from} />
          <ol className="mt-3 space-y-3">
            {[root, ...root.answers].map((comment) => (
              <CommentItem
                key={comment.id}
                {...{ submission, comment, onChange }}
                // Staff begin, and their words may open later for the learner.
                mayHoldSolution={may.begin}
              />
            ))}
          </ol>
          {may.answer && (
            <details className="mt-3">
              <summary className="cursor-pointer text-sm text-accent">{t('answer')}</summary>
              <div className="mt-2">
                <CommentField
                  place={root.id}
                  label={t('answerLabel', { from: root.from, to: root.to })}
                  action={t('sendAnswer')}
                  mayHoldSolution={may.begin}
                  onSend={async (written) =>
                    onChange(await sendComment(submission, { ...written, on: { answerTo: root.id } }))
                  }
                />
              </div>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

function linesOf(source: string, { from, to }: CommentThread): string {
  return source
    .split('\n')
    .slice(from - 1, to)
    .join('\n');
}
