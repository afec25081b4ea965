import { openWorkspace, type TestMember } from '../../../test/members.ts'
import { bringTalk, openStudy, passageOf, sayOfStudy } from '../../../test/spoken-study.ts'
import { addGrounds, declareBases, type Purpose } from '../../consent/index.ts'
import type { InterviewText } from '../../conversations/index.ts'
import { defineTraits, writeFacts } from '../../people/index.ts'
import type { App } from '../../platform/index.ts'
import { CodeId } from '../../workspace/index.ts'
import { changeCode, createCode } from '../codes.ts'
import type { CodeReading } from '../coding.schema.ts'
import { markPassages } from '../highlights.ts'

/** A study with its codes, for tests: talks are brought in and passages marked by their words. */
export class TestingStudy {
  readonly app: App
  readonly ann: TestMember
  readonly studyId: string
  readonly codes = new Map<string, string>()

  constructor(app: App, ann: TestMember, studyId: string) {
    this.app = app
    this.ann = ann
    this.studyId = studyId
  }

  static async open(app: App): Promise<TestingStudy> {
    const ann = await openWorkspace(app)
    return new TestingStudy(app, ann, (await openStudy(app, ann)).studyId)
  }

  get at() {
    return { workspaceId: this.ann.workspaceId, studyId: this.studyId }
  }

  async code(name: string, given: Partial<CodeReading> & { under?: string } = {}): Promise<string> {
    const { under, ...reading } = given
    const { workspaceId, actor } = this.ann
    const { codeId } = await createCode(this.app, {
      workspaceId,
      actor,
      studyId: null,
      code: {
        name,
        description: '',
        colour: 'teal',
        ...(under === undefined ? {} : { parentId: this.idOf(under) }),
      },
    })
    if (Object.keys(reading).length > 0)
      await changeCode(this.app, { workspaceId, actor, codeId, change: reading })
    this.codes.set(name, codeId)
    return codeId
  }

  idOf(name: string) {
    const codeId = this.codes.get(name)
    if (codeId === undefined) throw new Error(`no code ${name}`)
    return CodeId.parse(codeId)
  }

  async talk(talk: string, given: { language?: string; happenedAt?: Date; title?: string } = {}) {
    return bringTalk(this.app, this.ann, { studyId: this.studyId, talk, ...given })
  }

  async mark(interview: InterviewText, words: string, ...names: string[]) {
    const { workspaceId, actor } = this.ann
    const { highlightIds } = await markPassages(this.app, {
      workspaceId,
      actor,
      interviewId: interview.interviewId,
      passages: [passageOf(interview, words)],
      codeIds: names.map((name) => this.idOf(name)),
    })
    const [highlightId] = highlightIds
    if (highlightId === undefined) throw new Error('nothing was marked')
    return highlightId
  }

  withdraw(interview: InterviewText, words: string, purpose: Purpose) {
    return this.say(interview, { words, purpose, state: 'withdrawn' })
  }

  permit(interview: InterviewText, words: string, purpose: Purpose) {
    return this.say(interview, { words, purpose, state: 'given' })
  }

  private async say(
    interview: InterviewText,
    given: { words: string; purpose: Purpose; state: 'given' | 'withdrawn' },
  ) {
    const { words, purpose, state } = given
    await sayOfStudy(this.app, { ...this.at, personNo: personOf(interview, words), purpose, state })
  }

  /** Makes a trait of some people known; who is given null is not known. */
  async know(trait: string, values: ReadonlyMap<number, string | number | null>) {
    const { workspaceId } = this.ann
    const sourceId = crypto.randomUUID()
    const bases = { analysis: { basis: 'legitimate interest' } } as const
    await declareBases(this.app, {
      workspaceId,
      declarer: { kind: 'source', id: sourceId },
      bases,
      by: undefined,
    })
    await this.app.pg
      .transaction()
      .execute((tx) => addGrounds(tx, { workspaceId, declarerId: sourceId, personNos: [...values.keys()] }))
    const isNumber = [...values.values()].some((value) => typeof value === 'number')
    const type = isNumber ? 'number' : 'category'
    await defineTraits(this.app, { workspaceId, traits: [{ trait, class: 'demographic', type }] })
    const at = new Date('2026-11-01T00:00:00Z')
    await writeFacts(this.app, {
      workspaceId,
      sourceId,
      facts: [...values].flatMap(([personNo, value]) =>
        value === null
          ? []
          : [
              {
                ...{ personNo, trait, text: String(value), num: typeof value === 'number' ? value : null },
                ...{ origin: 'told', class: 'demographic', at },
              } as const,
            ],
      ),
    })
  }
}

/** The number of whoever said these words. */
export function personOf(interview: InterviewText, words: string): number {
  const said = interview.utterances.find(({ text }) => text.includes(words))
  const speaker = interview.speakers.find(({ speakerId }) => speakerId === said?.speakerId)
  if (typeof speaker?.personNo !== 'number') throw new Error(`nobody said ${words}`)
  return speaker.personNo
}
