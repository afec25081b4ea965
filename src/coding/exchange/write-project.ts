import {
  caseTarget,
  codeTarget,
  mediaKinds,
  mediaTarget,
  turnsTarget,
  type OwnCase,
  type RefiCase,
  type RefiCode,
  type RefiCoding,
  type RefiMedia,
  type RefiSelection,
  type RefiSource,
  type RefiVariable,
} from './refi.ts'
import { element, textElement, wrapper } from './xml-write.ts'

const head = '<?xml version="1.0" encoding="utf-8"?>\n'

type Coder = { guid: string; name: string }
type WrittenSet = { guid: string; name: string; sources: readonly string[]; noteGuids: readonly string[] }
export type WrittenNote = { guid: string; text: string }

/** A codebook (.qdc). */
export function writeCodebook(codes: readonly RefiCode[]): string {
  const attributes = { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'Samtale' }
  return `${head}${element('CodeBook', attributes, wrapper('Codes', writeCodes(codes, 'plain')))}\n`
}

/** A project (.qde). `sources` are written already, see `writeSource`. */
export function writeProject(project: {
  name: string
  description: string
  at: string
  coders: readonly Coder[]
  codes: readonly RefiCode[]
  variables: readonly RefiVariable[]
  cases: readonly RefiCase[]
  sources: readonly string[]
  notes: readonly WrittenNote[]
  sets: readonly WrittenSet[]
}): string {
  const { name, at, coders, codes, variables, cases, sources, notes, sets } = project
  const attributes = {
    xmlns: 'urn:QDA-XML:project:1.0',
    name,
    origin: 'Samtale',
    creatingUserGUID: coders[0]?.guid,
    creationDateTime: at,
  }
  const inside = [
    wrapper(
      'Users',
      coders.map((coder) => element('User', coder)),
    ),
    codes.length === 0 ? '' : wrapper('CodeBook', [wrapper('Codes', writeCodes(codes, 'with notes'))]),
    wrapper(
      'Variables',
      variables.map((one) =>
        element('Variable', { guid: one.guid, name: one.name, typeOfVariable: one.type }),
      ),
    ),
    wrapper('Cases', cases.map(writeCase)),
    wrapper('Sources', sources),
    wrapper('Notes', notes.map(writeNote)),
    wrapper('Sets', sets.map(writeSet)),
    textElement('Description', project.description),
  ]
  return `${head}${element('Project', attributes, inside)}\n`
}

/** A text source whose words lie in the archive under `sources/<guid>.txt`. */
export function writeSource(source: RefiSource, coderOf: (guid: string) => string | undefined): string {
  const turns = source.turns === undefined ? '' : instruction(turnsTarget, source.turns)
  return element(
    'TextSource',
    {
      guid: source.guid,
      name: source.name,
      plainTextPath: source.plainPath,
      creationDateTime: source.at,
    },
    [
      turns,
      ...source.selections.map((selection) => writeSelection(selection, coderOf)),
      ...source.noteGuids.map(noteRef),
      ...source.values.map(writeValue),
    ],
  )
}

function writeSelection(
  { guid, name, start, end, codings, noteGuids }: RefiSelection,
  coderOf: (guid: string) => string | undefined,
): string {
  const coder = coderOf(codings[0]?.guid ?? '')
  return element(
    'PlainTextSelection',
    { guid, name: name || undefined, startPosition: start, endPosition: end, creatingUser: coder },
    [...codings.map((coding) => writeCoding(coding, coderOf)), ...noteGuids.map(noteRef)],
  )
}

/** A photo, PDF or recording with its places, and the file where it comes along. */
export function writeMedia(media: RefiMedia, coderOf: (guid: string) => string | undefined): string {
  const { guid, name, path, places, own } = media
  const [kind = 'Picture'] = Object.entries(mediaKinds).find(([, one]) => one === media.kind) ?? []
  return element(`${kind}Source`, { guid, name, path }, [
    own === undefined ? '' : instruction(mediaTarget, own),
    ...places.map((place) => {
      const { page, ...at } = { page: undefined, ...place.where }
      const where = kind === 'PDF' ? { page, ...at } : at
      const creatingUser = coderOf(place.codings[0]?.guid ?? '')
      return element(
        `${kind}Selection`,
        { guid: place.guid, ...where, creatingUser },
        place.codings.map((coding) => writeCoding(coding, coderOf)),
      )
    }),
  ])
}

function writeCoding({ guid, code }: RefiCoding, coderOf: (guid: string) => string | undefined): string {
  return element('Coding', { guid, creatingUser: coderOf(guid) }, ref('CodeRef', code))
}

function writeCodes(codes: readonly RefiCode[], notes: 'plain' | 'with notes'): string[] {
  const byParent = Map.groupBy(codes, ({ parent }) => parent)
  const write = (code: RefiCode): string =>
    element(
      'Code',
      { guid: code.guid, name: code.name, isCodable: String(code.isCodable), color: code.colour },
      [
        code.own === undefined ? '' : instruction(codeTarget, code.own),
        textElement('Description', code.description),
        ...(notes === 'plain' ? [] : code.noteGuids.map(noteRef)),
        ...(byParent.get(code.guid) ?? []).map(write),
      ],
    )
  const known = new Set(codes.map(({ guid }) => guid))
  return codes.filter(({ parent }) => parent === undefined || !known.has(parent)).map(write)
}

function writeCase({ guid, name, values, sources, selections, memos }: RefiCase): string {
  return element('Case', { guid, name }, [
    memos.length === 0 ? '' : instruction(caseTarget, { memos } satisfies OwnCase),
    textElement('Description', memos.join('\n\n')),
    ...values.map(writeValue),
    ...sources.map((source) => ref('SourceRef', source)),
    ...selections.map((selection) => ref('SelectionRef', selection)),
  ])
}

function writeValue({ variable, text }: { variable: string; text: string }): string {
  return element('VariableValue', {}, [ref('VariableRef', variable), textElement('TextValue', text)])
}

function writeNote({ guid, text }: WrittenNote): string {
  return element('Note', { guid }, textElement('PlainTextContent', text))
}

function writeSet({ guid, name, sources, noteGuids }: WrittenSet): string {
  return element('Set', { guid, name }, [
    ...sources.map((source) => ref('MemberSource', source)),
    ...noteGuids.map((note) => ref('MemberNote', note)),
  ])
}

const ref = (name: string, targetGUID: string) => element(name, { targetGUID })
const noteRef = (guid: string) => ref('NoteRef', guid)

/** A processing instruction with JSON that cannot end it and holds nothing XML forbids. */
function instruction(target: string, value: unknown): string {
  const data = JSON.stringify(value).replaceAll(
    /[\u0000-\u001f>\ufffe\uffff\ud800-\udfff]|[\u{10000}-\u{10ffff}]/gu,
    (character) =>
      [...Array(character.length).keys()]
        .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
        .join(''),
  )
  return `<?${target} ${data}?>`
}
