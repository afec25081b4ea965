import {
  Loaded,
  PageHeader,
  useGo,
  useSearchValue,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { draftOf } from './condition-draft.ts'
import { outcomeDraft } from './outcome-draft.ts'
import { useRuleWords } from './rule-words.tsx'
import { useCreateSet, useProposal, useTraits, type ProposalShown } from './segments-data.ts'
import { ruleDraft, type ReadSet, type SetDraft } from './set-draft.ts'
import { SetEditor, useFirstNames } from './set-editor.tsx'

export function Page() {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const [proposalId] = useSearchValue('proposal')
  const traits = useTraits()
  return (
    <>
      <PageHeader
        title={t('segments.new.title')}
        lead={t('segments.new.lead')}
        back={{ href: `/w/${workspaceId}/segments`, label: t('segments.title') }}
      />
      <Loaded query={traits}>
        {() => (proposalId === undefined ? <ByHand /> : <FromProposal proposalId={proposalId} />)}
      </Loaded>
    </>
  )
}

function ByHand() {
  const rules = [ruleDraft({ name: '', all: [] })]
  return <NewSet start={{ name: '', audience: [], outcome: outcomeDraft(null), rules }} />
}

function FromProposal({ proposalId }: { proposalId: string }) {
  const proposal = useProposal(proposalId)
  return <Loaded query={proposal}>{(shown) => <Adjust shown={shown} />}</Loaded>
}

function Adjust({ shown }: { shown: ProposalShown }) {
  const t = useText()
  const words = useRuleWords()
  const firstName = useFirstNames()
  const { outcome, result } = shown
  const start: SetDraft = {
    name: outcome === null ? t('segments.set.default') : words.outcome(outcome),
    audience: shown.audience.map((condition, index) => draftOf(condition, `audience ${index}`)),
    outcome: outcomeDraft(outcome),
    rules: (result?.segments ?? []).map(({ all }) => ruleDraft({ name: firstName(all), all })),
  }
  return <NewSet start={start} proposalId={shown.proposalId} />
}

function NewSet({ start, proposalId }: { start: SetDraft; proposalId?: string }) {
  const t = useText()
  const toast = useToast()
  const go = useGo()
  const { id: workspaceId } = useWorkspace()
  const create = useCreateSet()
  const save = (draft: SetDraft, { audience, outcome, rules }: ReadSet) => {
    const body = {
      name: draft.name.trim(),
      audience,
      outcome,
      ...(proposalId === undefined ? {} : { proposalId }),
      rules: draft.rules.map(({ name }, index) => ({
        name: name.trim(),
        all: rules[index] ?? [],
      })),
    }
    create.mutate(
      { path: { workspaceId }, body },
      {
        onSuccess: ({ name }) => {
          toast({ text: t('segments.saved', { name }) })
          go(`/w/${workspaceId}/segments`)
        },
      },
    )
  }
  return <SetEditor start={start} isPending={create.isPending} problem={create.error} onSave={save} />
}
