import { useState } from 'react'
import {
  Button,
  ComboBox,
  EmptyState,
  Loaded,
  Notice,
  PageHeader,
  Select,
  Switch,
  useSearchValue,
  useFormat,
  useText,
  useWorkspace,
  type Answer,
} from '../../../web/kit/index.ts'
import { TermsTable } from './terms-table.tsx'
import { WordQuotesPanel } from './word-quotes-panel.tsx'
import { useChoices, useWords, type Whose, type WordsShown } from './words-data.ts'

type Choices = Answer<'GET /api/w/{workspaceId}/words/choices'>

/** What a segment, the people under a code or those of a study say more than the others, and where they said it. */
export function Page() {
  const t = useText()
  const choices = useChoices()
  return (
    <>
      <PageHeader title={t('words.title')} lead={t('words.lead')} />
      <Loaded query={choices}>{(found) => <Chooser choices={found} />}</Loaded>
    </>
  )
}

function Chooser({ choices }: { choices: Choices }) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const [asked, ask] = useSearchValue('of')
  const [language, speak] = useSearchValue('language')
  const [stem, look] = useSearchValue('word')
  const [isShowingAll, showAll] = useState(false)
  const options = optionsOf(choices, t)
  const whose = whoseOf(asked ?? options[0]?.id)
  const words = useWords(whose, language)
  if (whose === undefined)
    return (
      <EmptyState
        title={t('words.empty.title')}
        action={<Button href={`/w/${id}/studies`}>{t('words.empty.open')}</Button>}
      >
        {t('words.empty.todo')}
      </EmptyState>
    )
  return (
    <>
      <div className="mb-8 grid items-end gap-4 md:grid-cols-[minmax(0,24rem)_12rem_auto]">
        <ComboBox
          key={`${whose.kind}:${whose.id}`}
          label={t('words.whose')}
          options={options}
          value={`${whose.kind}:${whose.id}`}
          onChange={ask}
          isRequired
        />
        {words.data && words.data.languages.length > 0 && (
          <Select
            label={t('words.language')}
            isRequired
            options={words.data.languages.map((one) => ({
              id: one.language,
              label: format.language(one.language),
            }))}
            value={words.data.language}
            onChange={speak}
          />
        )}
        <Switch isSelected={isShowingAll} onChange={showAll}>
          {t('words.show.little')}
        </Switch>
      </div>
      <Loaded query={words}>
        {(found) => <Found words={found} whose={whose} stem={stem} look={look} isShowingAll={isShowingAll} />}
      </Loaded>
    </>
  )
}

type FoundProps = {
  words: WordsShown
  whose: Whose
  stem: string | undefined
  look: (stem: string | undefined) => void
  isShowingAll: boolean
}

function Found({ words, whose, stem, look, isShowingAll }: FoundProps) {
  const t = useText()
  const shown = words.terms.filter((term) => isShowingAll || !term.isFunctionWord)
  const open = words.terms.find((term) => term.stem === stem)
  return (
    <div className="flex flex-col gap-6">
      <Honesty words={words} whose={whose} />
      {words.state !== 'compared' ? (
        <EmptyState title={t(words.state === 'nothing said' ? 'words.silent.title' : 'words.alone.title')}>
          {t(words.state === 'nothing said' ? 'words.silent.todo' : 'words.alone.todo')}
        </EmptyState>
      ) : (
        <div className={`grid items-start gap-10 ${open ? 'lg:grid-cols-[minmax(0,1fr)_22rem]' : ''}`}>
          <TermsTable words={words} terms={shown} stem={stem} look={look} />
          {open && (
            <WordQuotesPanel
              key={open.stem}
              whose={whose}
              term={open}
              language={words.language}
              onClose={() => look(undefined)}
            />
          )}
        </div>
      )}
    </div>
  )
}

/** How much this rests on, said before the table. */
function Honesty({ words, whose }: { words: WordsShown; whose: Whose }) {
  const t = useText()
  const { speakers, others, withheld, tested } = words
  return (
    <div className="flex flex-col gap-3">
      {words.state === 'compared' && (
        <p className="max-w-prose text-sm text-soft">
          {t(whose.kind === 'code' ? 'words.basis.code' : 'words.basis', {
            speakers,
            others,
            words: words.words,
            tested,
          })}
        </p>
      )}
      {words.state === 'compared' && speakers < 12 && (
        <Notice look="warning" title={t('words.few.title', { speakers })}>
          {t('words.few.why')}
        </Notice>
      )}
      {withheld > 0 && (
        <Notice title={t('words.withheld', { n: withheld })}>{t('words.withheld.why')}</Notice>
      )}
      {words.list && <Notice title={t('words.list.title')}>{t('words.list.what')}</Notice>}
    </div>
  )
}

function optionsOf(choices: Choices, t: ReturnType<typeof useText>) {
  return [
    ...choices.segments.map(({ id, name, within }) => ({
      id: `segment:${id}`,
      label: name,
      note: t('words.of.segment', { within }),
    })),
    ...choices.studies.map(({ id, name }) => ({ id: `study:${id}`, label: name, note: t('words.of.study') })),
    ...choices.codes.map(({ id, name }) => ({ id: `code:${id}`, label: name, note: t('words.of.code') })),
  ]
}

function whoseOf(asked: string | undefined): Whose | undefined {
  const [kind, id = ''] = asked?.split(':') ?? []
  return kind === 'segment' || kind === 'code' || kind === 'study' ? { kind, id } : undefined
}
