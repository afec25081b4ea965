import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { planSitting } from '../src/conversations/index.ts'
import { addParticipant } from '../src/conversations/participants.ts'
import { createStudy } from '../src/conversations/studies.ts'
import { allShown, describeInBrowser } from './browser.ts'
import { joinWorkspace, openWorkspace, type TestMember } from './members.ts'
import { signInBrowser } from './program.ts'
import { checkAxe, shoot } from './screenshots.ts'
import { openSilentNetwork } from './silent-network.ts'

describeInBrowser('a conversation without the network', (house) => {
  let owner: TestMember
  let bo: TestMember
  let studyId = ''
  const paths: { sittingId: string; url: string }[] = []

  beforeAll(async () => {
    owner = await openWorkspace(house.app)
    const { workspaceId, actor } = owner
    bo = await joinWorkspace(house.app, { workspaceId, role: 'marketer' })
    const question = 'Tell me about the last time you switched bank.'
    studyId = await createStudy(house.app, {
      workspaceId,
      actor,
      draft: {
        title: 'Why people switch bank',
        hypothesis: 'They leave because nobody answers.',
        mode: 'behaviour',
        language: 'en',
        guide: [{ title: 'The last time', minutes: 20, questions: [question] }],
        bases: { conversation_analysis: 'consent', quoting: 'consent' },
      },
    })
    for (const called of ['Mette', 'Sigrid', 'Astrid', 'Runa']) {
      const agreements = [{ agreement: 'conversation_analysis' as const, given: true, channel: 'talk' }]
      const participantId = await addParticipant(house.app, {
        ...{ workspaceId, studyId, personId: undefined, agreements, actor },
      })
      const planned = {
        ...{ workspaceId, studyId, actor, minutes: 60, language: 'en', interviewerId: owner.memberId },
        people: [{ participantId, called }],
        startsAt: new Date(Date.now() + paths.length * 7_200_000),
      }
      const { sittingId } = await house.app.pg
        .transaction()
        .execute((tx) => planSitting({ app: house.app, tx }, planned))
      paths.push({ sittingId, url: `${house.url}/w/${workspaceId}/sittings/${sittingId}` })
    }
  })

  const at = (index: number) => paths[index] ?? { sittingId: '', url: '' }
  /** Opens a conversation with the network, until the browser has all it needs to open it again without. */
  async function openOnce(page: Page, { url, called }: { url: string; called: string }) {
    await page.goto(url)
    await page.getByRole('heading', { level: 1, name: called }).waitFor()
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated')
  }
  const note = async (page: Page, text: string) => {
    const box = page.getByRole('textbox', { name: 'Note' })
    await box.fill(text)
    await box.press('Enter')
    await page.getByRole('listitem').filter({ hasText: text }).waitFor()
  }
  const kept = async ({ sittingId }: { sittingId: string }, kind: string) => {
    const rows = await house.app.pg
      .selectFrom('sitting_notes')
      .select(['text', 'lines'])
      .where('sitting_id', '=', sittingId)
      .where('kind', '=', kind)
      .orderBy('at')
      .execute()
    return rows.map((row) => row.text || JSON.stringify(row.lines))
  }
  const filesKept = (page: Page) =>
    page.evaluate(async () => {
      const names = await caches.keys()
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
      return { names, paths: requests.flat().map(({ url }) => new URL(url).pathname) }
    })

  test('it opens again with the guide and what waits, keeps no name, and sends everything once', async () => {
    const { page, context } = await house.openAs(owner)
    const { url } = at(0)
    // What an earlier build left behind.
    await page.goto(`${house.url}/sign-in`)
    await page.evaluate(async () => {
      await (await caches.open('samtale-before-en')).put('/old.js', new Response('old'))
    })
    await openOnce(page, { url, called: 'Mette' })
    const files = await filesKept(page)
    expect(files.names).toEqual([expect.stringMatching(/^samtale-[0-9a-f]{12}-en$/)])
    expect(files.paths.filter((path) => !/^\/(?:$|assets\/|theme\.js$|mark\.svg$)/.test(path))).toEqual([])

    await page.getByRole('button', { name: 'Begin the conversation' }).click()
    const question = page.getByRole('checkbox', { name: /the last time you switched bank/ })
    await question.click({ force: true })
    await note(page, 'She waited a week')
    await page.getByText('All notes are saved').waitFor()
    await expect.poll(() => kept(at(0), 'asked')).toHaveLength(1)
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('samtale.offline')))
      .toContain('"kind":"asked"')
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/Mette|waited a week/)

    await context.setOffline(true)
    await note(page, 'Nobody answered')
    await page.getByText('1 note waits for the network').waitFor()
    await page.reload()
    await page.getByText('You are offline').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Participant 1' }).waitFor()
    await page.getByText('Nobody answered').waitFor()
    await expect.poll(() => question.isChecked()).toBe(true)
    await note(page, 'She left that day')
    await page.reload()
    await page.getByText('She left that day').waitFor()
    await page.getByText('2 notes wait for the network').waitFor()
    await allShown(page)
    await shoot(page, 'offline-conversation')
    expect(await checkAxe(page)).toEqual([])
    expect(await kept(at(0), 'note')).toEqual(['She waited a week'])

    await context.setOffline(false)
    await page.getByText('All notes are saved').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Mette' }).waitFor()
    await page.getByText('You are offline').waitFor({ state: 'detached' })
    await page.getByText('She waited a week').waitFor()
    expect(await kept(at(0), 'note')).toEqual(['She waited a week', 'Nobody answered', 'She left that day'])
    await context.close()
  })

  test('begun without the network and given to a colleague meanwhile, it stays with who began it to the debrief', async () => {
    const { page, context } = await house.openAs(owner)
    const { url, sittingId } = at(1)
    await openOnce(page, { url, called: 'Sigrid' })
    await context.setOffline(true)
    await page.reload()
    await page.getByText('You are offline').waitFor()
    await page.getByRole('button', { name: 'Begin the conversation' }).click()
    await note(page, 'Her sister went first')
    const given = await fetch(`${house.url}/api/w/${owner.workspaceId}/sittings/${sittingId}`, {
      method: 'PUT',
      headers: { ...owner.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ version: 1, interviewerId: bo.memberId }),
    })
    expect(given.status).toBe(200)
    await context.setOffline(false)
    await page.getByText('All notes are saved').waitFor()
    await page.getByText('The marketer leads this conversation since').waitFor()
    await page.getByRole('button', { name: 'End the conversation' }).click()
    await page.getByLabel('What surprised you?').fill('It was the sister')
    await expect.poll(() => kept(at(1), 'debrief')).toEqual(['["It was the sister","",""]'])
    expect(await kept(at(1), 'note')).toEqual(['Her sister went first'])
    await context.close()
  })

  test('a network that neither fails nor answers is not waited for: it opens, is written in, and everything is sent once', async () => {
    const network = await openSilentNetwork(house.url)
    const { page, context } = await house.openAs(owner)
    const url = at(2).url.replace(house.url, network.url)
    await openOnce(page, { url, called: 'Astrid' })
    await page.getByRole('button', { name: 'Begin the conversation' }).click()
    await note(page, 'She was on a train')
    await page.getByText('All notes are saved').waitFor()
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('samtale.offline')))
      .toContain('"kind":"begin"')

    network.fallSilent()
    await note(page, 'Into a tunnel')
    await page.getByText('1 note waits for the network').waitFor()
    await page.reload({ waitUntil: 'commit' })
    await page.getByText('You are offline').waitFor()
    await page.getByText('Into a tunnel').waitFor()
    await note(page, 'And out of it')
    expect(await kept(at(2), 'note')).toEqual(['She was on a train'])

    network.comeBack()
    await page.getByText('All notes are saved').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Astrid' }).waitFor()
    await page.getByText('You are offline').waitFor({ state: 'detached' })
    expect(await kept(at(2), 'note')).toEqual(['She was on a train', 'Into a tunnel', 'And out of it'])
    await context.close()
    await network.close()
  })

  test('where a browser keeps no pages, whoever is about to begin is told to leave this one open', async () => {
    const { page, context } = await house.openAs(owner, { locale: 'da-DK' })
    const told = page.getByText('Lad siden stå åben')
    await page.goto(at(3).url)
    await page.getByRole('heading', { level: 1, name: 'Runa' }).waitFor()
    expect(await told.count()).toBe(0)
    // As on a page without TLS, which no address of this machine is.
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
    await page.reload()
    await told.waitFor()
    await allShown(page)
    expect(await checkAxe(page)).toEqual([])
    await context.close()
  })

  const nothing = { files: [], answers: null, workers: 0 }
  const leftHere = (page: Page) =>
    page.evaluate(async () => ({
      files: await caches.keys(),
      answers: localStorage.getItem('samtale.offline'),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }))

  test('somebody else who signs in here finds nothing of it', async () => {
    const { page, context } = await house.openAs(owner)
    await openOnce(page, { url: at(0).url, called: 'Mette' })
    expect(await leftHere(page)).toMatchObject({ workers: 1, answers: expect.stringContaining(owner.email) })
    await context.clearCookies()
    await signInBrowser(context, { url: house.url, user: bo })
    await page.goto(`${house.url}/w/${owner.workspaceId}`)
    await expect.poll(() => leftHere(page)).toEqual(nothing)
    await context.close()
  })

  test('signing out takes all of it off this browser', async () => {
    const { page, context } = await house.openAs(owner)
    await openOnce(page, { url: at(0).url, called: 'Mette' })
    await page.getByRole('button', { name: 'End the conversation' }).click()
    await page.getByRole('button', { name: /Owner/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.waitForURL(`${house.url}/sign-in`)
    expect(await leftHere(page)).toEqual(nothing)
    await context.close()
  })
})
