import { useMemo, useState } from 'react'
import {
  Button,
  Notice,
  PageHeader,
  useFormat,
  useMay,
  usePageParams,
  usePageTitle,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import type { CodeShown } from '../coding-data.ts'
import { codeBoxId, focusBox } from '../turn-focus.ts'
import { WithCodes } from '../with-codes.tsx'
import {
  useDocument,
  useFileAddress,
  useRegions,
  type DocumentShown,
  type PlaceDrawn,
  type RegionShown,
} from './document-data.ts'
import { PdfPages } from './pdf-pages.tsx'
import { placeInMiddle } from './place-drawing.ts'
import { RegionLayer } from './region-layer.tsx'
import { RegionPanel } from './region-panel.tsx'

/** A photo or PDF to look at and to mark: places on it, with the codes beside. */
export function Page() {
  const { documentId } = usePageParams('documentId')
  const found = useDocument(documentId)
  const regions = useRegions(documentId)
  usePageTitle(found.data?.name)
  return (
    <WithCodes subject={found} marks={regions}>
      {(document, { regions: marked, history }, codes) => (
        <DocumentReader document={document} regions={marked} history={history} codes={codes} />
      )}
    </WithCodes>
  )
}

type ReaderProps = {
  document: DocumentShown
  regions: readonly RegionShown[]
  history: { undo: boolean; redo: boolean }
  codes: readonly CodeShown[]
}

function DocumentReader({ document: shown, regions, history, codes }: ReaderProps) {
  const t = useText()
  const mayCode = useMay('coding.write')
  const address = useFileAddress(shown.documentId)
  const byId = useMemo(() => new Map(codes.map((code) => [code.codeId as string, code])), [codes])
  const [draft, draw] = useState<PlaceDrawn>()
  const [activeId, open] = useState<string>()
  const over = (page: number) => (
    <RegionLayer
      page={page}
      regions={regions.filter((region) => region.page === page)}
      codes={byId}
      draft={draft?.page === page ? draft : undefined}
      activeId={activeId}
      mayCode={mayCode}
      onDraw={(place) => {
        open(undefined)
        draw(place)
      }}
      onOpen={(regionId) => {
        draw(undefined)
        open(regionId === activeId ? undefined : regionId)
      }}
      onDone={() => focusBox(codeBoxId)}
    />
  )
  const begin = () => {
    open(undefined)
    draw(placeInMiddle(pageInView()))
  }
  return (
    <div className="pb-40 lg:pb-0">
      <DocumentHead document={shown} onMark={mayCode ? begin : undefined} />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0">
          {shown.kind === 'photo' ? (
            <div className="relative" id="page-1">
              <img
                src={address}
                alt={t('coding.documents.photo', { name: shown.name })}
                className="w-full rounded-md"
              />
              {over(1)}
            </div>
          ) : (
            <PdfPages address={address} pages={shown.pages} over={over} />
          )}
        </div>
        <RegionPanel
          documentId={shown.documentId}
          studyId={shown.studyId}
          regions={regions}
          history={history}
          codes={codes}
          byId={byId}
          draft={draft}
          activeId={activeId}
          mayCode={mayCode}
          onDraw={draw}
          onOpen={open}
        />
      </div>
    </div>
  )
}

function DocumentHead({
  document: shown,
  onMark,
}: {
  document: DocumentShown
  onMark: (() => void) | undefined
}) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const lead = [
    shown.who,
    shown.happenedOn === null ? null : format.date(shown.happenedOn),
    shown.kind === 'pdf' ? t('coding.documents.pages', { n: shown.pages }) : null,
  ]
  return (
    <>
      <PageHeader
        title={<span className="wrap-anywhere">{shown.name}</span>}
        lead={lead.filter((part) => part !== null).join(' · ') || undefined}
        back={{ href: `/w/${id}/studies/${shown.studyId}/documents`, label: t('coding.documents.title') }}
        actions={onMark && <Button onPress={onMark}>{t('coding.regions.begin')}</Button>}
      />
      {shown.placeRemoved && (
        <div className="mb-6">
          <Notice title={t('coding.documents.place.removed')}>
            {t('coding.documents.place.removed.why')}
          </Notice>
        </div>
      )}
    </>
  )
}

/** The number of the page that is most in view. */
function pageInView(): number {
  const middle = globalThis.innerHeight / 2
  const pages = [...document.querySelectorAll('[id^="page-"]')]
  const at = pages.findIndex((page) => page.getBoundingClientRect().bottom > middle)
  return at === -1 ? Math.max(1, pages.length) : at + 1
}
