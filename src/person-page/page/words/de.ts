import type { PageWords } from './words.ts'

const exportKinds: Record<string, string> = {
  project: 'Die ganze Studie für ein anderes Programm',
  quotes: 'Zitate',
  matrix: 'Eine Tabelle der Themen',
  report: 'Ein Bericht',
  'report print': 'Ein Bericht auf Papier',
  memos: 'Was das Team dazu notiert hat',
  'list to invite': 'Eine Adressliste für Einladungen',
  'list to mail': 'Eine Adressliste für E-Mails',
}

export const de: PageWords = {
  language: 'Deutsch',
  skip: 'Zum Inhalt',
  languages: 'Sprache',
  title: (workspace) => `Ihr Gespräch mit ${workspace}`,
  about: (study) => `Es ging um: ${study}`,
  lead: 'Hier sehen Sie, was wir von Ihren Worten aufgeschrieben haben und wofür wir es verwenden. Sie entscheiden: Berichtigen Sie es, geben Sie es frei, oder nehmen Sie Ihre Erlaubnis zurück. Was Sie hier ändern, gilt sofort.',
  yours: 'Der Link zu dieser Seite gehört nur Ihnen. Bitte geben Sie ihn nicht weiter.',
  recorded: 'Was wir aufgeschrieben haben',
  recordings: 'Aufnahmen von Ihnen',
  recordingsLead:
    'Gehört werden sie nur von denen, die mit den Gesprächen arbeiten, solange Sie Aufnahme und Auswertung erlauben. Nehmen Sie die Aufnahme unten zurück, werden sie gelöscht, auch für andere, die darin zu hören sind. Für eine Kopie des Tons fragen Sie die Person, die mit Ihnen gesprochen hat.',
  recordingOf: (day, isVideo) => `${isVideo ? 'Video' : 'Ton'} vom ${day}`,
  recordingGoes: (day) =>
    day === null ? 'Noch ist kein Tag bestimmt, an dem sie gelöscht wird.' : `Sie wird am ${day} gelöscht.`,
  documents: 'Ihre Fotos und Dokumente',
  documentsLead:
    'Gesehen werden sie nur von denen, die mit den Gesprächen arbeiten: Fotos, solange Sie Aufnahme und Auswertung erlauben, Dokumente, solange Sie die Auswertung erlauben. Sie sind in einer Kopie Ihrer Daten enthalten und verschwinden, wenn Sie gelöscht werden.',
  documentOf: (day, isPhoto) => `${isPhoto ? 'Foto' : 'Dokument'} vom ${day}`,
  sittings: 'Notizen zu Gesprächen',
  sittingsLead:
    'Wer mit Ihnen spricht, kann sich dabei Notizen machen. Sie werden nur gelesen, solange Sie die Auswertung des Gesagten erlauben, sie sind in einer Kopie Ihrer Daten enthalten und verschwinden, wenn Sie gelöscht werden.',
  sittingPlanned: (day) => `Geplant für ${day}`,
  willAsk: (name) => `${name} wird fragen.`,
  sittingHeld: (day) => `Geführt am ${day}`,
  sitsIn: (names) => `Dabei: ${names}.`,
  notesKept: (count) => (count === 1 ? 'Eine Notiz ist gespeichert.' : `${count} Notizen sind gespeichert.`),
  recordedNone: 'Von Ihren Worten ist noch nichts aufgeschrieben.',
  conversation: (date) => `Gespräch vom ${date}`,
  kind: (kind) => (kind === 'open-answers' ? 'Ihre schriftlichen Antworten' : 'Wort für Wort aufgeschrieben'),
  asked: (name) => `${name} hat die Fragen gestellt.`,
  words: (count, isOne) => (isOne ? '1 Wort ist von Ihnen' : `${count} Wörter sind von Ihnen`),
  others: (count) =>
    `${count === 1 ? 'Eine weitere Person war' : `${count} weitere Personen waren`} dabei. Sie sehen nur Ihren eigenen Teil, und niemand sieht Ihren auf der eigenen Seite.`,
  read: 'Lesen, berichtigen und freigeben',
  approvedAt: (date) => `Von Ihnen freigegeben am ${date}.`,
  changedSince: 'Nach Ihrer Freigabe wurde etwas berichtigt. Bitte lesen Sie es noch einmal.',
  notApproved: 'Sie haben es noch nicht freigegeben.',
  usesTitle: 'Was wir damit tun dürfen',
  usesLead:
    'Sie sagen zu jedem Punkt Ja oder Nein und können es jederzeit ändern. Ein Nein hat für Sie keine Nachteile.',
  uses: {
    recording: {
      name: 'Das Gespräch aufnehmen und aufschreiben',
      yes: 'Wir dürfen aufnehmen, was gesagt wird, und es aufschreiben, damit sich niemand alles merken muss.',
      no: 'Wir nehmen kein weiteres Gespräch mit Ihnen auf.',
    },
    conversation_analysis: {
      name: 'Auswerten, was Sie gesagt haben',
      yes: 'Unser Team liest, was Sie gesagt haben, und vergleicht es mit dem, was andere gesagt haben, um Menschen besser zu verstehen.',
      no: 'Niemand im Team sieht Ihre Worte mehr, auch nicht, was darauf erwidert wurde, und sie zählen nirgends mit. Sie bleiben verschlossen, damit Sie sie hier noch lesen können.',
    },
    quoting: {
      name: 'Sie unter erfundenem Namen zitieren',
      yes: 'Wir dürfen Sätze von Ihnen Wort für Wort zeigen, unter einem erfundenen Namen. Ihr richtiger Name steht nie dabei.',
      no: 'Ihre Sätze verschwinden sofort aus allem, was wir zeigen, und sind in nichts enthalten, was wir ab jetzt exportieren.',
    },
    invitation: {
      name: 'Sie um ein weiteres Gespräch bitten',
      yes: 'Wir dürfen Ihnen schreiben, wenn wir wieder mit Ihnen sprechen möchten.',
      no: 'Wir fragen Sie nicht noch einmal.',
    },
  },
  states: { yes: 'Ja', no: 'Nein', open: 'Noch nicht gefragt, also tun wir es nicht' },
  allow: 'Ja sagen',
  takeBack: 'Nein sagen',
  allTitle: 'Alles zurücknehmen',
  allWhat:
    'Ihre Worte verschwinden aus allem, was das Team sieht, und wir fragen Sie nicht noch einmal. Sie bekommen einen Beleg. Später können Sie wieder Ja sagen.',
  allDo: 'Alles zurücknehmen',
  quotes: 'Ihre Worte und wo sie verwendet werden',
  quotesLead: 'Sätze, die das Team markiert hat. Soll einer nirgends gezeigt werden, nehmen Sie ihn heraus.',
  quotesNone: 'Kein Satz von Ihnen ist markiert oder zitiert.',
  underCodes: (codes) => `Steht unter: ${codes}`,
  inSets: (names) => `Steht in der Sammlung: ${names}`,
  inPortraits: (segments) => `Kann im Porträt gezeigt werden von: ${segments}`,
  quotesClosed: 'Sie haben das Zitieren nicht erlaubt, darum wird nichts davon als Zitat gezeigt.',
  takeOut: 'Herausnehmen',
  takenOut: 'Auf Ihren Wunsch herausgenommen. Der Satz wird nirgends als Zitat gezeigt.',
  oneQuote: 'Ein Satz von Ihnen',
  askedToTakeOut: 'Sie haben uns gebeten, einen Satz von Ihnen herauszunehmen.',
  writtenDown: (name, channel) =>
    `${name === null ? 'Wir haben' : `${name} hat`} es für Sie festgehalten${channel === null ? '' : ` (${channel})`}.`,
  byName: {
    name: 'Sie mit Namen zitieren',
    what: (name) =>
      `Wir dürfen Sätze von Ihnen Wort für Wort zeigen, mit dem Namen ${name} daneben, wie Sie es wünschten.`,
    instead: 'Lieber unter erfundenem Namen',
  },
  exports: 'Wer etwas exportiert hat',
  exportsLead:
    'Dateien mit Ihren Worten oder mit dem, was daraus gemacht wurde. Nehmen Sie etwas zurück, werden diese Personen aufgefordert, es zu löschen.',
  exportsNone: 'Niemand hat Ihre Worte exportiert.',
  exportKind: (kind) => exportKinds[kind] ?? kind,
  exportedBy: (date, name) => `${date}, ${name}`,
  exportedBySomebody: 'jemand, der hier nicht mehr arbeitet',
  soundSent: (day) => `Ton vom ${day}, zum Aufschreiben gesendet`,
  soundSentLead:
    'Um aufschreiben zu lassen, was Sie gesagt haben, ging der Ton an einen Dienst außerhalb unseres Teams. Nehmen Sie etwas zurück, fragen Sie uns, was er noch aufbewahrt.',
  receipts: 'Ihre Belege',
  receiptsNone: 'Sie haben nichts zurückgenommen.',
  receipt: (date) => `Zurückgenommen am ${date}`,
  download: 'Beleg herunterladen',
  receiptTitle: 'Beleg: Erlaubnis zurückgenommen',
  receiptStudy: 'Studie',
  receiptTime: 'Zeitpunkt',
  receiptWithdrawn: 'Zurückgenommen',
  receiptTold: (count) =>
    count === 0
      ? 'Niemand hatte diese Worte exportiert.'
      : `${count === 1 ? 'Eine frühere Datei enthielt' : `${count} frühere Dateien enthielten`} Ihre Worte. Wer sie hat, wird aufgefordert, sie zu löschen.`,
  receiptProof: 'Nachweis, dass dieser Beleg von uns ist',
  back: 'Zurück zu Ihrer Seite',
  you: 'Sie',
  interviewer: 'Interview',
  hidden: (count) => (count === 1 ? 'Hier hat jemand anders gesprochen.' : 'Hier haben andere gesprochen.'),
  closedHere:
    'Sie haben zurückgenommen, dass dies ausgewertet wird. Niemand im Team sieht es; Sie können es hier lesen und wieder berichtigen, wenn Sie Ja gesagt haben.',
  standIns:
    'Wir haben Namen, Orte und Nummern in Ihren Worten ersetzt, damit niemand erkennt, wer Sie oder andere sind. Ersetztes ist gepunktet unterstrichen: erfundene Namen oder ein Hinweis in eckigen Klammern. Sie haben dort etwas anderes gesagt und brauchen es nicht zu berichtigen. Was Sie wirklich gesagt haben, liegt unter Verschluss und gehört zu einer Kopie Ihrer Daten.',
  standInsHere:
    'Namen, Orte oder Nummern sind hier zum Schutz der Menschen ersetzt. Sie brauchen sie nicht zu berichtigen.',
  correct: 'Berichtigen',
  correctWhat: 'Schreiben Sie, was Sie gesagt oder gemeint haben',
  correctedByYou: 'Von Ihnen berichtigt',
  save: 'Speichern',
  cancel: 'Abbrechen',
  approve: 'Ja, so stimmt es',
  approveWhat:
    'Haben Sie alles gelesen, und ist es das, was Sie gesagt haben? Dann geben Sie es frei. Berichtigen können Sie es auch danach noch.',
  done: {
    allowed: 'Danke. Das ist festgehalten und gilt ab jetzt.',
    withdrawn: 'Das ist zurückgenommen und gilt ab jetzt. Ihr Beleg steht unten auf der Seite.',
    corrected: 'Ihre Berichtigung ist gespeichert. Das Team arbeitet jetzt mit Ihren Worten.',
    approved: 'Danke. Ihre Freigabe ist festgehalten.',
    refused:
      'Der Satz ist herausgenommen. Er wird nirgends als Zitat gezeigt. Ihr Beleg steht unten auf der Seite.',
  },
  faults: {
    changed: {
      title: 'Der Text wurde geändert, während Sie schrieben.',
      todo: 'Der neueste Text steht darüber. Was Sie geschrieben haben, steht noch im Feld: Vergleichen Sie beides und speichern Sie dann noch einmal.',
    },
    empty: {
      title: 'Es ist kein Text mehr da.',
      todo: 'Schreiben Sie, was Sie gesagt haben, oder brechen Sie ab.',
    },
    closed: {
      title: 'Sie haben zurückgenommen, dass dies ausgewertet wird.',
      todo: 'Niemand arbeitet mit diesen Worten, es gibt also nichts zu berichtigen. Sagen Sie zuerst Ja dazu.',
    },
    gone: {
      title: 'Hier ist nichts.',
      todo: 'Öffnen Sie den Link aus Ihrer E-Mail noch einmal, ganz, bis zum letzten Buchstaben.',
    },
    old: {
      title: 'Dieser Link gilt nicht mehr.',
      todo: 'Er ist zu alt oder wurde zurückgenommen. Bitten Sie um einen neuen, wo Sie ihn bekommen haben. Was Sie entschieden haben, gilt weiter.',
    },
    'too-many': {
      title: 'Das war zu oft.',
      todo: 'Warten Sie ein paar Minuten und versuchen Sie es dann noch einmal.',
    },
    unexpected: {
      title: 'Bei uns ist etwas schiefgegangen.',
      todo: 'Nichts wurde geändert. Versuchen Sie es gleich noch einmal.',
    },
  },
}
