import { useState } from 'react'
import {
  Button,
  EmptyState,
  Fresh,
  Loaded,
  PageHeader,
  ProblemNotice,
  Section,
  useGo,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { conditionOf, type ConditionDraft } from './condition-draft.ts'
import { ConditionList, useTypes } from './condition-editor.tsx'
import { outcomeOf } from './outcome-draft.ts'
import { OutcomeField } from './outcome-field.tsx'
import { useAskProposal, usePreview, useTraits } from './segments-data.ts'
import { Size } from './size-cell.tsx'

/** Whom to look at, and what should be told apart. */
export function Page() {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const traits = useTraits()
  return (
    <>
      <PageHeader
        title={t('segments.find.title')}
        lead={t('segments.find.lead')}
        back={{ href: `/w/${workspaceId}/segments`, label: t('segments.title') }}
      />
      <Loaded query={traits}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={t('segments.no.traits')}
              action={<Button href={`/w/${workspaceId}/imports`}>{t('segments.no.traits.do')}</Button>}
            >
              {t('segments.no.traits.todo')}
            </EmptyState>
          ) : (
            <Question />
          )
        }
      </Loaded>
    </>
  )
}

function Question() {
  const t = useText()
  const go = useGo()
  const { id: workspaceId } = useWorkspace()
  const types = useTypes()
  const ask = useAskProposal()
  const [drafts, write] = useState<ConditionDraft[]>([])
  const [outcomeDraft, choose] = useState({ column: '', value: '' })
  const conditions = drafts.map((draft) =>
    conditionOf(draft, draft.kind === 'trait' ? types.get(draft.trait) : undefined),
  )
  const audience = conditions.filter((condition) => condition !== null)
  const outcome = outcomeOf(outcomeDraft, types.get(outcomeDraft.column))
  const isReady = outcome !== undefined && audience.length === conditions.length
  const { sizes } = usePreview({ audience, rules: [], outcome: outcome ?? null })
  const start = () =>
    ask.mutate(
      { path: { workspaceId }, body: { audience, outcome: outcome ?? null } },
      { onSuccess: ({ proposalId }) => go(`/w/${workspaceId}/segments/proposals/${proposalId}`) },
    )
  return (
    <div className="max-w-3xl">
      <Section title={t('segments.outcome.title')} lead={t('segments.outcome.lead')}>
        <OutcomeField draft={outcomeDraft} onChange={choose} />
      </Section>
      <Section title={t('segments.audience')} lead={t('segments.audience.lead')}>
        <ConditionList drafts={drafts} onChange={write} />
        {sizes && (
          <>
            <p aria-live="polite" className="mt-4 text-soft">
              {t('segments.audience.size')}{' '}
              <Size people={sizes.audience.people} minimum={sizes.minimum} isExact={sizes.audience.isExact} />
            </p>
            <Fresh at={sizes.asOf} />
          </>
        )}
      </Section>
      <div className="mt-10 flex flex-col items-start gap-4">
        {ask.error && <ProblemNotice problem={ask.error} />}
        <Button look="primary" isDisabled={!isReady} isPending={ask.isPending} onPress={start}>
          {t('segments.find.start')}
        </Button>
        <p className="max-w-prose text-sm text-soft">{t('segments.find.time')}</p>
      </div>
    </div>
  )
}
