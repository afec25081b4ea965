import { useState } from 'react'
import {
  Button,
  ComboBox,
  Dialog,
  EmptyState,
  Form,
  Loaded,
  Notice,
  PagerButtons,
  PageHeader,
  ProblemNotice,
  Select,
  TextArea,
  TextField,
  useGo,
  useMay,
  usePageParams,
  usePageTitle,
  useText,
  useToast,
  useWorkspace,
  type Answer,
} from '../../../web/kit/index.ts'
import { CodeColour, CodeOrigin, codeColours, codeOrigins } from '../coding.schema.ts'
import { CodeHistory } from './code-history.tsx'
import {
  useChangeCode,
  useCodeQuotes,
  useCodes,
  useLiveCoding,
  useMergeCodes,
  useRemoveCode,
  useUndo,
} from './coding-data.ts'
import { CodedRegions } from './documents/coded-regions.tsx'
import { CodedStretches } from './sound/coded-stretches.tsx'
import { Memos } from './memos/memos.tsx'
import { PlacedQuote } from './placed-quote.tsx'
import { RemoveButton } from './remove-button.tsx'
import { SplitCode } from './split-code.tsx'

type CodeWithQuotes = Answer<'GET /api/w/{workspaceId}/codes/{codeId}/quotes'>

/** One code: what people said under it, each quote leading to its place. */
export function Page() {
  const t = useText()
  const { codeId } = usePageParams('codeId')
  const { id } = useWorkspace()
  const { query, pager } = useCodeQuotes(codeId)
  const mayCode = useMay('coding.write')
  usePageTitle(query.data?.code.label)
  useLiveCoding()
  return (
    <Loaded query={query}>
      {(data) => (
        <>
          <PageHeader
            title={<span className="wrap-anywhere">{data.code.label}</span>}
            lead={data.code.description || undefined}
            back={{ href: `/w/${id}/codes`, label: t('coding.codes.title') }}
            actions={mayCode && <CodeActions code={data.code} />}
          />
          {data.code.example !== '' && (
            <p className="mb-4 text-sm">
              <span className="text-soft">{t('coding.code.example')}: </span>
              <span className="whitespace-pre-line wrap-anywhere">{data.code.example}</span>
            </p>
          )}
          {data.code.wordsTakenOut && <p className="mb-4 text-sm text-soft">{t('coding.code.taken.out')}</p>}
          <p className="mb-6 text-sm text-soft">
            {t('coding.quotes.count', { n: data.total, people: data.speakers })}
          </p>
          {data.withheld > 0 && (
            <div className="mb-8">
              <Notice title={t('coding.quotes.withheld', { n: data.withheld })}>
                {t('coding.quotes.withheld.why')}
                {data.withdrawn > 0 &&
                  ` ${t('coding.quotes.withdrawn', { withdrawn: data.withdrawn, sources: data.sources })}`}
              </Notice>
            </div>
          )}
          <Quotes data={data} />
          <div className="mt-8">
            <PagerButtons pager={pager} />
          </div>
          <CodedStretches codeId={data.code.codeId} />
          <CodedRegions codeId={data.code.codeId} />
          <div className="mt-12 max-w-prose" data-screen-only>
            <Memos about={{ kind: 'code', id: data.code.codeId }} />
          </div>
          <div className="mt-12">
            <CodeHistory codeId={data.code.codeId} />
          </div>
        </>
      )}
    </Loaded>
  )
}

function Quotes({ data }: { data: CodeWithQuotes }) {
  const t = useText()
  if (data.items.length === 0)
    return <EmptyState title={t('coding.quotes.empty.title')}>{t('coding.quotes.empty.todo')}</EmptyState>
  return (
    <div className="flex flex-col gap-7">
      {data.items.map((quote) => (
        <PlacedQuote key={quote.highlightId} quote={quote} lang={quote.language}>
          {quote.text}
        </PlacedQuote>
      ))}
    </div>
  )
}

function CodeActions({ code }: { code: CodeWithQuotes['code'] }) {
  const t = useText()
  const go = useGo()
  const { id: workspaceId } = useWorkspace()
  const [open, show] = useState<'change' | 'merge' | 'split'>()
  const remove = useRemoveCode()
  const undo = useUndo()
  const path = { workspaceId, codeId: code.codeId }
  return (
    <>
      <Button onPress={() => show('change')}>{t('kit.edit')}</Button>
      <Button onPress={() => show('merge')}>{t('coding.merge')}</Button>
      <Button onPress={() => show('split')}>{t('coding.split')}</Button>
      <RemoveButton
        onRemove={() => remove.mutateAsync({ path })}
        isPending={remove.isPending}
        problem={remove.error}
        done={{
          text: t('coding.code.removed', { name: code.label }),
          undo: () => undo.mutateAsync({ path: { workspaceId }, body: { studyId: code.studyId } }),
        }}
        onRemoved={() => go(`/w/${workspaceId}/codes`)}
      />
      <ChangeCode code={code} isOpen={open === 'change'} onClose={() => show(undefined)} />
      <SplitCode code={code} isOpen={open === 'split'} onClose={() => show(undefined)} />
      <MergeCode code={code} isOpen={open === 'merge'} onClose={() => show(undefined)} />
    </>
  )
}

type OnCode = { code: CodeWithQuotes['code']; isOpen: boolean; onClose: () => void }

function ChangeCode({ code, isOpen, onClose }: OnCode) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const change = useChangeCode()
  return (
    <Dialog title={t('coding.code.change')} isOpen={isOpen} onClose={onClose}>
      <Form
        problem={change.error}
        onSubmit={async ({ name = '', description = '', example = '', colour, origin }) => {
          const body = {
            name,
            description,
            example,
            colour: CodeColour.catch(code.colour).parse(colour),
            origin: CodeOrigin.catch(code.origin).parse(origin),
          }
          await change.mutateAsync({ path: { workspaceId, codeId: code.codeId }, body })
          onClose()
        }}
      >
        <TextField name="name" label={t('coding.code.name')} defaultValue={code.name} isRequired autoFocus />
        <TextArea
          name="description"
          label={t('coding.code.description')}
          description={t('coding.code.description.hint')}
          defaultValue={code.description}
        />
        <TextArea
          name="example"
          label={t('coding.code.example')}
          description={t('coding.code.example.hint')}
          defaultValue={code.example}
        />
        <Select
          name="origin"
          label={t('coding.code.origin')}
          defaultValue={code.origin}
          options={codeOrigins.map((id) => ({ id, label: t(`coding.origin.${id.replace(' ', '-')}`) }))}
        />
        <Select
          name="colour"
          label={t('coding.code.colour')}
          defaultValue={code.colour}
          options={codeColours.map((colour) => ({ id: colour, label: t(`coding.colour.${colour}`) }))}
        />
        <Button type="submit" look="primary" isPending={change.isPending}>
          {t('kit.save')}
        </Button>
      </Form>
    </Dialog>
  )
}

function MergeCode({ code, isOpen, onClose }: OnCode) {
  const t = useText()
  const toast = useToast()
  const go = useGo()
  const { id: workspaceId } = useWorkspace()
  const codes = useCodes(undefined, isOpen)
  const merge = useMergeCodes()
  const undo = useUndo()
  const others = (codes.data?.codes ?? []).filter(({ codeId }) => codeId !== code.codeId)
  return (
    <Dialog title={t('coding.merge.title', { name: code.label })} isOpen={isOpen} onClose={onClose}>
      <p className="text-sm text-soft">{t('coding.merge.what')}</p>
      {merge.error && <ProblemNotice problem={merge.error} />}
      <ComboBox
        label={t('coding.merge.into')}
        options={others.map(({ codeId, label }) => ({ id: codeId, label }))}
        onChange={(intoId) =>
          merge.mutate(
            { path: { workspaceId, codeId: code.codeId }, body: { intoId } },
            {
              onSuccess: () => {
                toast({
                  text: t('coding.merged', { name: code.label }),
                  undo: () => undo.mutateAsync({ path: { workspaceId }, body: { studyId: code.studyId } }),
                })
                go(`/w/${workspaceId}/codes/${intoId}`)
              },
            },
          )
        }
      />
    </Dialog>
  )
}
