import { Fragment, type ReactNode } from 'react'
import {
  Button,
  ComboBox,
  EmptyState,
  Loaded,
  useSearchValue,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useStudies } from './exchange-data.ts'

/**
 * A page about one study at a time: the newest, or the one chosen on top and kept in the address. Where there is none yet,
 * `todo` says what studies are needed for.
 */
export function ChosenStudy({ todo, children }: { todo: string; children: (studyId: string) => ReactNode }) {
  const t = useText()
  const { id } = useWorkspace()
  const { studies, studyId, ask } = useChosenStudy()
  return (
    <Loaded query={studies}>
      {({ items }) =>
        studyId === undefined ? (
          <EmptyState
            title={t('coding.chosen.none')}
            action={<Button href={`/w/${id}/studies`}>{t('coding.codes.empty.open')}</Button>}
          >
            {todo}
          </EmptyState>
        ) : (
          <>
            <div className="mb-8 max-w-sm" data-screen-only>
              <ComboBox
                label={t('coding.search.study')}
                options={items.map((study) => ({ id: study.studyId, label: study.title }))}
                value={studyId}
                onChange={ask}
                isRequired
              />
            </div>
            <Fragment key={studyId}>{children(studyId)}</Fragment>
          </>
        )
      }
    </Loaded>
  )
}

/** The studies, the one that is shown, and how to ask for another. */
export function useChosenStudy() {
  const studies = useStudies()
  const [asked, ask] = useSearchValue('study')
  return { studies, studyId: asked ?? studies.data?.items[0]?.studyId, ask }
}
