import type { Command } from './keys.ts'
import { codeBoxId, focusBox, focusTurn, noteBoxId } from './turn-focus.ts'
import type { Reader } from './use-reader.ts'
import { wordsPicked } from './words-at.ts'

type Commanded = Omit<Reader, 'onKeyDown'>

/** Does what a key asks for, as far as this member may. */
export function runCommand(reader: Commanded, command: Command): void {
  if (command.do === 'move') moveTo(reader, command.by)
  else if (command.do === 'select') {
    const turn = reader.interview.utterances.find(({ utteranceId }) => utteranceId === reader.currentId)
    if (turn) reader.moveWords(turn, command.move)
  } else if (command.do === 'keys') reader.showKeys(true)
  else if (command.do === 'clear') reader.clear()
  else if (command.do === 'passage') openNext(reader)
  else if (command.do === 'edit' && reader.mayCorrect) reader.edit(reader.currentId)
  else if (isReshaping(command)) reshape(reader, command.do)
  else if (reader.mayCode) change(reader, command)
}

const isReshaping = (command: Command): command is Command & { do: 'split' | 'merge' | 'who' } =>
  ['split', 'merge', 'who'].includes(command.do)

function reshape({ mayCorrect, turnEdits }: Commanded, what: 'split' | 'merge' | 'who'): void {
  if (!mayCorrect) return
  if (what === 'split') turnEdits.askSplit()
  else if (what === 'who') turnEdits.askWho()
  else void turnEdits.merge().catch(() => undefined)
}

function change(reader: Commanded, command: Command): void {
  const { actions } = reader
  if (command.do === 'recent') giveRecent(reader, command.place)
  else if (command.do === 'code') focusBox(codeBoxId)
  else if (command.do === 'in vivo') nameByWords(reader)
  else if (command.do === 'note') writeNote(reader)
  else if (command.do === 'undo') void actions.undo()
  else if (command.do === 'redo') void actions.redo()
  else if (command.do === 'remove') removeOpen(reader)
}

function giveRecent(reader: Commanded, place: number): void {
  const code = reader.actions.recent[place]
  if (code) void reader.apply({ codeId: code.codeId })
  else reader.hint('recent')
}

function removeOpen({ actions, activeId, hint }: Commanded): void {
  if (activeId === undefined) hint('open')
  else void actions.remove(activeId)
}

/** The marked words become the name of their code. */
function nameByWords(reader: Commanded): void {
  const name = wordsPicked(reader).slice(0, 200).trim().toWellFormed()
  if (name === '') reader.hint('pick')
  else void reader.apply({ name, origin: 'in vivo' })
}

function moveTo(reader: Commanded, by: 1 | -1): void {
  const { utterances } = reader.interview
  const next = utterances[utterances.findIndex(({ utteranceId }) => utteranceId === reader.currentId) + by]
  if (!next) return
  reader.clear()
  reader.goTo(next.utteranceId)
  focusTurn(next.utteranceId)
}

/** On the open passage, else on the first of the turn. */
function writeNote(reader: Commanded): void {
  if ((reader.activeId ?? openNext(reader)) !== undefined) focusBox(noteBoxId)
}

/** The next marked passage of the turn; says where there is none. */
function openNext(reader: Commanded): string | undefined {
  const opened = reader.activateNext(passagesHere(reader))
  if (opened === undefined) reader.hint('passage')
  return opened
}

const passagesHere = ({ highlights, currentId }: Commanded) =>
  highlights.filter(({ utteranceId, lostText }) => utteranceId === currentId && lostText === null)
