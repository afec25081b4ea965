import { useEffect, useState } from 'react'
import {
  Button,
  ComboBox,
  IconButton,
  ProblemNotice,
  useText,
  useToast,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { colourValue } from '../code-colour.ts'
import { codeOptions } from '../code-tree.ts'
import type { CodeShown } from '../coding-data.ts'
import { codeBoxId } from '../turn-focus.ts'
import {
  useMarkRegion,
  useRedoRegions,
  useRemoveRegion,
  useUndoRegions,
  useUnmarkRegion,
  type PlaceDrawn,
  type RegionShown,
} from './document-data.ts'
import { markedId } from './region-layer.tsx'

type PanelProps = {
  documentId: string
  studyId: string
  regions: readonly RegionShown[]
  history: { undo: boolean; redo: boolean }
  codes: readonly CodeShown[]
  byId: ReadonlyMap<string, CodeShown>
  draft: PlaceDrawn | undefined
  activeId: string | undefined
  mayCode: boolean
  onDraw: (place: PlaceDrawn | undefined) => void
  onOpen: (regionId: string | undefined) => void
}

/** Beside a photo or PDF: give the drawn or opened place a code, take back, and every marked place. */
export function RegionPanel(props: PanelProps) {
  const { documentId, studyId, regions, history, codes, draft, mayCode } = props
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const mark = useMarkRegion()
  const undo = useUndoRegions()
  const redo = useRedoRegions()
  const active = regions.find(({ regionId }) => regionId === props.activeId)
  const place = draft ?? (active && placeOf(active))
  const line = { path: { workspaceId }, body: { studyId } }
  const problem = mark.error ?? undo.error ?? redo.error
  const [fresh, setFresh] = useState<string>()
  const isDrawn = regions.some(({ regionId }) => regionId === fresh)
  // Out of the list of codes, which keeps everything else from being used, and to the place itself as soon as it is there.
  useEffect(() => {
    if (isDrawn) document.getElementById(markedId(fresh ?? ''))?.focus({ preventScroll: true })
  }, [fresh, isDrawn])
  const give = (chosen: { codeIds: string[] } | { newCode: { name: string } }) => {
    if (!place) return
    mark.mutate(
      { path: { workspaceId, documentId }, body: { place, ...chosen } },
      {
        onSuccess: ({ regionId }) => {
          props.onDraw(undefined)
          props.onOpen(regionId)
          setFresh(regionId)
          toast({ text: t('coding.regions.marked'), undo: () => undo.mutateAsync(line) })
        },
      },
    )
  }
  return (
    <aside
      aria-label={t('coding.panel')}
      className="flex flex-col gap-6 text-sm lg:sticky lg:top-6 lg:self-start"
    >
      {problem && <ProblemNotice problem={problem} />}
      {mayCode && (
        <>
          <div
            id={codeBoxId}
            data-risen={place !== undefined || undefined}
            className={`flex flex-col gap-3 rounded-lg border border-line bg-raised p-4 ${place ? 'max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-10 max-lg:rounded-b-none max-lg:shadow-lift' : 'max-lg:hidden'}`}
          >
            <p className="text-soft">{t(place ? 'coding.regions.choose' : 'coding.regions.hint')}</p>
            {place && (
              <ComboBox
                label={t('coding.choose')}
                description={t('coding.choose.hint')}
                options={codeOptions(codes)}
                onChange={(codeId) => give({ codeIds: [codeId] })}
                onCreate={(name) => give({ newCode: { name } })}
                clearsOnChoice
                isRequired
              />
            )}
          </div>
          <div className="flex flex-wrap gap-2">
            <Button isDisabled={!history.undo} onPress={() => undo.mutate(line)}>
              {t('coding.undo')}
            </Button>
            <Button isDisabled={!history.redo} onPress={() => redo.mutate(line)}>
              {t('coding.redo')}
            </Button>
          </div>
        </>
      )}
      <Places {...props} />
    </aside>
  )
}

const placeOf = ({ page, left, top, width, height }: RegionShown): PlaceDrawn => ({
  page,
  left,
  top,
  width,
  height,
})

function Places({ regions, byId, activeId, mayCode, onOpen }: PanelProps) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const unmark = useUnmarkRegion()
  const remove = useRemoveRegion()
  if (regions.length === 0) return <p className="text-soft">{t('coding.regions.none')}</p>
  return (
    <section>
      <h2 className="mb-2 font-semibold">{t('coding.regions.title')}</h2>
      {(unmark.error ?? remove.error) && <ProblemNotice problem={unmark.error ?? remove.error} />}
      <ul className="flex flex-col gap-2">
        {regions.map((region) => {
          const { regionId, page, codeIds } = region
          const names = codeIds.map((codeId) => byId.get(codeId)?.label ?? '').join(', ')
          const isActive = regionId === activeId
          return (
            <li
              key={regionId}
              className="border-l-2 pl-2"
              style={{ borderColor: colourValue[byId.get(codeIds[0] ?? '')?.colour ?? 'teal'] }}
            >
              <button
                type="button"
                aria-expanded={isActive}
                className={`min-h-6 cursor-pointer rounded-sm text-left wrap-anywhere hover:underline ${isActive ? 'font-semibold' : ''}`}
                onClick={() => {
                  onOpen(isActive ? undefined : regionId)
                  document.getElementById(`page-${page}`)?.scrollIntoView({ block: 'nearest' })
                }}
              >
                {t('coding.regions.on.page', { page, names })}
              </button>
              {isActive && mayCode && (
                <ul>
                  {codeIds.map((codeId) => (
                    <li key={codeId} className="flex items-center">
                      <span className="min-w-0 grow truncate">{byId.get(codeId)?.label}</span>
                      <IconButton
                        icon="close"
                        label={t('coding.unmark', { name: byId.get(codeId)?.label ?? '' })}
                        onPress={() => unmark.mutate({ path: { workspaceId, regionId, codeId } })}
                      />
                    </li>
                  ))}
                  <li>
                    <Button look="quiet" onPress={() => remove.mutate({ path: { workspaceId, regionId } })}>
                      {t('coding.regions.remove')}
                    </Button>
                  </li>
                </ul>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
