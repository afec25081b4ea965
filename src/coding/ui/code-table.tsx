import {
  Checkbox,
  DataNumber,
  Icon,
  Link,
  Table,
  useText,
  useWorkspace,
  type Column,
} from '../../../web/kit/index.ts'
import { colourValue } from './code-colour.ts'
import { CodeHandle, DropPlace, type Ordering } from './code-handle.tsx'
import type { CodeLine } from './code-tree.ts'

type Given = {
  lines: readonly CodeLine[]
  /** The codes that are chosen; without it none can be. */
  chosen: ReadonlySet<string> | undefined
  onChoose: (codeId: string) => void
  onFold: (codeId: string) => void
  /** Putting codes in an order; without it they stand as they are. */
  ordering: Ordering | undefined
}

/** The tree of codes as a table: alone and with what stands below. */
export function CodeTable(given: Given) {
  const t = useText()
  const columns = useColumns(given)
  return (
    <Table
      label={t('coding.codes.title')}
      rows={given.lines}
      rowKey={({ code }) => code.codeId}
      columns={columns}
      empty={<p className="py-6 text-sm text-soft">{t('kit.nothing.found')}</p>}
    />
  )
}

function useColumns({ chosen, onChoose, onFold, ordering }: Given): Column<CodeLine>[] {
  const t = useText()
  const name: Column<CodeLine> = {
    key: 'name',
    title: t('coding.code.name'),
    isRowHeader: true,
    cell: (line) => (
      <Name line={line} isChosen={chosen?.has(line.code.codeId)} {...{ onChoose, onFold, ordering }} />
    ),
  }
  const description: Column<CodeLine> = {
    key: 'description',
    title: t('coding.code.description'),
    isWideOnly: true,
    cell: ({ code }) => <span className="line-clamp-2 wrap-anywhere">{code.description}</span>,
  }
  const origin: Column<CodeLine> = {
    key: 'origin',
    title: t('coding.code.origin'),
    isWideOnly: true,
    cell: ({ code }) => (
      <span className="text-soft lg:whitespace-nowrap">
        {t(`coding.origin.${code.origin.replace(' ', '-')}`)}
      </span>
    ),
  }
  return [name, description, origin, ...countColumns(t)]
}

function countColumns(t: (key: string) => string): Column<CodeLine>[] {
  return [
    {
      key: 'people',
      title: t('coding.code.people'),
      align: 'end',
      cell: ({ code, hasBelow }) => <Counts alone={code.people} below={hasBelow && code.peopleBelow} />,
    },
    {
      key: 'passages',
      title: t('coding.code.passages'),
      align: 'end',
      isWideOnly: true,
      cell: ({ code, hasBelow }) => <Counts alone={code.passages} below={hasBelow && code.passagesBelow} />,
    },
    {
      key: 'withheld',
      title: t('coding.code.withheld'),
      align: 'end',
      isWideOnly: true,
      cell: ({ code }) => <DataNumber value={code.withheld} />,
    },
  ]
}

function Counts({ alone, below }: { alone: number; below: number | false }) {
  const t = useText()
  return (
    <span className="inline-flex flex-col items-end">
      <DataNumber value={alone} />
      {below !== false && (
        <span className="text-xs text-soft md:whitespace-nowrap">{t('coding.code.below', { n: below })}</span>
      )}
    </span>
  )
}

type NameProps = Pick<Given, 'onChoose' | 'onFold' | 'ordering'> & {
  line: CodeLine
  isChosen: boolean | undefined
}

function Name(props: NameProps) {
  const { ordering, line } = props
  if (ordering === undefined) return <NameLine {...props} />
  return (
    <DropPlace codeId={line.code.codeId} ordering={ordering}>
      <NameLine {...props} />
    </DropPlace>
  )
}

function NameLine({ line, isChosen, onChoose, onFold, ordering }: NameProps) {
  const t = useText()
  const { id } = useWorkspace()
  const { code, depth, hasBelow, isOpen } = line
  return (
    <span
      className="flex min-w-40 items-baseline gap-1"
      style={{ paddingInlineStart: `${Math.min(depth, 8)}em` }}
    >
      {ordering !== undefined && <CodeHandle codeId={code.codeId} name={code.label} ordering={ordering} />}
      {isChosen !== undefined && (
        <span className="-my-1.5 self-start">
          <Checkbox
            aria-label={t('coding.codes.choose', { name: code.label })}
            isSelected={isChosen}
            onChange={() => onChoose(code.codeId)}
          >
            {null}
          </Checkbox>
        </span>
      )}
      {hasBelow ? (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'coding.codes.close' : 'coding.codes.open', { name: code.label })}
          className={`-my-1.5 flex size-8 shrink-0 self-start cursor-pointer items-center justify-center rounded-md text-soft hover:bg-hover ${isOpen ? '' : '-rotate-90'}`}
          onClick={() => onFold(code.codeId)}
        >
          <Icon name="chevron" size={16} />
        </button>
      ) : (
        <span className={`w-8 shrink-0 ${depth === 0 ? 'max-md:hidden' : ''}`} />
      )}
      <span
        className="min-w-0 border-l-2 pl-2 wrap-anywhere"
        style={{ borderColor: colourValue[code.colour] }}
      >
        <Link href={`/w/${id}/codes/${code.codeId}`} look="plain">
          {code.name}
        </Link>
      </span>
    </span>
  )
}
