import { Problem } from '../../platform/http/problem.ts'
import { decodeText } from '../../platform/text/decode.ts'
import { listArchive, unpack, type ArchiveEntry, type RandomBytes } from './archive.ts'
import type { Reporting } from './import-report.ts'
import { readProject } from './read-project.ts'
import { wordsOfNote } from './read-source.ts'
import type { RefiProject } from './refi.ts'
import { readXml } from './xml-read.ts'

/** The largest project file and the largest text of a source, unpacked; real ones are a hundredth of it. */
const largestProject = 64 << 20
const largestText = 32 << 20
/** All texts of one project together. */
const mostText = 1 << 30

/** Bytes of a source's file, or why there are none. */
export type SourceBytes =
  | { state: 'read'; bytes: Uint8Array }
  | { state: 'source-missing' | 'source-unreadable' | 'source-too-large' | 'path-outside' }

/** A codebook or project of another program, opened. */
export type Exchange = {
  kind: 'codebook' | 'project'
  project: RefiProject
  /** What the file is known by when it comes again. */
  content: string
  /** Reads the file a path of the project names, up to `most` bytes (32 MB). */
  readPath: (path: string, most?: number) => Promise<SourceBytes>
}

/**
 * Opens a `.qdpx`, `.qdc` or bare `.qde`, whatever its name says; what strangers send in a thread only (`withExchange`). Nothing of it is written anywhere. Throws a problem with what to do for what
 * is none of them, damaged, locked, far larger unpacked than any real project, or sets traps (a DTD, endless depth).
 */
export async function openExchange(file: RandomBytes, report: Reporting): Promise<Exchange> {
  const archive = await listArchive(file)
  if (archive.state !== 'read') {
    if (archive.state === 'damaged') throw problems.damaged()
    if (file.size > largestProject) throw problems.notRefi()
    const content = decodeText(await file.read(0, file.size)).text
    return { ...readDocument(content, report), readPath: async () => ({ state: 'source-missing' }) }
  }
  const entries = archive.entries.filter(
    ({ path }) => !path.endsWith('/') && !/(?:^|\/)(?:__MACOSX|\._)/u.test(path),
  )
  const opened = await unpackProject(file, projectIn(entries, report))
  const readPath = pathReader(file, { entries, report })
  const exchange = { ...readDocument(decodeText(opened).text, report), readPath }
  // MAXQDA and ATLAS.ti write memos into files of their own, like texts.
  for (const note of exchange.project.notes.values()) {
    if (note.content !== undefined) continue
    const content = await wordsOfNote(exchange, { note, report })
    if (content !== undefined) note.content = content
  }
  return exchange
}

function readDocument(text: string, report: Reporting): Omit<Exchange, 'readPath'> {
  if (!/^[\s\ufeff]*</u.test(text.slice(0, 1000))) throw problems.notRefi()
  const read = readXml(text)
  if (read.state !== 'read') throw xmlProblems[read.state]()
  const project = readProject(read.root, report)
  if (project === undefined) throw problems.notRefi()
  return { kind: read.root.name === 'Project' ? 'project' : 'codebook', project, content: text }
}

function projectIn(entries: readonly ArchiveEntry[], report: Reporting): ArchiveEntry {
  const found = entries.filter(({ path }) => /\.qde$/iu.test(path))
  const named = found.find(({ path }) => path.toLowerCase() === 'project.qde')
  const project = named ?? found.toSorted((a, b) => a.path.length - b.path.length)[0]
  if (project === undefined) throw problems.noProject()
  if (project.path !== 'project.qde') report.note('project-name-other')
  return project
}

async function unpackProject(file: RandomBytes, entry: ArchiveEntry): Promise<Uint8Array> {
  const unpacked = await unpack(file, { entry, most: largestProject })
  if (unpacked.state === 'read') return unpacked.bytes
  if (unpacked.state === 'encrypted') throw problems.encrypted()
  throw unpacked.state === 'too-large' ? problems.tooLarge() : problems.damaged()
}

function pathReader(
  file: RandomBytes,
  { entries, report }: { entries: readonly ArchiveEntry[]; report: Reporting },
): Exchange['readPath'] {
  const byName = new Map<string, ArchiveEntry>()
  for (const entry of entries) {
    const name = keyOf(entry.path)
    // A file in "sources" goes before one of the same name elsewhere.
    if (!byName.has(name) || /(?:^|\/)sources\/[^/]*$/iu.test(entry.path)) byName.set(name, entry)
  }
  let read = 0
  return async (path, most = largestText) => {
    const name = keyOf(path)
    const entry = byName.get(name) ?? byName.get(decoded(name))
    if (entry === undefined)
      return {
        state: /^(?:absolute|relative|file):|\.\.[/\\]/iu.test(path) ? 'path-outside' : 'source-missing',
      }
    if (!/^internal:\/\/[^/\\]+$/u.test(path)) report.note('path-odd')
    if (read > mostText) return { state: 'source-too-large' }
    const unpacked = await unpack(file, { entry, most })
    if (unpacked.state === 'read') {
      read += unpacked.bytes.length
      return unpacked
    }
    return { state: unpacked.state === 'too-large' ? 'source-too-large' : 'source-unreadable' }
  }
}

/** A file's name without its folders; a Mac takes letters apart ("ø" and "é" of two signs) that others write as one. */
function keyOf(path: string): string {
  return path
    .slice(path.replaceAll('\\', '/').lastIndexOf('/') + 1)
    .toLowerCase()
    .normalize('NFC')
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name).normalize('NFC')
  } catch {
    return name
  }
}

const refused = (id: string, detail: string) => () => new Problem({ id, status: 422, detail })

/** Why a file is not brought in. */
export const problems = {
  notRefi: refused(
    'exchange-not-refi',
    'This is neither a REFI-QDA project (.qdpx) nor a codebook (.qdc). Export it from your program in that format and choose that file.',
  ),
  damaged: refused(
    'exchange-damaged',
    'This archive is damaged or only half there. Export or copy it again.',
  ),
  broken: refused(
    'exchange-broken',
    'The XML in this file is broken, so nothing of it was read. Export it again from the program it comes from.',
  ),
  noProject: refused(
    'exchange-no-project',
    'There is no project in this archive (no .qde file). Choose the .qdpx file your program wrote.',
  ),
  encrypted: refused(
    'exchange-encrypted',
    'This archive is locked with a password. Unlock it, or export without one.',
  ),
  tooLarge: refused(
    'exchange-too-large',
    'Unpacked, the project in this file is larger than 64 MB, far more than any real one. It was not read.',
  ),
  tooMuch: refused(
    'exchange-too-much',
    'Reading this file takes more time or memory than any real project needs, so it was stopped. What was brought in until then is here. Export the project in parts and bring them in one after the other.',
  ),
  declares: refused(
    'exchange-declares',
    'This file declares its own XML entities or document type, which projects never need and traps do. It was not read.',
  ),
  tooDeep: refused(
    'exchange-too-deep',
    'The codes in this file lie more than 200 levels deep. It was not read.',
  ),
}

const xmlProblems = {
  'too-large': problems.tooLarge,
  declares: problems.declares,
  'too-deep': problems.tooDeep,
  broken: problems.broken,
}
