import { useState } from 'react'
import {
  Button,
  ComboBox,
  EmptyState,
  Form,
  IconButton,
  Loaded,
  PageHeader,
  TextField,
  useFormat,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useChangeHours, useHours, type HoursShown } from './recruiting-data.ts'

/** When the member who looks can hold interviews: what participants choose their times from. */
export function Page() {
  const t = useText()
  const hours = useHours()
  return (
    <>
      <PageHeader title={t('recruiting.hours.title')} lead={t('recruiting.hours.lead')} />
      <Loaded query={hours}>{(found) => <HoursForm found={found} />}</Loaded>
    </>
  )
}

type Line = { id: string; weekday: number; from: string; to: string }
type Away = { id: string; day: string; from: string; to: string }

const linesOf = ({ weekly }: HoursShown): Line[] =>
  weekly.flatMap(({ weekday, hours }) =>
    hours.map(({ from, to }) => ({
      id: crypto.randomUUID(),
      weekday,
      from,
      to: to === '24:00' ? '23:59' : to,
    })),
  )

const awayOf = ({ exceptions }: HoursShown): Away[] =>
  exceptions.flatMap(({ day, hours }): Away[] =>
    hours.length === 0
      ? [{ id: crypto.randomUUID(), day, from: '', to: '' }]
      : hours.map(({ from, to }) => ({ id: crypto.randomUUID(), day, from, to })),
  )

const hoursOn = (lines: readonly { from: string; to: string }[]) =>
  lines.filter(({ from, to }) => from !== '' && to !== '' && from < to).map(({ from, to }) => ({ from, to }))

function HoursForm({ found }: { found: HoursShown }) {
  const t = useText()
  const toast = useToast()
  const mayWrite = useMay('studies.write')
  const { id: workspaceId } = useWorkspace()
  const change = useChangeHours()
  const [zone, setZone] = useState(
    found.version === 0 ? Intl.DateTimeFormat().resolvedOptions().timeZone : found.zone,
  )
  const [lines, setLines] = useState(() => linesOf(found))
  const [away, setAway] = useState(() => awayOf(found))
  // What is written stays over the version it was read with, also when another window's comes in behind it.
  const [version, know] = useState(found.version)
  const zones = [...new Set([zone, ...Intl.supportedValuesOf('timeZone')])]
  return (
    <Form
      problem={change.error}
      onSubmit={async ({ buffer = '', notice = '' }) => {
        const body = {
          zone,
          weekly: [1, 2, 3, 4, 5, 6, 7]
            .map((weekday) => ({ weekday, hours: hoursOn(lines.filter((line) => line.weekday === weekday)) }))
            .filter(({ hours }) => hours.length > 0),
          exceptions: [
            ...Map.groupBy(
              away.filter(({ day }) => day !== ''),
              ({ day }) => day,
            ),
          ].map(([day, own]) => ({
            day,
            hours: hoursOn(own),
          })),
          bufferMinutes: Math.round(Number(buffer)),
          noticeHours: Math.round(Number(notice)),
          version,
        }
        const kept = await change.mutateAsync({ path: { workspaceId }, body })
        know(kept.version)
        toast({ text: t('recruiting.hours.saved') })
      }}
    >
      <ComboBox
        label={t('recruiting.hours.zone')}
        isRequired
        options={zones.map((id) => ({ id, label: id.replaceAll('_', ' ') }))}
        value={zone}
        onChange={(id) => id && setZone(id)}
      />
      <Weekly lines={lines} onChange={setLines} />
      <Exceptions away={away} onChange={setAway} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="buffer"
          type="number"
          isRequired
          defaultValue={String(found.bufferMinutes)}
          label={t('recruiting.hours.buffer')}
          description={t('recruiting.hours.buffer.hint')}
        />
        <TextField
          name="notice"
          type="number"
          isRequired
          defaultValue={String(found.noticeHours)}
          label={t('recruiting.hours.notice')}
          description={t('recruiting.hours.notice.hint')}
        />
      </div>
      {mayWrite && (
        <Button type="submit" look="primary" isPending={change.isPending}>
          {t('kit.save')}
        </Button>
      )}
    </Form>
  )
}

function Weekly({ lines, onChange }: { lines: readonly Line[]; onChange: (lines: Line[]) => void }) {
  const t = useText()
  const days = useDayNames()
  const replace = (line: Line) => onChange(lines.map((known) => (known.id === line.id ? line : known)))
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-1 font-medium">{t('recruiting.hours.weekly')}</legend>
      {lines.length === 0 && (
        <EmptyState title={t('recruiting.hours.empty')}>{t('recruiting.hours.empty.todo')}</EmptyState>
      )}
      {days.map(({ weekday, name }) => (
        <div key={weekday} className="flex flex-wrap items-end gap-x-4 gap-y-2">
          <span className="control-height flex w-28 items-center text-sm font-medium">
            <span className="inline-block first-letter:uppercase">{name}</span>
          </span>
          {lines
            .filter((line) => line.weekday === weekday)
            .map((line) => (
              <Between
                key={line.id}
                name={name}
                line={line}
                isRequired
                onChange={(times) => replace({ ...line, ...times })}
                onRemove={() => onChange(lines.filter(({ id }) => id !== line.id))}
              />
            ))}
          <IconButton
            icon="plus"
            label={t('recruiting.hours.add', { day: name })}
            onPress={() =>
              onChange([...lines, { id: crypto.randomUUID(), weekday, from: '09:00', to: '12:00' }])
            }
          />
        </div>
      ))}
    </fieldset>
  )
}

function Exceptions({ away, onChange }: { away: readonly Away[]; onChange: (away: Away[]) => void }) {
  const t = useText()
  const replace = (one: Away) => onChange(away.map((known) => (known.id === one.id ? one : known)))
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-medium">{t('recruiting.hours.exceptions')}</legend>
      <p className="text-sm text-soft">{t('recruiting.hours.exceptions.lead')}</p>
      {away.map((one, at) => (
        <div key={one.id} className="flex flex-wrap items-end gap-x-4 gap-y-2">
          <TextField
            type="date"
            label={t('recruiting.hours.day', { n: at + 1 })}
            value={one.day}
            onChange={(day) => replace({ ...one, day })}
          />
          <Between
            name={one.day}
            line={one}
            onChange={(times) => replace({ ...one, ...times })}
            onRemove={() => onChange(away.filter(({ id }) => id !== one.id))}
          />
        </div>
      ))}
      <div>
        <Button
          icon="plus"
          onPress={() => onChange([...away, { id: crypto.randomUUID(), day: '', from: '', to: '' }])}
        >
          {t('recruiting.hours.exceptions.add')}
        </Button>
      </div>
    </fieldset>
  )
}

type BetweenProps = {
  name: string
  line: { from: string; to: string }
  isRequired?: boolean
  onChange: (times: { from?: string; to?: string }) => void
  onRemove: () => void
}

function Between({ name, line, isRequired = false, onChange, onRemove }: BetweenProps) {
  const t = useText()
  return (
    <div className="flex items-end gap-2">
      <TextField
        type="time"
        isRequired={isRequired}
        label={t('recruiting.hours.from', { day: name })}
        value={line.from}
        onChange={(from) => onChange({ from })}
      />
      <TextField
        type="time"
        isRequired={isRequired}
        label={t('recruiting.hours.to', { day: name })}
        value={line.to}
        onChange={(to) => onChange({ to })}
      />
      <IconButton icon="close" label={t('recruiting.hours.remove', { day: name })} onPress={onRemove} />
    </div>
  )
}

/** The days of the week in the reader's language, Monday first. */
function useDayNames() {
  const format = useFormat()
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    name: format.weekday(weekday),
  }))
}
