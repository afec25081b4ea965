import { Button } from '../button.tsx'
import { CopyOnce } from '../copy-once.tsx'
import { Banner, Notice, ProblemNotice } from '../notice.tsx'
import { Section } from '../page-header.tsx'
import { ProblemError } from '../problem.ts'

const network = new ProblemError({ id: 'network', status: 0, title: '', detail: '' })

/** What the page says by itself. */
export function GalleryNotices() {
  return (
    <Section title="Saying">
      <div className="flex flex-col gap-3">
        <Banner look="warning">All of this is invented.</Banner>
        <Notice title="Counted on half of the people" action={<Button>Count all</Button>}>
          The other half checks that the rule holds for people it was not made from.
        </Notice>
        <Notice look="warning" title="duration is known only after the call">
          A rule that uses it cannot choose whom to call.
        </Notice>
        <Notice look="good" title="4,119 people are in." />
        <ProblemNotice problem={network} onRetry={() => undefined} />
        <CopyOnce label="Write key" secret="sk_5f0c2b7e9d1a4c3f8b6e" />
      </div>
    </Section>
  )
}
