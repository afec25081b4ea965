import { useState } from 'react'
import {
  Button,
  Checkbox,
  ComboBox,
  Dialog,
  EmptyState,
  Loaded,
  ProblemNotice,
  TextField,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useExpectCodes, useStatements, useUndoInBooks } from './codebooks-data.ts'
import { useStudies } from './exchange-data.ts'

type Given = { codebookId: string | null; isOpen: boolean; onClose: () => void }

/** Codes that are expected: pick statements of a study's hypothesis and give each a short name. */
export function ExpectedCodes({ codebookId, isOpen, onClose }: Given) {
  const t = useText()
  const studies = useStudies()
  const [studyId, choose] = useState<string>()
  return (
    <Dialog title={t('coding.expected')} isOpen={isOpen} onClose={onClose}>
      <p className="text-sm text-soft">{t('coding.expected.what')}</p>
      <Loaded query={studies}>
        {({ items }) => (
          <ComboBox
            label={t('coding.search.study')}
            options={items.map((study) => ({ id: study.studyId, label: study.title }))}
            value={studyId ?? null}
            onChange={choose}
            isRequired
          />
        )}
      </Loaded>
      {studyId !== undefined && (
        <Statements key={studyId} studyId={studyId} codebookId={codebookId} onClose={onClose} />
      )}
    </Dialog>
  )
}

function Statements(given: { studyId: string; codebookId: string | null; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const { studyId, codebookId, onClose } = given
  const query = useStatements(studyId)
  const expect = useExpectCodes()
  const undo = useUndoInBooks()
  // The short name of each statement that was picked.
  const [names, name] = useState<Readonly<Record<string, string>>>({})
  const codes = Object.entries(names).map(([statement, text]) => ({ name: text, statement }))
  const add = () =>
    expect.mutate(
      { path: { workspaceId, studyId }, body: { codebookId, codes } },
      {
        onSuccess: ({ codeIds }) => {
          const takeBack = () => undo.mutateAsync({ path: { workspaceId }, body: { studyId: null } })
          toast({ text: t('coding.expected.added', { n: codeIds.length }), undo: takeBack })
          onClose()
        },
      },
    )
  const toggle = (text: string, isPicked: boolean) => {
    const { [text]: _, ...others } = names
    name(isPicked ? { ...names, [text]: text.slice(0, 80) } : others)
  }
  return (
    <Loaded query={query}>
      {({ statements }) =>
        statements.length === 0 ? (
          <EmptyState title={t('coding.expected.none.title')}>{t('coding.expected.none.todo')}</EmptyState>
        ) : (
          <>
            {expect.error && <ProblemNotice problem={expect.error} />}
            <ul className="flex max-h-80 flex-col gap-3 overflow-y-auto">
              {statements.map(({ text, of }) => (
                <li key={`${of} ${text}`}>
                  <Checkbox
                    isSelected={text in names}
                    onChange={(isPicked) => toggle(text, isPicked)}
                    description={t(`coding.expected.of.${of}`)}
                  >
                    <span className="wrap-anywhere">{text}</span>
                  </Checkbox>
                  {text in names && (
                    <TextField
                      label={t('coding.code.name')}
                      value={names[text] ?? ''}
                      onChange={(typed) => name({ ...names, [text]: typed })}
                      maxLength={200}
                      isRequired
                    />
                  )}
                </li>
              ))}
            </ul>
            <div>
              <Button
                look="primary"
                isDisabled={codes.length === 0 || codes.some((code) => code.name.trim() === '')}
                isPending={expect.isPending}
                onPress={add}
              >
                {t('coding.expected.add', { n: codes.length })}
              </Button>
            </div>
          </>
        )
      }
    </Loaded>
  )
}
