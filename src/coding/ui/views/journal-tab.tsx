import { useState } from 'react'
import {
  Badge,
  Button,
  ConfirmByTyping,
  EmptyState,
  Loaded,
  ProblemNotice,
  Section,
  TextArea,
  TextField,
  useFormat,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { SavingLine } from './saving-line.tsx'
import { useAutosave } from './use-autosave.ts'
import type { InStudy } from './view-page.tsx'
import { useBeginEntry, useChangeEntry, useJournal, useRemoveEntry, type EntryShown } from './views-data.ts'

/** A journal of one's own part in the study: private until an entry is shared. */
export function JournalTab({ studyId }: InStudy) {
  const t = useText()
  const journal = useJournal(studyId)
  return (
    <Loaded query={journal}>
      {({ items }) => {
        const shared = items.filter(({ isMine }) => !isMine)
        return (
          <>
            <Mine
              studyId={studyId}
              entries={items.filter(({ isMine }) => isMine)}
              reload={async () => (await journal.refetch()).data?.items ?? []}
            />
            {shared.length > 0 && (
              <Section title={t('coding.views.journal.shared')}>
                <ul className="flex flex-col gap-6">
                  {shared.map((entry) => (
                    <li key={entry.entryId}>
                      <Theirs entry={entry} />
                    </li>
                  ))}
                </ul>
              </Section>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

type Reload = () => Promise<readonly EntryShown[]>

function Mine(props: { studyId: string; entries: readonly EntryShown[]; reload: Reload }) {
  const { studyId, entries, reload } = props
  const t = useText()
  const mayCode = useMay('coding.write')
  const { id: workspaceId } = useWorkspace()
  const begin = useBeginEntry()
  return (
    <Section
      title={t('coding.views.journal.mine')}
      lead={t('coding.views.journal.lead')}
      actions={
        mayCode && (
          <Button
            icon="plus"
            isPending={begin.isPending}
            onPress={() => begin.mutate({ path: { workspaceId, studyId }, body: { on: today(), text: '' } })}
          >
            {t('coding.views.journal.begin')}
          </Button>
        )
      }
    >
      {begin.error && <ProblemNotice problem={begin.error} />}
      {entries.length === 0 && (
        <EmptyState title={t('coding.views.journal.none')}>{t('coding.views.journal.none.todo')}</EmptyState>
      )}
      <ul className="flex flex-col gap-8">
        {entries.map((entry) => (
          <li key={entry.entryId}>
            <Writing entry={entry} reload={reload} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The reader's own day, as dates are written in a form. */
const today = () => new Date().toLocaleDateString('sv-SE')

function Writing({ entry, reload }: { entry: EntryShown; reload: Reload }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const change = useChangeEntry()
  // Of its own, so that its refusal is not taken for one of the text.
  const turn = useChangeEntry()
  const path = { workspaceId, journalEntryId: entry.entryId }
  const saving = useAutosave({
    name: `journal.${entry.entryId}`,
    server: { text: entry.text, version: entry.version },
    refusal: 'entry-changed',
    save: (body) => change.mutateAsync({ path, body }),
    reload: async () => (await reload()).find(({ entryId }) => entryId === entry.entryId),
  })
  const isWaiting = saving.state !== 'saved'
  return (
    <article className="max-w-prose">
      {turn.error && <ProblemNotice problem={turn.error} />}
      <div className="mb-2 flex flex-wrap items-end justify-between gap-3">
        <TextField
          key={entry.on}
          type="date"
          label={t('coding.views.journal.on')}
          defaultValue={entry.on}
          isDisabled={isWaiting}
          isRequired
          onBlur={({ target }) => {
            if (!(target instanceof HTMLInputElement) || target.value === '' || target.value === entry.on)
              return
            turn.mutate({ path, body: { on: target.value, version: entry.version } })
          }}
        />
        <div className="flex flex-wrap items-center gap-2">
          {entry.isShared && <Badge look="accent">{t('coding.views.journal.is.shared')}</Badge>}
          <Button
            look="quiet"
            isDisabled={isWaiting}
            isPending={turn.isPending}
            onPress={() => turn.mutate({ path, body: { isShared: !entry.isShared, version: entry.version } })}
          >
            {t(entry.isShared ? 'coding.views.journal.unshare' : 'coding.views.journal.share')}
          </Button>
          <Remove entry={entry} />
        </div>
      </div>
      <TextArea
        label={t('coding.views.journal.text')}
        rows={5}
        maxLength={50_000}
        value={saving.text}
        onChange={saving.write}
        onBlur={saving.saveNow}
      />
      <SavingLine saving={saving} />
    </article>
  )
}

function Remove({ entry }: { entry: EntryShown }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const [isOpen, ask] = useState(false)
  const remove = useRemoveEntry()
  return (
    <>
      <Button look="quiet" onPress={() => ask(true)}>
        {t('kit.remove')}
      </Button>
      <ConfirmByTyping
        isOpen={isOpen}
        onClose={() => ask(false)}
        title={t('coding.views.journal.remove')}
        word={entry.on}
        confirmLabel={t('kit.remove')}
        isPending={remove.isPending}
        problem={remove.error}
        onConfirm={() =>
          remove.mutate(
            { path: { workspaceId, journalEntryId: entry.entryId } },
            { onSuccess: () => toast({ text: t('coding.views.journal.removed') }) },
          )
        }
      >
        {t('coding.views.journal.remove.what')}
      </ConfirmByTyping>
    </>
  )
}

function Theirs({ entry }: { entry: EntryShown }) {
  const format = useFormat()
  return (
    <article className="max-w-prose">
      <p className="text-sm text-soft">{[entry.who, format.date(entry.on)].join(' · ')}</p>
      <p className="whitespace-pre-line wrap-anywhere">{entry.text}</p>
    </article>
  )
}
