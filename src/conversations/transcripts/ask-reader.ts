import { keptThreads, ThreadLimit, type Asker } from '../../platform/index.ts'
import { isPdf, type PdfSizes } from './pdf.ts'
import type { GivenMaterial, Refused } from './read-material.ts'
import type { ReadingTasks } from './reading-tasks.ts'
import { largestTranscript, refused } from './read-transcript.ts'

const readers = keptThreads<ReadingTasks>({
  module: new URL('./reading-tasks.ts', import.meta.url),
  limits: { milliseconds: 60_000, megabytes: 1024 },
})

type Answered<Name extends 'read' | 'look'> = Awaited<ReturnType<ReadingTasks[Name]>>

/** Reads material into a transcript, in a thread that is ended when it takes a minute or holds a gigabyte: `transcript-too-much`. Waits for the asker's turn. */
export async function askReader(asker: Asker, given: GivenMaterial): Promise<Answered<'read'>> {
  return refusable(given, () => readers(asker).ask('read', given))
}

/** What there is to be seen of material before it is kept. `askers` are names; those who speak in it are told. */
export async function askLook(
  asker: Asker,
  given: GivenMaterial & { askers: readonly string[] },
): Promise<Answered<'look'>> {
  return refusable(given, () => readers(asker).ask('look', given))
}

/** How wide and high each page of a PDF is in points, or why that cannot be said. */
export async function askPages(asker: Asker, bytes: Uint8Array): Promise<PdfSizes> {
  try {
    return await readers(asker).ask('pages', bytes)
  } catch (error) {
    if (error instanceof ThreadLimit) return { state: 'too-large' }
    throw error
  }
}

async function refusable<Answer>(
  { material }: GivenMaterial,
  ask: () => Promise<Answer>,
): Promise<Answer | Refused> {
  const size = material.how === 'file' ? material.bytes.length : material.text.length
  if (size > largestTranscript) return refused('transcript-too-large')
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof ThreadLimit)) throw error
    const isPages = material.how === 'file' && isPdf(material.bytes)
    return refused(isPages ? 'transcript-pdf-too-large' : 'transcript-too-much')
  }
}
