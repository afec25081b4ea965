import { Button, IconButton, Loaded, useText } from '../../../web/kit/index.ts'
import { colourValue } from './code-colour.ts'
import { useAnswerTexts, useSuggestions, type AnswerShown, type SuggestionShown } from './answers-data.ts'
import { Marked } from './marked.tsx'
import type { AnswerTable } from './use-answer-table.ts'

/** The answer the reader stands on, whole: its codes, and what answers like it were given. */
export function AnswerPanel({ table }: { table: AnswerTable }) {
  const t = useText()
  const { currentId } = table.selection
  return (
    <aside
      aria-label={t('coding.answers.current')}
      className="flex flex-col gap-5 text-sm lg:sticky lg:top-6 lg:max-h-[90dvh] lg:self-start lg:overflow-y-auto"
    >
      {currentId === undefined ? (
        <p className="text-soft">{t('coding.answers.current.none')}</p>
      ) : (
        <Current key={currentId} table={table} id={currentId} />
      )}
    </aside>
  )
}

function Current({ table, id }: { table: AnswerTable; id: string }) {
  const texts = useAnswerTexts(table.interviewId, [id])
  return (
    <Loaded query={texts}>
      {({ answers: [answer] }) =>
        answer === undefined ? null : (
          <>
            <Words table={table} answer={answer} />
            <Suggestions table={table} answer={answer} />
          </>
        )
      }
    </Loaded>
  )
}

function Words({ table, answer }: { table: AnswerTable; answer: AnswerShown }) {
  const t = useText()
  const ids = [answer.utteranceId]
  return (
    <div>
      <p className="text-soft">{t('coding.answers.number', { n: answer.number, who: answer.who })}</p>
      <p
        lang={table.language}
        dir="auto"
        className="mt-1 max-h-72 overflow-y-auto font-quote text-base leading-7 whitespace-pre-line wrap-anywhere"
        tabIndex={0}
      >
        {answer.text}
      </p>
      <ul className="mt-3 flex flex-col gap-1" aria-label={t('coding.answers.codes')}>
        {answer.codeIds.map((codeId) => {
          const code = table.codes.get(codeId)
          return code === undefined ? null : (
            <li key={codeId} className="flex items-center justify-between gap-2">
              <span
                className="border-l-2 pl-2 wrap-anywhere"
                style={{ borderColor: colourValue[code.colour] }}
              >
                {code.label}
              </span>
              {table.mayCode && (
                <IconButton
                  icon="close"
                  label={t('coding.answers.take', { name: code.label })}
                  onPress={() => table.actions.begin({ do: 'take', code: { codeId }, ids })}
                />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Suggestions({ table, answer }: { table: AnswerTable; answer: AnswerShown }) {
  const t = useText()
  const query = useSuggestions(table.interviewId, answer.utteranceId)
  return (
    <section aria-labelledby="answer-suggestions">
      <h2 id="answer-suggestions" className="font-semibold">
        {t('coding.answers.suggestions')}
      </h2>
      <Loaded query={query}>
        {({ suggestions }) =>
          suggestions.length === 0 ? (
            <p className="mt-1 text-soft">{t('coding.answers.suggestions.none')}</p>
          ) : (
            <ol className="mt-2 flex flex-col gap-4">
              {suggestions.map((suggestion) => (
                <li key={suggestion.codeId}>
                  <Suggested table={table} answer={answer} suggestion={suggestion} />
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  )
}

type SuggestedProps = { table: AnswerTable; answer: AnswerShown; suggestion: SuggestionShown }

function Suggested({ table, answer, suggestion }: SuggestedProps) {
  const t = useText()
  const code = table.codes.get(suggestion.codeId)
  if (code === undefined) return null
  const { codeId } = suggestion
  return (
    <>
      {table.mayCode ? (
        <Button
          onPress={() => table.actions.begin({ do: 'give', code: { codeId }, ids: [answer.utteranceId] })}
        >
          <span className="truncate">{t('coding.answers.accept', { name: code.label })}</span>
        </Button>
      ) : (
        <span className="font-medium">{code.label}</span>
      )}
      <p className="mt-1.5 text-soft">{t('coding.answers.because')}</p>
      <ul className="mt-1 flex flex-col gap-1.5">
        {suggestion.because.map((other) => (
          <li
            key={other.utteranceId}
            lang={table.language}
            dir="auto"
            className="line-clamp-3 border-l-2 border-line pl-2 font-quote wrap-anywhere"
          >
            <Marked text={other.text} marks={other.marks} />
          </li>
        ))}
      </ul>
    </>
  )
}
