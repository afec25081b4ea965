import { describe, expect, test } from 'vitest'
import { at, project, studyToBringInto, talk, type Files } from './testing-imports.ts'
import { guid, qde } from './testing-projects.ts'

const { bring, codes, marked } = studyToBringInto()

describe('what other programs do their own way is understood', () => {
  const one = [at('price was high')]

  test.each<[string, Files, string]>([
    [
      'folders in capitals and another name of the project',
      { 'MyStudy.QDE': qde({ selections: one }), [`Sources/${guid(10)}.TXT`]: talk },
      'project-name-other',
    ],
    [
      'paths without internal://',
      {
        'project.qde': qde({ selections: one }).replace('internal://', ''),
        [`sources/${guid(10)}.txt`]: talk,
      },
      'path-odd',
    ],
    [
      'paths with folders and backslashes',
      {
        'project.qde': qde({ selections: one }).replace('internal://', 'relative:///..\\..\\'),
        [`sources/${guid(10)}.txt`]: talk,
      },
      'path-odd',
    ],
    [
      'GUIDs in braces and capitals',
      project(
        qde({ selections: one })
          .replaceAll(/targetGUID="([^"]+)"/g, (_, id: string) => `targetGUID="{${id.toUpperCase()}}"`)
          .replace(`guid="${guid(1)}"`, `guid="{${guid(1)}}"`),
      ),
      'guid-odd',
    ],
    ['a byte order mark before the XML', project(`\ufeff${qde({ selections: one })}`), 'speakers-guessed'],
    [
      'positions the wrong way round',
      project(qde({ selections: [{ start: at('price was high').end, end: at('price was high').start }] })),
      'positions-swapped',
    ],
    [
      'NVivo’s root above all codes',
      project(
        qde({
          selections: one,
          codes: `<Code guid="${guid(9)}" name="Nodes" isCodable="false"><Code guid="${guid(1)}" name="Price" isCodable="true"/><Code guid="${guid(2)}" name="Service" isCodable="true"/></Code>`,
        }),
      ),
      'root-unwrapped',
    ],
    [
      'names of files with letters taken apart, as a Mac does',
      {
        'project.qde': qde({ selections: one }).replace(
          `internal://${guid(10)}.txt`,
          'internal://Caf\u00e9.txt',
        ),
        ['sources/Cafe\u0301.txt']: talk,
      },
      'speakers-guessed',
    ],
    [
      'text in the place of rich text',
      {
        'project.qde': qde({ selections: one }).replace('plainTextPath', 'richTextPath'),
        [`sources/${guid(10)}.txt`]: talk,
      },
      'rich-text-read',
    ],
  ])('%s', async (_, files, what) => {
    const { report } = await bring(files)
    expect(await marked()).toEqual(['price was high = Price'])
    expect(report[what]).toBeGreaterThan(0)
    const names = (await codes()).map(({ name }) => name)
    expect(names).toEqual(['Price', 'Service'])
  })

  test('text inside the XML, and cases without a name', async () => {
    const text = talk.replaceAll('&', '&amp;')
    const xml = qde({
      cases: `<Case guid="${guid(50)}"><SourceRef targetGUID="${guid(10)}"/></Case>`,
      source: `<TextSource guid="${guid(10)}"><PlainTextContent>${text}</PlainTextContent><PlainTextSelection guid="${guid(100)}" startPosition="${at('for me').start}" endPosition="${at('for me').end}"><Coding guid="${guid(200)}"><CodeRef targetGUID="${guid(1)}"/></Coding></PlainTextSelection></TextSource>`,
    })
    const { report } = await bring({ 'project.qde': xml })
    expect(await marked()).toEqual(['for me = Price'])
    expect(report).toMatchObject({ 'case-unnamed': 1 })
  })

  test('two codes of one GUID, of one name, and colours of any kind', async () => {
    const twice = [
      `<Code guid="${guid(1)}" name="App" isCodable="true" color="rgba(1,2,3,.5)"><Code guid="${guid(3)}" name="Good" isCodable="true" color="#f00"/></Code>`,
      `<Code guid="${guid(1)}" name="Branch" isCodable="true" color="#2E7D32"><Code guid="${guid(4)}" name="good" isCodable="true"/></Code>`,
    ].join('')
    const { report } = await bring(
      project(qde({ codes: twice, selections: [{ ...at('for me'), code: guid(4) }] })),
    )
    const found = await codes()
    expect(found.map(({ name, colour }) => `${name}: ${colour}`)).toEqual([
      'App: teal',
      'Branch: green',
      'Good: red',
      'good: teal',
    ])
    expect(await marked()).toEqual(['for me = good'])
    expect(report).toMatchObject({ 'guid-twice': 1, 'colour-nearest': 2 })
  })

  test('two codes of one name under one code, and those that are here, in their place or none', async () => {
    const code = (n: number, name: string, below = '') =>
      `<Code guid="${guid(n)}" name="${name}" isCodable="true">${below}</Code>`
    await bring(project(qde({ codes: code(1, 'App', code(3, 'Good')) + code(4, 'Fast') })))
    const again = [
      code(11, 'app', code(13, 'GOOD') + code(14, 'good')),
      code(12, 'Branch', code(15, 'Good') + code(16, 'Fast')),
    ].join('')
    const { counts, report } = await bring(project(qde({ codes: again })))
    expect((await codes()).map(({ name }) => name)).toEqual([
      'App',
      'Branch',
      'Fast',
      'Good',
      'Good',
      'good (2)',
    ])
    expect(counts.codes).toBe(3)
    expect(report).toMatchObject({ 'code-known': 3, 'code-renamed': 1 })
  })

  test('the text of a transcript in a recording, by its sync points', async () => {
    const { start, end } = at('price was high')
    const xml = qde({
      sources: `<AudioSource guid="${guid(20)}" path="internal://talk.m4a"><Transcript guid="${guid(21)}" plainTextPath="internal://${guid(10)}.txt"><SyncPoint guid="${guid(31)}" timeStamp="0" position="${start}"/><SyncPoint guid="${guid(32)}" timeStamp="900" position="${end}"/><TranscriptSelection guid="${guid(22)}" fromSyncPoint="${guid(31)}" toSyncPoint="${guid(32)}"><Coding guid="${guid(200)}"><CodeRef targetGUID="${guid(1)}"/></Coding></TranscriptSelection></Transcript></AudioSource>`,
    })
    const { report } = await bring(project(xml))
    expect(await marked()).toEqual(['price was high = Price'])
    expect(report['recording-absent']).toBe(1)
  })
})
