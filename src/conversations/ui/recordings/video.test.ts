import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { describeInBrowser } from '../../../../test/browser.ts'
import { openWorkspace } from '../../../../test/members.ts'
import { meetRecorded } from '../../../../test/recordings.ts'
import { checkAxe, shoot } from '../../../../test/screenshots.ts'
import { openStudy } from '../../../../test/spoken-study.ts'
import { temporaryFolder } from '../../../../test/temporary-folder.ts'
import en from '../messages/en.json' with { type: 'json' }

/** A machine that does other things too takes its time over sound and pictures. */
const soon = { timeout: 30_000 }

/** Seconds of the film by its own clock, that of the sound: a busy machine records less than passes on the wall. */
const filmed = 5

/** A picture that changes and a tone, as a browser records them: WebM that does not say how long it is. */
async function recordVideo(page: Page): Promise<Buffer> {
  const encoded = await page.evaluate(async (seconds) => {
    const canvas = document.createElement('canvas')
    canvas.width = 320
    canvas.height = 180
    const paper = canvas.getContext('2d')
    let at = 0
    const drawing = setInterval(() => {
      if (!paper) return
      at += 1
      paper.fillStyle = `hsl(${at * 12} 80% 50%)`
      paper.fillRect(0, 0, 320, 180)
    }, 40)
    const sound = new AudioContext()
    const tone = sound.createOscillator()
    const heard = sound.createMediaStreamDestination()
    tone.connect(heard)
    tone.start()
    const stream = new MediaStream([
      ...canvas.captureStream(25).getTracks(),
      ...heard.stream.getAudioTracks(),
    ])
    const recorder = new MediaRecorder(stream, { mimeType: 'video/webm' })
    const parts: Blob[] = []
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
    const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve))
    const started = new Promise((resolve) => recorder.addEventListener('start', resolve))
    await sound.resume()
    recorder.start()
    await started
    const from = sound.currentTime
    while (sound.currentTime - from < seconds || at < 25)
      await new Promise((resolve) => setTimeout(resolve, 40))
    recorder.stop()
    await stopped
    clearInterval(drawing)
    await sound.close()
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  }, filmed)
  return Buffer.from(encoded, 'base64')
}

describeInBrowser('a video in a browser', (house) => {
  const folder = temporaryFolder('video')
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('is sent, seen, heard and moved through, although its file does not say how long it is', async () => {
    const ann = await openWorkspace(house.app)
    const { studyId } = await openStudy(house.app, ann)
    await meetRecorded(house.app, ann, studyId)
    const { context, page } = await house.openAs(ann, { locale: 'en-GB' })
    await page.goto(`${house.url}/w/${ann.workspaceId}/studies/${studyId}/recordings`)
    const file = join(folder, 'Anna 3 May.webm')
    writeFileSync(file, await recordVideo(page))
    await page.locator('fieldset label').first().click()
    await page.locator('input[type=file]').setInputFiles(file)
    await page.waitForURL(/\/recordings\/[\da-f-]{36}$/)
    const video = page.locator('video')
    await video.waitFor({ state: 'visible', ...soon })
    expect(await video.evaluate((shown) => (shown instanceof HTMLVideoElement ? shown.videoWidth : 0))).toBe(
      320,
    )
    const slider = page.getByRole('slider', { name: en['conversations.sound.place'] })
    await expect
      .poll(async () => Number(await slider.getAttribute('aria-valuemax')), soon)
      .toBeGreaterThanOrEqual(filmed - 1)
    await page.getByRole('button', { name: en['conversations.sound.play'], exact: true }).click()
    await expect
      .poll(
        () => video.evaluate((shown) => (shown instanceof HTMLVideoElement ? shown.currentTime : 0)),
        soon,
      )
      .toBeGreaterThan(2)
    await video.evaluate((shown) => shown instanceof HTMLVideoElement && shown.pause())
    const place = async () => Number(await slider.getAttribute('aria-valuenow'))
    await expect.poll(place, soon).toBeGreaterThanOrEqual(2)
    await slider.focus()
    await page.keyboard.press('Home')
    await expect.poll(place, soon).toBeLessThan(1)
    expect(await checkAxe(page)).toEqual([])
    await shoot(page, 'video-en-GB')
    await context.close()
  }, 180_000)
})
