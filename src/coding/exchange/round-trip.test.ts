import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTestApp, type TestApp } from '../../../test/app.ts'
import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { allBytes, archiveOf, checkRefi, fileOf, filesIn } from '../../../test/refi.ts'
import { seededRandom } from '../../../test/seeded-random.ts'
import { bringTalk, openStudy, passageOf } from '../../../test/spoken-study.ts'
import { correctUtterance, readInterview, type InterviewText } from '../../conversations/index.ts'
import { CodeId } from '../../workspace/index.ts'
import { changeCode, createCode, listCodes } from '../codes.ts'
import { codeColours } from '../coding.schema.ts'
import { listHighlights, markPassages } from '../highlights.ts'
import { listMemos } from '../memos/memo-list.ts'
import { writeMemo } from '../memos/memos.ts'
import { writeNote } from '../notes.ts'
import { exportProject } from './export-project.ts'
import { importProject } from './import-project.ts'
import { findImport } from './imports.ts'
import { guid, qde } from './testing-projects.ts'
import { childOf, childrenOf, readXml, type XmlElement } from './xml-read.ts'

let app: TestApp
let ann: TestMember
let ben: TestMember

beforeAll(async () => {
  app = await openTestApp()
})

beforeEach(async () => {
  ann = await openWorkspace(app)
  ben = await openWorkspace(app, { name: 'Another' })
})

type Place = { member: TestMember; studyId: string }

async function takeOut({ member, studyId }: Place): Promise<{ bytes: Uint8Array; shown: unknown }> {
  const { workspaceId, actor } = member
  const bytes = await allBytes(await exportProject(app, { workspaceId, studyId, actor }))
  const files = filesIn(bytes)
  checkRefi(files['project.qde'] ?? '', 'project')
  return { bytes, shown: shownIn(files) }
}

async function bringIn({ member, studyId }: Place, bytes: Uint8Array) {
  const { workspaceId, actor } = member
  const { importId } = await importProject(app, {
    workspaceId,
    actor,
    file: fileOf(bytes),
    study: { studyId },
    codebook: 'study',
    titles: 'numbered',
    agreements: [],
  })
  return findImport(app.pg, { workspaceId, importId })
}

/** What a project says, without what differs between workspaces by nature: GUIDs and pseudonyms. */
function shownIn(files: Record<string, string>): unknown {
  const read = readXml(files['project.qde'] ?? '')
  if (read.state !== 'read') throw new Error(read.state)
  const { root } = read
  const codes = allCodes(childOf(childOf(root, 'CodeBook'), 'Codes'))
  const sources = childrenOf(childOf(root, 'Sources'), 'TextSource')
  const notes = new Map(
    childrenOf(childOf(root, 'Notes'), 'Note').map((note) => [
      note.attributes.get('guid'),
      childOf(note, 'PlainTextContent')?.text,
    ]),
  )
  const names = new Map(
    codes.map(({ element }) => [element.attributes.get('guid'), element.attributes.get('name')]),
  )
  return {
    codes: codes
      .map(({ element, under }) => ({
        name: element.attributes.get('name'),
        colour: element.attributes.get('color'),
        description: childOf(element, 'Description')?.text,
        under,
      }))
      .toSorted((a, b) => String(a.name).localeCompare(String(b.name))),
    sources: sources.map((source) => {
      const text = [
        ...(files[String(source.attributes.get('plainTextPath')).replace('internal://', 'sources/')] ?? ''),
      ]
      return {
        name: source.attributes.get('name'),
        at: source.attributes.get('creationDateTime'),
        words: text.join('').replaceAll(/^[A-Z]\p{L}+ \p{L}+(?: \d+)?: /gmu, 'somebody: '),
        selections: childrenOf(source, 'PlainTextSelection').map((selection) => ({
          words: text
            .slice(
              Number(selection.attributes.get('startPosition')),
              Number(selection.attributes.get('endPosition')),
            )
            .join(''),
          codes: refsOf(selection).map((ref) => names.get(ref)),
          notes: childrenOf(selection, 'NoteRef').map((ref) => notes.get(ref.attributes.get('targetGUID'))),
        })),
      }
    }),
    cases: childrenOf(childOf(root, 'Cases'), 'Case')
      .map((one) =>
        childrenOf(one, 'SourceRef').map((ref) =>
          sources.findIndex((source) => source.attributes.get('guid') === ref.attributes.get('targetGUID')),
        ),
      )
      .toSorted((a, b) => a.join().localeCompare(b.join())),
  }
}

function allCodes(element: XmlElement | undefined, under = ''): { element: XmlElement; under: string }[] {
  return childrenOf(element, 'Code').flatMap((code) => [
    { element: code, under },
    ...allCodes(code, code.attributes.get('name') ?? ''),
  ])
}

const refsOf = (selection: XmlElement) =>
  childrenOf(selection, 'Coding').map((coding) => childOf(coding, 'CodeRef')?.attributes.get('targetGUID'))

async function mark(member: TestMember, interview: InterviewText, words: string, codeId: string) {
  const { highlightIds } = await markPassages(app, {
    workspaceId: member.workspaceId,
    actor: member.actor,
    interviewId: interview.interviewId,
    passages: [passageOf(interview, words)],
    codeIds: [codeId],
  })
  return highlightIds[0] ?? ''
}

describe('what a project says it is about', () => {
  test('goes out whole, and comes in as a memo of the study where that does not say the same itself', async () => {
    const { studyId } = await openStudy(app, ann)
    const confirmation = 'Three of four were let down before they left'
    await app.pg.updateTable('studies').set({ confirmation }).where('id', '=', studyId).execute()
    const said = `They leave after bad service\n\n${confirmation}\n\nThey leave for the rate`
    const { bytes } = await takeOut({ member: ann, studyId })
    const elsewhere = { member: ben, studyId: (await openStudy(app, ben)).studyId }
    const memosOf = async ({ member, studyId: id }: Place) =>
      (
        await app.pg
          .selectFrom('memos')
          .select('text')
          .where('workspace_id', '=', member.workspaceId)
          .where('study_id', '=', id)
          .execute()
      ).map(({ text }) => text)
    expect((await bringIn(elsewhere, bytes)).counts).toMatchObject({ notes: 1 })
    expect(await memosOf(elsewhere)).toEqual([said])
    await bringIn({ member: ann, studyId }, bytes)
    expect(await memosOf({ member: ann, studyId })).toEqual([])
  })
})

describe('our own project', () => {
  test('goes out, in elsewhere and out again without losing a word, code, note or case', async () => {
    const { workspaceId, actor } = ann
    const { studyId } = await openStudy(app, ann)
    const first = await bringTalk(app, ann, {
      studyId,
      title: 'One 🙂',
      talk: 'Interviewer: When?\nMette: In spring 🙂. Nobody answered, 👩‍👩‍👧 waited.\nBo: Never & <ever>.\nMette: So I went.',
    })
    const second = await bringTalk(app, ann, {
      studyId,
      title: 'Two',
      language: 'da',
      happenedAt: new Date('2026-02-07T09:30:00Z'),
      talk: 'Interviewer: Hvornår?\nLise: I foråret, hm … “ja” — ÆØÅ æøå.',
    })
    // Text as no transcript has it when it comes, but as a correction may leave it.
    const odd = first.utterances.find(({ text }) => text.includes('So I went'))
    await correctUtterance(app, {
      workspaceId,
      actor,
      utteranceId: odd?.utteranceId ?? '',
      version: odd?.version ?? 1,
      text: '\ufeffBo: as if\r\nInterviewer: somebody\r\n\r\nspoke   🙂  here',
    })
    const corrected = await readInterview(app.pg, { workspaceId, interviewId: first.interviewId })
    if (!corrected) throw new Error('gone')
    const code = async (name: string, description: string, colour: (typeof codeColours)[number]) =>
      (await createCode(app, { workspaceId, actor, studyId: null, code: { name, description, colour } }))
        .codeId
    const codes: string[] = []
    for (const [at, colour] of codeColours.entries())
      codes.push(await code(`Kode "${at}" <&>`, `Til ${colour}\r\nog mere\tend det\n`, colour))
    const [waiting = '', price = '', trust = '', above = ''] = codes
    const at = { workspaceId, actor }
    await changeCode(app, { ...at, codeId: price, change: { parentId: CodeId.parse(above) } })
    await changeCode(app, { ...at, codeId: trust, change: { parentId: CodeId.parse(price) } })
    await changeCode(app, {
      ...at,
      codeId: trust,
      change: { example: '“Stol” <på> dem?>', origin: 'deductive' },
    })
    await mark(ann, corrected, '👩‍👩‍👧 waited', waiting)
    await mark(ann, corrected, 'Nobody answered, 👩‍👩‍👧', price)
    await mark(ann, corrected, 'Never & <ever>', price)
    await mark(ann, corrected, 'Interviewer: somebody\r\n\r\nspoke   🙂', trust)
    await mark(ann, corrected, '🙂  here', trust)
    await mark(ann, corrected, 'When?', waiting)
    const highlightId = await mark(ann, second, '“ja” — ÆØÅ', trust)
    await writeNote(app, { workspaceId, actor, highlightId, note: 'Spørg igen\n<næste> gang 🙂', before: '' })

    const out = await takeOut({ member: ann, studyId })
    const elsewhere = { member: ben, studyId: (await openStudy(app, ben)).studyId }
    const { counts, report } = await bringIn(elsewhere, out.bytes)
    expect(counts).toEqual({
      codes: 6,
      interviews: 2,
      participants: 3,
      passages: 7,
      codings: 7,
      notes: 1,
      documents: 0,
      places: 0,
    })
    expect(report).toEqual([])
    const placed = await listCodes(app.pg, { workspaceId: ben.workspaceId, studyId: elsewhere.studyId })
    expect(placed.find(({ name }) => name === 'Kode "2" <&>')).toMatchObject({
      description: 'Til amber\r\nog mere\tend det\n',
      example: '“Stol” <på> dem?>',
      origin: 'deductive',
    })
    const again = await takeOut(elsewhere)
    expect(again.shown).toEqual(out.shown)
    const text = JSON.stringify(out.shown)
    for (const words of [
      '👩‍👩‍👧 waited',
      'somebody\\n\\nspoke   🙂',
      '“ja” — ÆØÅ',
      'Spørg igen\\n<næste> gang 🙂',
    ])
      expect(text).toContain(words)
  })

  test('brought back into its own study is known piece by piece, and what was removed comes back', async () => {
    const { studyId } = await openStudy(app, ann)
    const interview = await bringTalk(app, ann, { studyId, talk: 'Interviewer: When?\nMette: In spring.' })
    const { workspaceId, actor } = ann
    const { codeId } = await createCode(app, {
      workspaceId,
      actor,
      studyId: null,
      code: { name: 'Season', description: '', colour: 'red' },
    })
    const highlightId = await mark(ann, interview, 'spring', codeId)
    const out = await takeOut({ member: ann, studyId })
    const first = await bringIn({ member: ann, studyId }, out.bytes)
    expect(first.counts).toMatchObject({ codes: 0, interviews: 0, passages: 0, codings: 0 })
    await app.pg.deleteFrom('highlights').where('id', '=', highlightId).execute()
    await app.pg.deleteFrom('coding_imports').where('workspace_id', '=', workspaceId).execute()
    const second = await bringIn({ member: ann, studyId }, out.bytes)
    expect(second.counts).toMatchObject({ codes: 0, interviews: 0, passages: 1, codings: 1 })
  })
})

describe('a real transcript', () => {
  const file = join(import.meta.dirname, '../../../test/data/transcripts/nl-press-conference-2020-05-13.txt')
  const text = readFileSync(file, 'utf8')
    .replace(/^\ufeff/u, '')
    .replaceAll('\r\n', '\n')

  test.each([
    ['with plain line ends', text],
    ['with CRLF and a byte order mark', `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ])('%s: three hundred selections at random become the very words', async (_, stored) => {
    const random = seededRandom(1)
    const bare = stored.replace(/^\ufeff/u, '')
    const words = [...bare.matchAll(/\S+/g)]
    const selections = Array.from({ length: 300 }, (_one, at) => {
      const from = Math.floor(random() * (words.length - 12))
      const [first, last] = [words[from], words[from + Math.floor(random() * 10)]]
      const start = [...bare.slice(0, first?.index)].length
      const end = [...bare.slice(0, (last?.index ?? 0) + (last?.[0].length ?? 0))].length
      return { start, end, code: guid(1 + (at % 2)) }
    })
    const { studyId } = await openStudy(app, ann, { language: 'en' })
    const bytes = archiveOf({ 'project.qde': qde({ selections }), [`sources/${guid(10)}.txt`]: stored })
    const { counts, report } = await bringIn({ member: ann, studyId }, bytes)
    expect(report.filter(({ what }) => what.startsWith('positions'))).toEqual([])
    // A selection of nothing but who speaks ("RUTTE") has no words of anybody.
    const labels = selections.filter(({ start, end }) =>
      /^[A-Z()\s]+$/u.test([...bare].slice(start, end).join('')),
    )
    const unplaced = report.find(({ what }) => what === 'passage-without-place')?.count ?? 0
    expect(unplaced).toBeLessThanOrEqual(labels.length)
    const { workspaceId } = ann
    const [interview] = await app.pg
      .selectFrom('interviews')
      .select('id')
      .where('study_id', '=', studyId)
      .execute()
    const interviewId = interview?.id ?? ''
    const said = new Map(
      (await readInterview(app.pg, { workspaceId, interviewId }))?.utterances.map((one) => [
        one.utteranceId,
        one.text,
      ]),
    )
    const passages = (await listHighlights(app.pg, { workspaceId, interviewId })).map(
      ({ utteranceId, start, end }) => [...(said.get(utteranceId) ?? '')].slice(start, end).join(''),
    )
    expect(passages.length).toBe(counts.passages)
    const found = new Set(passages)
    const inOneTurn = selections
      .map(({ start, end }) => [...bare].slice(start, end).join('').replaceAll('\r\n', '\n'))
      .filter((one) => [...said.values()].some((turn) => turn.includes(one)))
    expect(inOneTurn.length).toBeGreaterThan(200)
    expect(inOneTurn.filter((one) => !found.has(one))).toEqual([])
    expect((await listCodes(app.pg, { workspaceId, studyId })).map(({ name }) => name)).toEqual([
      'Price',
      'Service',
    ])
  })
})

test('memos on conversations and codes go out as notes and come in again as memos, once', async () => {
  const { studyId } = await openStudy(app, ann)
  const { interviewId } = await bringTalk(app, ann, {
    studyId,
    talk: 'Interviewer: And?\nMette: It was slow.',
  })
  const { workspaceId, actor } = ann
  const code = { name: 'Slow', description: '', colour: 'teal' as const }
  const { codeId } = await createCode(app, { workspaceId, actor, studyId: null, code })
  await writeMemo(app, {
    workspaceId,
    actor,
    about: { kind: 'interview', id: interviewId },
    text: 'Tired 😀 & <sure>',
  })
  await writeMemo(app, { workspaceId, actor, about: { kind: 'code', id: codeId }, text: 'Not only the app' })
  const { bytes } = await takeOut({ member: ann, studyId })
  const theirs = { member: ben, studyId: (await openStudy(app, ben)).studyId }
  const asked = { workspaceId: ben.workspaceId, studyId: theirs.studyId, userId: ben.userId }
  for (const _ of ['first', 'again']) {
    await bringIn(theirs, bytes)
    const memos = await listMemos(app.pg, asked)
    expect(memos.map(({ kind, text }) => `${kind}: ${text}`).toSorted()).toEqual([
      'code: Not only the app',
      'interview: Tired 😀 & <sure>',
    ])
  }
})
