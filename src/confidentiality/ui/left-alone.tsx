import {
  Button,
  EmptyState,
  Loaded,
  ProblemNotice,
  useMay,
  useText,
  useToast,
  useWorkspace,
  PagerButtons,
} from '../../../web/kit/index.ts'
import { useDecide, usePseudonyms, type Standing } from './confidentiality-data.ts'
import { Counts, Example } from './proposal.tsx'

/** What was found and stays as it is: a product, a public figure, a word that calls nobody. */
export function LeftAlone({ studyId, standing }: { studyId: string; standing: Standing }) {
  const t = useText()
  const toast = useToast()
  const mayWrite = useMay('studies.write')
  const { id: workspaceId } = useWorkspace()
  const { query, pager } = usePseudonyms({ studyId, standing, state: 'refused' })
  const decide = useDecide()
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 && !pager.previous ? (
          <EmptyState title={t('confidentiality.refused.none')}>
            {t('confidentiality.refused.none.todo')}
          </EmptyState>
        ) : (
          <div className="flex flex-col gap-4">
            {decide.error && <ProblemNotice problem={decide.error} />}
            <ul className="flex flex-col divide-y divide-line border-y border-line">
              {items.map((item) => (
                <li
                  key={item.pseudonymId}
                  className="flex flex-wrap items-center justify-between gap-x-8 gap-y-1 py-3"
                >
                  <div className="min-w-0 basis-72 grow">
                    <span className="font-medium">{item.original}</span> <Counts item={item} />
                    <Example item={item} />
                  </div>
                  {mayWrite && (
                    <Button
                      isPending={decide.isPending}
                      onPress={async () => {
                        const { pseudonymId, version } = item
                        const decisions = [{ pseudonymId, version, state: 'proposed' as const }]
                        await decide
                          .mutateAsync({ path: { workspaceId, studyId }, body: { decisions } })
                          .then(
                            () => toast({ text: t('confidentiality.proposed.again') }),
                            () => undefined,
                          )
                      }}
                    >
                      {t('confidentiality.propose')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            <PagerButtons pager={pager} />
          </div>
        )
      }
    </Loaded>
  )
}
