import { useEffect, useState } from 'react'
import {
  Button,
  Loaded,
  Notice,
  PageHeader,
  ProblemNotice,
  asProblem,
  useFormat,
  useGo,
  usePageParams,
  useText,
  useToast,
  useWorkspace,
  type Call,
} from '../../../web/kit/index.ts'
import { useChangeSet, useCreateSet, useSet, useTraits, type SetShown, type Sizes } from './segments-data.ts'
import { differences, setDraft, type ReadSet, type SetDraft } from './set-draft.ts'
import { SetEditor } from './set-editor.tsx'

export function Page() {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const { setId } = usePageParams('setId')
  const traits = useTraits()
  const set = useSet(setId)
  return (
    <>
      <PageHeader
        title={t('segments.change.title')}
        lead={t('segments.new.lead')}
        back={{ href: `/w/${workspaceId}/segments`, label: t('segments.title') }}
      />
      <Loaded query={traits}>
        {() => <Loaded query={set}>{(newest) => <ChangeSet newest={newest} />}</Loaded>}
      </Loaded>
    </>
  )
}

function ChangeSet({ newest }: { newest: SetShown }) {
  const t = useText()
  const toast = useToast()
  const go = useGo()
  const { id: workspaceId } = useWorkspace()
  const change = useChangeSet()
  // What was opened stays as it is while a newer version comes in behind it.
  const [opened, open] = useState(newest)
  const { setId } = opened
  const leave = ({ name }: { name: string }) => {
    toast({ text: t('segments.saved', { name }) })
    go(`/w/${workspaceId}/segments`)
  }
  const save = (draft: SetDraft, { audience, outcome, rules }: ReadSet, version = opened.version) =>
    change.mutate(
      {
        path: { workspaceId, setId },
        body: {
          version,
          name: draft.name.trim(),
          audience,
          outcome,
          rules: draft.rules.map(({ segmentId, name }, index) => ({
            ...(segmentId === undefined ? {} : { segmentId }),
            name: name.trim(),
            all: rules[index] ?? [],
          })),
        },
      },
      { onSuccess: leave },
    )
  const fault = change.error === null ? undefined : asProblem(change.error).id
  return (
    <SetEditor
      key={opened.version}
      start={setDraft(opened)}
      known={newest.version === opened.version ? sizesOf(newest) : undefined}
      isPending={change.isPending}
      problem={change.error}
      conflict={
        fault === 'not-found' && change.variables !== undefined ? (
          <Deleted mine={change.variables.body} onSaved={leave} />
        ) : fault === 'segments-changed' ? (
          <Conflict
            opened={opened}
            onTakeTheirs={(theirs) => {
              change.reset()
              open(theirs)
            }}
            onKeepMine={(theirs) => {
              const { variables } = change
              if (variables === undefined) return
              const body = { ...variables.body, version: theirs.version }
              const known = new Set<string>(theirs.segments.map(({ segmentId }) => segmentId))
              // A segment they removed comes back as a new one.
              const rules = body.rules.map(({ segmentId, ...rule }) =>
                segmentId !== undefined && known.has(segmentId) ? { segmentId, ...rule } : rule,
              )
              change.mutate({ ...variables, body: { ...body, rules } }, { onSuccess: leave })
            }}
          />
        ) : undefined
      }
      onSave={save}
    />
  )
}

const sizesOf = ({ audienceCount, segments, ...set }: SetShown): Sizes => ({
  ...set,
  audience: audienceCount,
  parts: segments,
})

type Written = Call<'PUT /api/w/{workspaceId}/segment-sets/{setId}'>['body']

/** What was written outlives the set it was written for. */
function Deleted({ mine, onSaved }: { mine: Written; onSaved: (set: { name: string }) => void }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const create = useCreateSet()
  const { name, audience, outcome } = mine
  const rules = mine.rules.map((rule) => ({ name: rule.name, all: rule.all }))
  return (
    <>
      {create.error && <ProblemNotice problem={create.error} />}
      <Notice
        look="error"
        takesFocus
        title={t('segments.gone')}
        action={
          <Button
            isPending={create.isPending}
            onPress={() =>
              create.mutate(
                { path: { workspaceId }, body: { name, audience, outcome, rules } },
                { onSuccess: onSaved },
              )
            }
          >
            {t('segments.gone.anew')}
          </Button>
        }
      >
        {t('segments.gone.todo')}
      </Notice>
    </>
  )
}

type ConflictProps = {
  opened: SetShown
  onTakeTheirs: (theirs: SetShown) => void
  onKeepMine: (theirs: SetShown) => void
}

function Conflict({ opened, onTakeTheirs, onKeepMine }: ConflictProps) {
  const { data: newest, refetch } = useSet(opened.setId)
  useEffect(() => void refetch(), [refetch])
  if (newest === undefined || newest.version === opened.version)
    return <Refresh again={() => void refetch()} />
  return <Changed opened={opened} newest={newest} onTakeTheirs={onTakeTheirs} onKeepMine={onKeepMine} />
}

function Refresh({ again }: { again: () => void }) {
  const t = useText()
  return (
    <Notice
      look="error"
      takesFocus
      title={t('segments.problem.segments-changed')}
      action={<Button onPress={again}>{t('segments.conflict.look')}</Button>}
    >
      {t('segments.problem.segments-changed.todo')}
    </Notice>
  )
}

function Changed(props: ConflictProps & { newest: SetShown }) {
  const { opened, newest, onTakeTheirs, onKeepMine } = props
  const t = useText()
  const format = useFormat()
  return (
    <Notice
      look="error"
      takesFocus
      title={t('segments.conflict', { who: newest.changedBy, ago: format.ago(newest.changedAt) })}
      action={
        <>
          <Button onPress={() => onTakeTheirs(newest)}>{t('segments.conflict.theirs')}</Button>
          <Button onPress={() => onKeepMine(newest)}>{t('segments.conflict.mine')}</Button>
        </>
      }
    >
      <ul className="list-disc pl-5">
        {differences(opened, newest).map(({ what, name }) => (
          <li key={`${what} ${name}`}>{t(`segments.conflict.${what}`, { name })}</li>
        ))}
      </ul>
    </Notice>
  )
}
