import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';

/** From an exercise to what is said about it. */
export function DiscussExercise({ exercise }: { exercise: string }) {
  const t = useTranslations('report.discuss');
  return (
    <Link
      prefetch={false}
      href={`/threads?exercise=${encodeURIComponent(exercise)}`}
      className="text-accent underline underline-offset-2"
    >
      {t('exercise')}
    </Link>
  );
}
