import {
  EmptyState,
  Link,
  Loaded,
  PageHeader,
  Select,
  TextField,
  useFormat,
  useMay,
  useSearchValue,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { listedKinds } from '../../memos/memo.schema.ts'
import { ChosenStudy, useChosenStudy } from '../chosen-study.tsx'
import { Memos } from './memos.tsx'
import { useLiveMemos, useMemosOfStudy, type MemoListed } from './memos-data.ts'

/** Everything the team wrote about a study and what is in it, in one list. */
export function Page() {
  const t = useText()
  const { id } = useWorkspace()
  const mayExport = useMay('coding.export')
  const { studyId } = useChosenStudy()
  useLiveMemos()
  return (
    <>
      <PageHeader
        title={t('coding.memos.title')}
        lead={t('coding.memos.lead')}
        actions={
          mayExport &&
          studyId !== undefined && (
            <a
              className="py-2 text-accent underline underline-offset-3"
              href={`/api/w/${id}/studies/${studyId}/memos/file`}
              download
            >
              {t('coding.memos.file')}
            </a>
          )
        }
      />
      <ChosenStudy todo={t('coding.memos.none.todo')}>{(one) => <OneStudy studyId={one} />}</ChosenStudy>
    </>
  )
}

function OneStudy({ studyId }: { studyId: string }) {
  const query = useMemosOfStudy(studyId)
  return (
    <div className="flex flex-col gap-10">
      <Memos about={{ kind: 'study', id: studyId }} />
      <Loaded query={query}>
        {({ memos }) => <Everything memos={memos.filter(({ kind }) => kind !== 'study')} />}
      </Loaded>
    </div>
  )
}

function Everything({ memos }: { memos: readonly MemoListed[] }) {
  const t = useText()
  const [kind, choose] = useSearchValue('kind')
  const [words, search] = useSearchValue('words')
  const sought = (words ?? '').toLowerCase()
  const shown = memos.filter(
    (memo) =>
      (kind === undefined || kind === 'all' || memo.kind === kind) &&
      [memo.text, memo.about, memo.by ?? ''].some((text) => text.toLowerCase().includes(sought)),
  )
  const kinds = listedKinds.filter((one) => one !== 'study')
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold">{t('coding.memos.all')}</h2>
      <div className="grid max-w-2xl gap-4 sm:grid-cols-2" data-screen-only>
        <TextField label={t('coding.memos.search')} value={words ?? ''} onChange={search} type="search" />
        <Select
          label={t('coding.memos.about')}
          isRequired
          value={kind ?? 'all'}
          onChange={choose}
          options={['all', ...kinds].map((id) => ({ id, label: t(`coding.memos.kind.${id}`) }))}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('coding.memos.empty.title')}>{t('coding.memos.empty.todo')}</EmptyState>
      ) : (
        <ul className="flex flex-col gap-6">
          {shown.map((memo) => (
            <li key={memo.memoId ?? `${memo.utteranceId} ${memo.about}`}>
              <Listed memo={memo} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Listed({ memo }: { memo: MemoListed }) {
  const t = useText()
  const format = useFormat()
  const facts = [
    t(`coding.memos.kind.${memo.kind}`),
    ...(memo.by === null ? [] : [memo.by]),
    ...(memo.changedAt === null ? [] : [format.dateTime(memo.changedAt)]),
  ]
  return (
    <article className="max-w-prose">
      <h3 className={`font-medium wrap-anywhere ${memo.kind === 'passage' ? 'line-clamp-2 font-quote' : ''}`}>
        <Link href={usePlaceOf(memo)}>
          {memo.kind === 'passage' ? format.quoted(memo.about) : memo.about}
        </Link>
      </h3>
      <p dir="auto" className="my-1 wrap-anywhere whitespace-pre-line">
        {memo.text}
      </p>
      <p className="text-sm text-soft">{facts.join(' · ')}</p>
    </article>
  )
}

function usePlaceOf({ kind, aboutId, utteranceId }: MemoListed): string {
  const { id } = useWorkspace()
  if (kind === 'code') return `/w/${id}/codes/${aboutId}`
  if (kind === 'person') return `/w/${id}/people/${aboutId}`
  return `/w/${id}/interviews/${aboutId}${utteranceId === null ? '' : `?u=${utteranceId}`}`
}
