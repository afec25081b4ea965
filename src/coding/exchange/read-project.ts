import type { Reporting } from './import-report.ts'
import { readOwnCase, readOwnCode, readOwnMedia, readOwnTurns } from './read-own.ts'
import {
  mediaKinds,
  type RefiCase,
  type RefiCode,
  type RefiCoding,
  type RefiMedia,
  type RefiProject,
  type RefiSelection,
  type RefiSource,
  type RefiValue,
} from './refi.ts'
import { childOf, childrenOf, type XmlElement } from './xml-read.ts'

/**
 * Reads the tree of a `.qde` or `.qdc` as tolerantly as its meaning allows: GUIDs in braces, capitals or wrong shape still join what belongs
 * together, the second of two with one GUID becomes its own, NVivo's root is unwrapped. Undefined where it is neither kind of document.
 */
export function readProject(root: XmlElement, report: Reporting): RefiProject | undefined {
  if (root.name !== 'Project' && root.name !== 'CodeBook') return undefined
  const book = root.name === 'CodeBook' ? root : childOf(root, 'CodeBook')
  const guids = guidReader(report)
  const codes = readCodes(book, { guids, report })
  const sources = childrenOf(childOf(root, 'Sources'), 'TextSource').map((one) => readSource(one, guids))
  const media: RefiMedia[] = []
  for (const other of childOf(root, 'Sources')?.children ?? []) {
    if (other.name === 'TextSource') continue
    sources.push(...textsInside(other, guids))
    report.note('notes', attributeOf(other, 'guid'), childrenOf(other, 'TextDescription').length)
    const read = readMedia(other, guids)
    if (read === undefined) report.note('source-not-text', attributeOf(other, 'guid'))
    else media.push(read)
  }
  const notes = childrenOf(childOf(root, 'Notes'), 'Note').map((one) => readSource(one, guids))
  countOthers(root, report)
  return {
    name: attributeOf(root, 'name'),
    description: childOf(root, 'Description')?.text.trim() ?? '',
    origin: attributeOf(root, 'origin'),
    codes: unwrapped(codes, { sources, report }),
    variables: childrenOf(childOf(root, 'Variables'), 'Variable').map((one) => ({
      guid: guids.refer(attributeOf(one, 'guid')),
      name: attributeOf(one, 'name'),
      type: attributeOf(one, 'typeOfVariable'),
    })),
    cases: readCases(root, { guids, report }),
    sources,
    media,
    noteGuids: notesOfWhole(root, guids),
    notes: new Map(notes.map((note) => [note.guid, note])),
  }
}

type Guids = {
  /** The GUID of something that stands here; made its own where another has it. */
  own: (given: string, kind: string) => string
  refer: (given: string) => string
}
type Reading = { guids: Guids; report: Reporting }

const shape = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

function guidReader(report: Reporting): Guids {
  const seen = new Map<string, number>()
  const refer = (given: string) =>
    given
      .trim()
      .toLowerCase()
      .replace(/^\{(.*)\}$/u, '$1')
  return {
    refer,
    own: (given, kind) => {
      const guid = refer(given)
      if (guid !== given.toLowerCase() || !shape.test(guid)) report.note('guid-odd', given)
      const key = `${kind} ${guid}`
      const before = seen.get(key) ?? 0
      seen.set(key, before + 1)
      if (before === 0) return guid
      report.note('guid-twice', guid)
      return `${guid}#${before + 1}`
    },
  }
}

function readCodes(book: XmlElement | undefined, { guids, report }: Reading): RefiCode[] {
  const codes: RefiCode[] = []
  const take = (element: XmlElement, parent: string | undefined) => {
    const guid = guids.own(attributeOf(element, 'guid'), 'code')
    const name = attributeOf(element, 'name').trim()
    if (name === '') report.note('code-unnamed', guid)
    codes.push({
      guid,
      name,
      description: childOf(element, 'Description')?.text ?? '',
      colour: element.attributes.get('color')?.trim(),
      isCodable: !/^(?:false|0)$/iu.test(attributeOf(element, 'isCodable')),
      parent,
      noteGuids: noteRefs(element, guids),
      own: readOwnCode(element),
    })
    for (const child of childrenOf(element, 'Code')) take(child, guid)
  }
  for (const code of childrenOf(childOf(book, 'Codes'), 'Code')) take(code, undefined)
  return codes
}

const rootName = /^(?:nodes|codes|code ?system|codebook|knoten|kodes?|koder|noder|knooppunten)$/iu

/** NVivo puts the whole codebook below one code named after its own folder. */
function unwrapped(
  codes: RefiCode[],
  { sources, report }: { sources: readonly RefiSource[]; report: Reporting },
): RefiCode[] {
  const [root, ...others] = codes.filter(({ parent }) => parent === undefined)
  if (root === undefined || others.length > 0 || codes.length < 2 || !rootName.test(root.name)) return codes
  const used = sources.some(({ selections, codings }) =>
    [...selections.flatMap((one) => one.codings), ...codings].some(({ code }) => code === root.guid),
  )
  if (used) return codes
  report.note('root-unwrapped', root.name)
  return codes
    .filter((code) => code !== root)
    .map((code) => (code.parent === root.guid ? { ...code, parent: undefined } : code))
}

function readSource(element: XmlElement, guids: Guids): RefiSource {
  const selections = childrenOf(element, 'PlainTextSelection').map((one) => ({
    ...readMarked(one, guids),
    start: positionOf(one, 'startPosition'),
    end: positionOf(one, 'endPosition'),
  }))
  return {
    guid: guids.own(attributeOf(element, 'guid'), element.name),
    name: attributeOf(element, 'name'),
    content: childOf(element, 'PlainTextContent')?.text,
    plainPath: element.attributes.get('plainTextPath'),
    richPath: element.attributes.get('richTextPath'),
    at: element.attributes.get('creationDateTime'),
    selections,
    codings: readCodings(element, guids),
    noteGuids: noteRefs(element, guids),
    values: readValues(element, guids),
    turns: readOwnTurns(element),
  }
}

/** A PDF holds its text as a representation, a recording its transcripts; the rest of them is no text. */
function textsInside(element: XmlElement, guids: Guids): RefiSource[] {
  const texts = childrenOf(element, 'Representation').map((one) => readSource(one, guids))
  const transcripts = childrenOf(element, 'Transcript').map((one) => {
    const points = new Map(
      childrenOf(one, 'SyncPoint').map((point) => [
        guids.refer(attributeOf(point, 'guid')),
        positionOf(point, 'position'),
      ]),
    )
    const at = (selection: XmlElement, name: string) =>
      points.get(guids.refer(attributeOf(selection, name))) ?? Number.NaN
    const selections = childrenOf(one, 'TranscriptSelection').map((selection) => ({
      ...readMarked(selection, guids),
      start: at(selection, 'fromSyncPoint'),
      end: at(selection, 'toSyncPoint'),
    }))
    return { ...readSource(one, guids), selections }
  })
  return [...texts, ...transcripts].map((text) => ({
    ...text,
    name: text.name === '' ? attributeOf(element, 'name') : text.name,
  }))
}

/** A photo, PDF or recording with its places; undefined for what is none. Places without a place are left out by whoever takes them. */
function readMedia(element: XmlElement, guids: Guids): RefiMedia | undefined {
  const name = /^(Picture|PDF|Audio|Video)Source$/u.exec(element.name)?.[1]
  const kind = Object.entries(mediaKinds).find(([key]) => key === name)?.[1]
  if (kind === undefined) return undefined
  return {
    guid: guids.own(attributeOf(element, 'guid'), element.name),
    name: attributeOf(element, 'name'),
    kind,
    path: element.attributes.get('path') ?? element.attributes.get('currentPath'),
    places: childrenOf(element, `${name}Selection`).map((one) => ({
      guid: guids.own(attributeOf(one, 'guid'), 'place'),
      where:
        kind === 'photo' || kind === 'pdf'
          ? {
              page: kind === 'pdf' ? positionOf(one, 'page') : 0,
              firstX: positionOf(one, 'firstX'),
              firstY: positionOf(one, 'firstY'),
              secondX: positionOf(one, 'secondX'),
              secondY: positionOf(one, 'secondY'),
            }
          : { begin: positionOf(one, 'begin'), end: positionOf(one, 'end') },
      codings: readCodings(one, guids),
      noteGuids: noteRefs(one, guids),
    })),
    own: readOwnMedia(element),
  }
}

/** Notes of the project, and of its set where it is one study of ours. */
function notesOfWhole(root: XmlElement, guids: Guids): string[] {
  const sets = childrenOf(childOf(root, 'Sets'), 'Set')
  const [only] = sets
  const isOurs = attributeOf(root, 'origin') === 'Samtale' && sets.length === 1
  return [...noteRefs(root, guids), ...(only && isOurs ? refsOf(only, 'MemberNote', guids) : [])]
}

function readMarked(element: XmlElement, guids: Guids): Omit<RefiSelection, 'start' | 'end'> {
  return {
    guid: guids.own(attributeOf(element, 'guid'), 'selection'),
    name: attributeOf(element, 'name'),
    codings: readCodings(element, guids),
    noteGuids: [
      ...noteRefs(element, guids),
      ...childrenOf(element, 'Coding').flatMap((coding) => noteRefs(coding, guids)),
    ],
  }
}

function readCodings(element: XmlElement, guids: Guids): RefiCoding[] {
  return childrenOf(element, 'Coding').map((coding) => ({
    guid: guids.refer(attributeOf(coding, 'guid')),
    code: refOf(coding, 'CodeRef', guids),
  }))
}

function readCases(root: XmlElement, { guids, report }: Reading): RefiCase[] {
  return childrenOf(childOf(root, 'Cases'), 'Case').map((element) => {
    const guid = guids.own(attributeOf(element, 'guid'), 'case')
    const name = attributeOf(element, 'name').trim()
    if (name === '') report.note('case-unnamed', guid)
    report.note('codes-of-cases', guid, childrenOf(element, 'CodeRef').length)
    return {
      guid,
      name,
      values: readValues(element, guids),
      sources: refsOf(element, 'SourceRef', guids),
      selections: refsOf(element, 'SelectionRef', guids),
      memos: memosOf(element),
    }
  })
}

/** What is written about a case: our memos one by one, or anybody's description. */
function memosOf(element: XmlElement): string[] {
  const own = readOwnCase(element)
  const description = childOf(element, 'Description')?.text.trim() ?? ''
  return own?.memos ?? (description === '' ? [] : [description])
}

function readValues(element: XmlElement, guids: Guids): RefiValue[] {
  return childrenOf(element, 'VariableValue').map((value) => ({
    variable: refOf(value, 'VariableRef', guids),
    text: value.children.find(({ name }) => name.endsWith('Value'))?.text ?? '',
  }))
}

function countOthers(root: XmlElement, report: Reporting): void {
  report.note('links', undefined, childrenOf(childOf(root, 'Links'), 'Link').length)
  const sets = childrenOf(childOf(root, 'Sets'), 'Set').length
  // Of our own projects a set is a study: one becomes the study it is brought into.
  report.note('sets', undefined, attributeOf(root, 'origin') === 'Samtale' && sets === 1 ? 0 : sets)
  report.note('graphs', undefined, childrenOf(childOf(root, 'Graphs'), 'Graph').length)
}

function noteRefs(element: XmlElement, guids: Guids): string[] {
  return refsOf(element, 'NoteRef', guids)
}

function refsOf(element: XmlElement, name: string, guids: Guids): string[] {
  return childrenOf(element, name).map((one) => guids.refer(attributeOf(one, 'targetGUID')))
}

function refOf(element: XmlElement, name: string, guids: Guids): string {
  return refsOf(element, name, guids)[0] ?? ''
}

function positionOf(element: XmlElement, name: string): number {
  const given = attributeOf(element, name).trim()
  return /^[+-]?\d{1,10}$/u.test(given) ? Number(given) : Number.NaN
}

function attributeOf(element: XmlElement, name: string): string {
  return element.attributes.get(name) ?? ''
}
