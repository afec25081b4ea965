import { useState } from 'react'
import { Button, Form, Loaded, TextArea, useMay, useText, useWorkspace } from '../../../../web/kit/index.ts'
import { MemoBox } from './memo-box.tsx'
import { useMemosAbout, useWriteMemo, type About } from './memos-data.ts'

/** What the team thinks of one thing, to read and to write on; what is written is kept while it is typed. */
export function Memos({ about }: { about: About }) {
  const t = useText()
  const mayRead = useMay('transcripts.read')
  if (!mayRead) return null
  return (
    <section aria-label={t('coding.memos')} className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold">{t('coding.memos')}</h2>
      <MemoList about={about} />
    </section>
  )
}

/** The same without a heading. */
export function MemoList({ about }: { about: About }) {
  const t = useText()
  const mayWrite = useMay('coding.write')
  const query = useMemosAbout(about)
  return (
    <Loaded query={query}>
      {({ memos }) => (
        <>
          {memos.length === 0 && <p className="text-sm text-soft">{t(`coding.memos.none.${about.kind}`)}</p>}
          {memos.map((memo) => (
            <MemoBox key={memo.memoId} memo={memo} />
          ))}
          {mayWrite && (
            <div data-screen-only>
              <NewMemo about={about} />
            </div>
          )}
        </>
      )}
    </Loaded>
  )
}

function NewMemo({ about }: { about: About }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const write = useWriteMemo()
  const [text, type] = useState('')
  return (
    <Form
      problem={write.error}
      onSubmit={async () => {
        await write.mutateAsync({ path: { workspaceId }, body: { about, text } })
        type('')
      }}
    >
      <TextArea label={t('coding.memos.new')} value={text} onChange={type} rows={3} maxLength={20_000} />
      <Button type="submit" isDisabled={text.trim() === ''} isPending={write.isPending}>
        {t('coding.memos.add')}
      </Button>
    </Form>
  )
}
