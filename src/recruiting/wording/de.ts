import { whoSitsIn, type SitsIn } from './companions.ts'
import type { InviteeWords, Told } from './words.ts'

const sitsIn: SitsIn = {
  'note-taker': (names) => `Mit dabei, um mitzuschreiben: ${names}.`,
  observer: (names) => `Mit dabei, um zuzuhören: ${names}.`,
}

const facts = ({ about, minutes, gift }: Told) => [
  ...(about === '' ? [] : [about]),
  `Es dauert etwa ${minutes} Minuten.${gift === '' ? '' : ` Als Dankeschön: ${gift}`}`,
]
const meeting = ({ when, place, interviewer, companions }: Told) => [
  when,
  ...(place === '' ? [] : [`Ort: ${place}`]),
  ...(interviewer === '' ? [] : [`Sie sprechen mit ${interviewer}.`]),
  ...whoSitsIn(companions, sitsIn),
]

export const de: InviteeWords = {
  language: 'Deutsch',
  skip: 'Zum Inhalt',
  languages: 'Sprachen',
  letters: {
    invitation: (told) => ({
      subject: `Dürfen wir mit Ihnen sprechen? ${told.workspace} möchte zuhören`,
      before: [
        `Wir von ${told.workspace} möchten hören, wie es für Sie wirklich ist. Wir verkaufen nichts; wir fragen und hören zu.`,
        ...facts(told),
        'Auf Ihrer Seite sehen Sie, worum es geht, und entscheiden selbst:',
      ],
      action: 'Ansehen, worum es geht',
      after: [
        'Sie wurden unter den Menschen ausgelost, die uns das Fragen erlauben. Der Link gehört nur Ihnen, bitte geben Sie ihn nicht weiter.',
      ],
    }),
    introduction: (told) => ({
      subject: `Ihr Weg zu einem Gespräch mit ${told.workspace}`,
      before: [
        `Sie haben diese Mail auf einer Seite von ${told.workspace} angefordert. Wenn nicht, lassen Sie sie liegen: Ohne Ihren Klick geschieht nichts, und die Adresse ist in zwei Wochen vergessen.`,
        ...facts(told),
        'Hier sehen Sie, worum es geht, und entscheiden selbst:',
      ],
      action: 'Ansehen, worum es geht',
      after: ['Wer Ihnen davon erzählt hat, erfährt nicht, ob Sie mitmachen.'],
    }),
    place: (told) => ({
      subject: `Bei ${told.workspace} ist ein Platz frei geworden`,
      before: [
        'Sie wollten mit uns sprechen, als alle Plätze vergeben waren. Jetzt ist einer frei. Wenn Sie noch mögen:',
        ...facts(told),
      ],
      action: 'Weiter',
      after: [],
    }),
    planned: (told) => ({
      subject: `Vereinbart: ${told.when}`,
      before: [
        'Danke, dass Sie mit uns sprechen. Wir treffen uns:',
        ...meeting(told),
        'Wenn es doch nicht passt, können Sie hier verlegen oder absagen:',
      ],
      action: 'Ihr Termin',
      after: [],
    }),
    moved: (told) => ({
      subject: `Geändert: ${told.when}`,
      before: [
        'An unserem Gespräch hat sich etwas geändert. Wir treffen uns jetzt:',
        ...meeting(told),
        'Wenn das nicht passt, wählen Sie hier eine andere Zeit:',
      ],
      action: 'Ihr Termin',
      after: [],
    }),
    cancelled: (told) => ({
      subject: `Abgesagt: das Gespräch mit ${told.workspace}`,
      before: [`Das Gespräch am ${told.when} findet nicht statt.`, 'Möchten Sie eine andere Zeit?'],
      action: 'Andere Zeit wählen',
      after: [],
    }),
    doubled: (told) => ({
      subject: 'Doppelt gebucht: Ein Gespräch bleibt',
      before: [
        `Sie hatten zwei Gespräche mit ${told.workspace} vereinbart, und eines genügt. Das Gespräch am ${told.when} entfällt.`,
        `Dieses bleibt: ${told.stays}.`,
      ],
      action: 'Ihr Termin',
      after: [],
    }),
    missed: (told) => ({
      subject: 'Wir haben Sie vermisst',
      before: [
        `Wir wollten am ${told.when} sprechen, und Sie konnten nicht. Das kommt vor.`,
        'Wenn Sie eine andere Zeit möchten, wählen Sie hier eine. Wenn nicht, müssen Sie nichts tun.',
      ],
      action: 'Andere Zeit wählen',
      after: [],
    }),
    reminder: (told) => ({
      subject: `Bald: ${told.when}`,
      before: [
        'Wir freuen uns auf das Gespräch mit Ihnen:',
        ...meeting(told),
        'Wenn etwas dazwischengekommen ist, können Sie hier verlegen oder absagen:',
      ],
      action: 'Ihr Termin',
      after: [],
    }),
    thanks: (told) => ({
      subject: `Danke von ${told.workspace}`,
      before: [
        'Danke für Ihre Zeit und Ihre Offenheit. Was Sie gesagt haben, hilft uns zu verstehen.',
        'Kennen Sie jemanden, der auch mit uns sprechen möchte? Auf Ihrer Seite steht ein Link zum Weitergeben:',
      ],
      action: 'Ihre Seite',
      after: ['Ob die Person mitmacht, entscheidet sie selbst; wir sagen es niemandem.'],
    }),
    ownPlanned: ({ study, participant, when }) => ({
      subject: `Gespräch: ${participant}, ${when}`,
      before: [`Sie sprechen mit ${participant} aus „${study}“:`, when],
      action: 'Gespräch öffnen',
      after: [],
    }),
    ownCancelled: ({ study, participant, when }) => ({
      subject: `Abgesagt: ${participant}, ${when}`,
      before: [`Das Gespräch mit ${participant} aus „${study}“ am ${when} findet nicht statt.`],
      action: 'Gespräch öffnen',
      after: [],
    }),
    ownGroup: ({ study, when }) => ({
      subject: `Fokusgruppe: ${when}`,
      before: [`Sie treffen die Fokusgruppe aus „${study}“:`, when],
      action: 'Gespräch öffnen',
      after: [],
    }),
    ownGroupCancelled: ({ study, when }) => ({
      subject: `Abgesagt: Fokusgruppe, ${when}`,
      before: [`Die Fokusgruppe aus „${study}“ am ${when} findet nicht statt.`],
      action: 'Gespräch öffnen',
      after: [],
    }),
  },
  refusal: 'Sie möchten nicht mehr gefragt werden? Ein Klick, und wir tun es nie wieder:',
  appointment: ({ workspace, interviewer }) =>
    interviewer === '' ? `Gespräch mit ${workspace}` : `Gespräch mit ${interviewer}, ${workspace}`,
  title: (workspace) => `${workspace} möchte mit Ihnen sprechen`,
  lead: 'Wir möchten Menschen besser verstehen, und das können uns nur Menschen sagen. Sie entscheiden, ob Sie mitmachen, und können Ihre Meinung jederzeit ändern.',
  about: 'Worum es geht',
  long: (minutes) => `Etwa ${minutes} Minuten`,
  group: (most) => `In einer Gruppe von bis zu ${most} Personen`,
  gift: 'Als Dankeschön',
  where: 'Ort',
  partly: (languages) => `Einiges, was hier über die Studie steht, ist auf ${languages}.`,
  honest:
    'Seien Sie offen: Es gibt keine falschen Antworten, und Kritik hilft uns am meisten. Was Sie sagen, bleibt im Team; wir wollen Ihnen nichts verkaufen.',
  yours: 'Dieser Link gehört nur Ihnen. Bitte geben Sie ihn nicht weiter.',
  questions: 'Zuerst ein paar Fragen',
  questionsLead: 'Damit wir mit verschiedenen Menschen sprechen. Wählen Sie, was am besten auf Sie zutrifft.',
  next: 'Weiter',
  no: 'Nein, diesmal nicht',
  noWhat: 'Wir fragen Sie zu dieser Studie nicht noch einmal.',
  never: 'Fragen Sie mich nicht mehr',
  neverWhat: 'Wir laden Sie nie wieder zu einem Gespräch ein. Sie müssen keinen Grund nennen.',
  consent: 'Was dürfen wir?',
  consentLead:
    'Sagen Sie zu jedem Punkt Ja oder Nein. Sie können in jedem Fall mitmachen und es später ändern.',
  called: 'Wie dürfen wir Sie nennen?',
  calledWhat: 'Das sehen nur die Menschen, mit denen Sie sprechen. Das Feld darf leer bleiben.',
  uses: {
    recording: {
      name: 'Das Gespräch aufnehmen',
      what: 'Wir nehmen auf, was gesagt wird, damit beim Zuhören niemand mitschreiben muss.',
    },
    conversation_analysis: {
      name: 'Es aufschreiben und auswerten',
      what: 'Unser Team liest, was Sie gesagt haben, und vergleicht es mit dem, was andere gesagt haben.',
    },
    invitation: {
      name: 'Sie wieder fragen',
      what: 'Wir dürfen Ihnen schreiben, wenn wir ein andermal mit Ihnen sprechen möchten.',
    },
  },
  quoting: {
    name: 'Sie zitieren',
    what: 'Dürfen wir einzelne Sätze von Ihnen Wort für Wort zeigen?',
    no: 'Nein, zitieren Sie mich nicht',
    manners: {
      anonymous: 'Ja, ganz ohne Namen',
      pseudonym: 'Ja, unter einem erfundenen Namen',
      name: 'Ja, mit meinem Namen',
    },
    quotedAs: 'Der Name, der dort stehen darf',
    quotedAsWhat:
      'Nur wenn Sie „mit meinem Namen“ wählen. Sie können das jederzeit zurücknehmen; dann steht dort ein erfundener Name.',
  },
  agree: 'Speichern und Zeit wählen',
  choose: 'Zeit wählen',
  chooseLead: (minutes) => `Das Gespräch dauert etwa ${minutes} Minuten.`,
  zone: 'Die Zeiten gelten für',
  zoneDo: 'Zeiten dort zeigen',
  noTimes: 'Im Moment ist keine Zeit frei',
  noTimesTodo:
    'Wir haben notiert, dass Sie mitmachen möchten. Schauen Sie in ein, zwei Tagen wieder hier vorbei.',
  booked: 'Wir haben einen Termin',
  bookedLead: ({ when, interviewer }) => (interviewer === '' ? when : `${when}, mit ${interviewer}`),
  sitsIn,
  move: 'Andere Zeit wählen',
  cancel: 'Absagen',
  cancelWhat: 'Sie können später eine andere Zeit wählen.',
  keep: 'Die vereinbarte Zeit behalten',
  held: 'Danke für das Gespräch',
  heldLead: 'Was Sie gesagt haben, hilft uns zu verstehen.',
  calledOff: 'Ihr Termin ist abgesagt',
  calledOffLead:
    'Wenn Sie noch mit uns sprechen möchten, wählen Sie eine andere Zeit. Sonst müssen Sie nichts tun.',
  missed: 'Wir haben uns verpasst',
  missedLead: 'Wenn Sie noch mit uns sprechen möchten, wählen Sie eine andere Zeit.',
  unfit: 'Danke für Ihre Antworten',
  unfitLead:
    'Diesmal suchen wir Menschen in einer anderen Lage. Ihre Antworten werden für nichts anderes verwendet.',
  waiting: 'Danke, wir sprechen gern mit Ihnen',
  waitingLead:
    'Im Moment sind alle Plätze vergeben. Wenn einer frei wird, schreiben wir Ihnen. Sie müssen nichts tun.',
  declined: 'In Ordnung, diesmal nicht',
  declinedLead: 'Danke für Ihre Nachricht. Wir fragen Sie zu dieser Studie nicht noch einmal.',
  changedMind: 'Ich möchte doch mitmachen',
  refused: 'Wir laden Sie nie wieder ein',
  refusedLead: 'Das ist festgehalten und gilt ab jetzt. Sie müssen nichts weiter tun.',
  introduce: 'Kennen Sie jemanden, der mit uns sprechen möchte?',
  introduceLead:
    'Geben Sie diesen Link weiter. Die Person entscheidet selbst, und Sie erfahren nicht, ob sie mitmacht.',
  passOn: {
    byMail: 'Per E-Mail weitergeben',
    subject: (workspace) => `${workspace} sucht Menschen für ein Gespräch`,
    text: (workspace) =>
      `Ich spreche mit ${workspace}, und vielleicht möchtest du das auch. Du entscheidest selbst, und ich erfahre nicht, ob du mitmachst:`,
  },
  friendTitle: (workspace) => `Ein Gespräch mit ${workspace}?`,
  friendLead:
    'Jemand, den Sie kennen, hat mit uns gesprochen und an Sie gedacht. Sie entscheiden selbst; niemand erfährt, ob Sie mitmachen.',
  address: 'Ihre E-Mail-Adresse',
  addressWhat: 'Wir schicken Ihnen eine Mail mit Ihrem eigenen Link. Ohne Ihren Klick dort geschieht nichts.',
  friendDo: 'Link anfordern',
  friendDone: 'Schauen Sie in Ihr Postfach',
  friendDoneLead: 'Wenn wir an diese Adresse schreiben dürfen, ist eine Mail unterwegs.',
  faults: {
    gone: {
      title: 'Hier ist nichts.',
      todo: 'Öffnen Sie den Link aus Ihrer Mail noch einmal, ganz bis zum letzten Buchstaben.',
    },
    old: {
      title: 'Dieser Link gilt nicht mehr.',
      todo: 'Er ist zu alt, oder die Studie ist vorbei. Danke, dass Sie an uns gedacht haben.',
    },
    'too-many': {
      title: 'Das war zu oft.',
      todo: 'Warten Sie ein paar Minuten und versuchen Sie es dann noch einmal.',
    },
    taken: { title: 'Jemand war schneller: Diese Zeit ist vergeben.', todo: 'Wählen Sie unten eine andere.' },
    changed: {
      title: 'Der Text hat sich geändert, seit Sie ihn geöffnet haben.',
      todo: 'Bitte lesen Sie ihn noch einmal und speichern Sie dann.',
    },
    late: {
      title: 'Das geht nicht mehr.',
      todo: 'Die Zeit ist da oder vorbei. Wenn Sie nicht können, ist das nicht schlimm.',
    },
    nameless: {
      title: 'Der Name fehlt',
      todo: 'Schreiben Sie den Namen, der unter Ihren Worten stehen darf, oder lassen Sie sich anders zitieren.',
    },
    missing: { title: 'Etwas ist noch nicht beantwortet.', todo: 'Wählen Sie zu jeder Frage eine Antwort.' },
    address: { title: 'Das ist keine E-Mail-Adresse.', todo: 'Schauen Sie, ob ein Buchstabe fehlt.' },
    unexpected: {
      title: 'Bei uns ging etwas schief.',
      todo: 'Nichts wurde geändert. Versuchen Sie es gleich noch einmal.',
    },
  },
}
