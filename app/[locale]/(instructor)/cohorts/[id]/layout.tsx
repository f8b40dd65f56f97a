import { CohortNav } from '@/components/instructor/cohort-nav';

type Props = { params: Promise<{ id: string }>; children: React.ReactNode };

export default async function CohortLayout({ params, children }: Props) {
  return (
    <>
      <CohortNav cohort={(await params).id} />
      {children}
    </>
  );
}
