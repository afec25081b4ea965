import { useState } from 'react'
import {
  Button,
  Loaded,
  TextArea,
  useFormat,
  useMay,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { Rested } from './rested.tsx'
import { SavingLine } from './saving-line.tsx'
import { useAutosave } from './use-autosave.ts'
import { useSummaryHistory, useWriteSummary, type FrameworkCellShown } from './views-data.ts'

type Editing = {
  studyId: string
  place: { participantId: string; codeId: string }
  cell: FrameworkCellShown | undefined
  reload: () => Promise<FrameworkCellShown | undefined>
}

/** What a member writes of one participant under one theme; it saves itself. */
export function SummaryEditor({ studyId, place, cell, reload }: Editing) {
  const t = useText()
  const mayCode = useMay('coding.write')
  return (
    <div className="flex flex-col gap-3">
      {cell && cell.version > 0 && <Rested cell={cell} />}
      {mayCode ? (
        <Writing studyId={studyId} place={place} cell={cell} reload={reload} />
      ) : (
        <p className="whitespace-pre-line">{cell?.text || t('coding.views.summary.none')}</p>
      )}
      <History studyId={studyId} place={place} isThere={(cell?.version ?? 0) > 1} />
    </div>
  )
}

function Writing({ studyId, place, cell, reload }: Editing) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const write = useWriteSummary()
  const saving = useAutosave({
    name: `summary.${place.participantId}.${place.codeId}`,
    server: { text: cell?.text ?? '', version: cell?.version ?? 0 },
    refusal: 'summary-changed',
    save: (body) => write.mutateAsync({ path: { workspaceId, studyId, ...place }, body }),
    reload,
  })
  return (
    <>
      <TextArea
        label={t('coding.views.summary')}
        description={t('coding.views.summary.hint')}
        rows={4}
        maxLength={10_000}
        value={saving.text}
        onChange={saving.write}
        onBlur={saving.saveNow}
      />
      <SavingLine saving={saving} />
    </>
  )
}

function History({ studyId, place, isThere }: Pick<Editing, 'studyId' | 'place'> & { isThere: boolean }) {
  const t = useText()
  const format = useFormat()
  const [isOpen, show] = useState(false)
  const history = useSummaryHistory({ studyId, ...place }, isOpen)
  if (!isThere) return null
  if (!isOpen)
    return (
      <div>
        <Button look="quiet" onPress={() => show(true)}>
          {t('coding.views.summary.before')}
        </Button>
      </div>
    )
  return (
    <Loaded query={history}>
      {({ versions }) =>
        versions.length === 0 ? (
          <p className="text-sm text-soft">{t('coding.views.summary.before.none')}</p>
        ) : (
          <ol className="flex flex-col gap-3 text-sm">
            {versions.map(({ version, text, by, at }) => (
              <li key={version}>
                <p className="text-soft">
                  {[by ?? t('coding.history.somebody'), format.dateTime(at)].join(' · ')}
                </p>
                <p className="whitespace-pre-line wrap-anywhere">{text}</p>
              </li>
            ))}
          </ol>
        )
      }
    </Loaded>
  )
}
