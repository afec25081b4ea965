import type { TemplateTexts } from './template.ts'

export const de: TemplateTexts = {
  opening: {
    interview: {
      title: 'Einstieg',
      say: 'Danke, dass Sie sich Zeit nehmen. Ich möchte verstehen, wie das für Sie ist, deshalb kann nichts, was Sie sagen, falsch sein. Seien Sie schonungslos ehrlich: Was schwer anzuhören ist, hilft uns am meisten, und niemand nimmt es Ihnen übel. Was Sie erzählen, ist vertraulich. Wenn wir Ihre Worte verwenden, steht ein anderer Name dabei, nie Ihrer. Sie können jede Frage auslassen und aufhören, wann Sie wollen. Meine Kollegin schreibt mit, damit ich zuhören kann.',
      ask: ['Erzählen Sie von einem ganz gewöhnlichen Tag.'],
    },
    group: {
      title: 'Einstieg',
      say: 'Danke, dass Sie alle gekommen sind. Wir möchten hören, wie das für jede und jeden von Ihnen ist, und hoffen, dass Sie es verschieden sehen. Seien Sie schonungslos ehrlich, auch wenn die anderen etwas anderes sagen. Was hier gesagt wird, ist vertraulich und bleibt hier: Bitte erzählen Sie nichts übereinander weiter. Wenn wir Ihre Worte verwenden, steht ein anderer Name dabei. Alle dürfen eine Frage auslassen oder gehen, wann sie wollen.',
      ask: ['Erzählen Sie von Ihrem letzten Samstag.'],
    },
    visit: {
      title: 'Einstieg',
      say: 'Danke, dass ich kommen durfte. Ich möchte sehen, wie Sie es wirklich machen, also lassen Sie bitte alles, wie es ist. Seien Sie schonungslos ehrlich: Aus dem, was schlecht geht, lernen wir am meisten. Was ich sehe und höre, ist vertraulich und bekommt einen anderen Namen, wenn wir es verwenden. Fotos mache ich nur, wo Sie Ja sagen, und nie von Gesichtern. Sie können aufhören, wann Sie wollen.',
      ask: ['Führen Sie mich herum.'],
    },
    survey: {
      title: 'Bevor Sie beginnen',
      say: 'Es gibt keine richtigen oder falschen Antworten. Schreiben Sie, wie Sie sprechen, und seien Sie schonungslos ehrlich: Was schwer zu lesen ist, hilft uns am meisten. Ihre Antworten sind vertraulich. Wenn wir daraus zitieren, dann nie mit Ihrem Namen. Sie können jede Frage auslassen.',
      ask: [],
    },
  },
  close: {
    interview: {
      title: 'Abschluss',
      say: 'Das war alles, was ich hatte. Ihre Geschichte trägt von jetzt an einen anderen Namen, und Sie können sie jederzeit zurücknehmen. Wir möchten noch mehr Menschen zuhören. Wenn Ihnen jemand einfällt, geben Sie unsere Einladung gern weiter: Die Person entscheidet selbst.',
      ask: [
        ['Worüber haben wir noch nicht gesprochen?', 'Erzählen Sie mehr davon.'],
        'Wie komme ich mit anderen ins Gespräch, die etwas Ähnliches erlebt haben?',
      ],
    },
    group: {
      title: 'Abschluss',
      say: 'Das war alles, was wir hatten. Bitte behalten Sie für sich, was Sie gehört haben. Wir möchten noch mehr Menschen zuhören. Wenn Ihnen jemand einfällt, geben Sie unsere Einladung gern weiter: Die Person entscheidet selbst.',
      ask: [
        'Worüber haben wir noch nicht gesprochen?',
        'Wie kommen wir mit Menschen ins Gespräch, die das ganz anders sehen?',
      ],
    },
    visit: {
      title: 'Abschluss',
      say: 'Danke, dass Sie mir das gezeigt haben. Sehen Sie die Fotos mit mir durch und löschen Sie, was Sie wollen. Wenn Sie jemanden kennen, den ich besuchen sollte, geben Sie unsere Einladung gern weiter: Die Person entscheidet selbst.',
      ask: ['Was habe ich noch nicht gesehen?', 'Wie komme ich zu anderen, die es ganz anders machen?'],
    },
    survey: {
      title: 'Zum Schluss',
      say: 'Danke. Sie können Ihre Antworten jederzeit zurücknehmen. Wenn Sie jemanden kennen, der etwas Ähnliches erlebt hat, geben Sie den Link gern weiter: Die Person entscheidet selbst.',
      ask: ['Wonach haben wir nicht gefragt?'],
    },
  },
  parts: {
    story: [
      {
        title: 'Wie es heute ist',
        ask: [
          [
            'Nehmen Sie mich mit durch den letzten Tag, an dem Sie [es getan haben], von Anfang an.',
            'Was haben Sie dann getan?',
          ],
          ['Was hat Sie an dem Tag am meisten Kraft gekostet?', 'Woran lag das?'],
        ],
      },
      {
        title: 'Das letzte Mal',
        ask: [
          [
            'Erzählen Sie vom letzten Mal, als Sie [das Problem hatten].',
            'Wo waren Sie?',
            'Was ging Ihnen durch den Kopf?',
          ],
          ['Wie fing es an?', 'Was war kurz davor passiert?'],
          'Wie ging es aus?',
        ],
      },
      {
        title: 'Was Sie versucht haben',
        ask: [
          ['Was haben Sie bisher versucht?', 'Wie sind Sie darauf gekommen?', 'Was ist daraus geworden?'],
          ['Was brauchte es, um das zu versuchen?', 'Wie lange hielt das?'],
        ],
      },
      {
        title: 'Warum es zählt',
        ask: [
          ['Was hat Ihnen das bedeutet?', 'Warum?', 'Und warum zählt das für Sie?'],
          'Erzählen Sie von einem Mal, als es ganz anders lief.',
        ],
      },
    ],
    laddering: [
      {
        title: 'Wozwischen Sie wählen',
        ask: [
          'Erzählen Sie von den [Sorten], die Sie benutzt haben.',
          ['Nehmen Sie drei davon. Was unterscheidet eines von den beiden anderen?', 'Was noch?'],
        ],
      },
      {
        title: 'Von der Eigenschaft zu dem, was sie bedeutet',
        ask: [
          ['Denken Sie an das, was Sie zuletzt gewählt haben. Was hat den Ausschlag gegeben?', 'Was noch?'],
          ['Was gibt Ihnen das?', 'Warum?', 'Und warum zählt das für Sie?'],
          ['Was passiert, wenn es fehlt?', 'Wie ist das für Sie?'],
        ],
      },
      {
        title: 'Andersherum',
        ask: [['Was hat Sie dazu gebracht, die anderen liegen zu lassen?', 'Warum zählt das für Sie?']],
      },
    ],
    switch: [
      {
        title: 'Der erste Gedanke',
        ask: [
          [
            'Gehen Sie mit mir zurück zu dem Moment, als Sie zum ersten Mal ans [Wechseln] dachten.',
            'Wo waren Sie?',
            'Was war kurz davor passiert?',
          ],
        ],
      },
      {
        title: 'Druck: weg vom Alten',
        ask: [
          ['Erzählen Sie, wie es in den letzten Wochen mit [dem Alten] war.', 'Was haben Sie dagegen getan?'],
          'Was hatten Sie versucht, um zu bleiben?',
        ],
      },
      {
        title: 'Zug: hin zum Neuen',
        ask: [
          ['Wie sind Sie auf [das Neue] gestoßen?', 'Was haben Sie sich damals vorgestellt?'],
          ['Wie sind Sie beim Suchen vorgegangen?', 'Was haben Sie unterwegs ausgeschlossen?'],
        ],
      },
      {
        title: 'Unruhe: was Sie zögern ließ',
        ask: [
          ['Was ging Ihnen kurz vor der Entscheidung durch den Kopf?', 'Was haben Sie damit gemacht?'],
          'Erzählen Sie von den Menschen, mit denen Sie darüber gesprochen haben.',
        ],
      },
      {
        title: 'Gewohnheit: was Sie gehalten hat',
        ask: [['Woran hatten Sie sich bei [dem Alten] gewöhnt?', 'Was ist daraus geworden?']],
      },
      {
        title: 'Der Tag des Wechsels',
        ask: [
          ['Erzählen Sie von dem Tag, an dem Sie gewechselt haben.', 'Wer war noch dabei?'],
          'Was ist seitdem anders geworden?',
        ],
      },
    ],
    concept: [
      {
        title: 'Der erste Blick (ich habe es nicht gemacht, Sie können mich nicht kränken)',
        ask: [
          ['Was ist Ihr Eindruck davon?', 'Warum sagen Sie das?'],
          ['Was halten Sie von der Idee?', 'Wie verstehen Sie sie?'],
        ],
      },
      {
        title: 'Stück für Stück',
        ask: [
          ['Was halten Sie vom ersten Teil?', 'Und vom nächsten?'],
          ['Was bedeutet dieser Teil für Sie?', 'Was sagt er Ihnen?'],
        ],
      },
      {
        title: 'Was Sie davon halten',
        ask: [
          ['Was halten Sie von diesem Entwurf?', 'Warum sagen Sie das?'],
          ['Was halten Sie von diesem Entwurf neben dem, was Sie heute haben?', 'Was macht den Unterschied?'],
          'Was halten Sie von den Worten, die darin stehen?',
        ],
      },
    ],
    employer: [
      {
        title: 'Ein Arbeitstag',
        ask: [
          [
            'Erzählen Sie von Ihrem letzten Arbeitstag, ab dem Moment, als Sie kamen.',
            'Was haben Sie dann getan?',
          ],
          ['Was haben Sie in Gedanken mit nach Hause genommen?', 'Warum gerade das?'],
        ],
      },
      {
        title: 'Der Weg hierher',
        ask: [
          ['Wie kam es dazu, dass Sie hier angefangen haben?', 'Was haben Sie sich sonst noch angesehen?'],
          ['Was hatten Sie über das Haus gehört, bevor Sie kamen?', 'Von wem?'],
          'Erzählen Sie von Ihrer ersten Woche.',
        ],
      },
      {
        title: 'Bleiben',
        ask: [
          ['Erzählen Sie vom letzten Mal, als Sie über Bleiben oder Gehen nachdachten.', 'Was war passiert?'],
          ['Erzählen Sie von einem Tag, von dem Sie zu Hause berichtet haben.', 'Was haben Sie erzählt?'],
          'Erzählen Sie vom letzten Mal, als hier jemand nach Ihrer Sicht gefragt hat.',
        ],
      },
    ],
    candidate: [
      {
        title: 'Suchen',
        ask: [
          [
            'Wie kam es dazu, dass Sie sich nach etwas anderem umgesehen haben?',
            'Was war kurz davor passiert?',
          ],
          [
            'Erzählen Sie von der letzten Stellenanzeige, die Sie zu Ende gelesen haben.',
            'Was ließ Sie weiterlesen?',
          ],
        ],
      },
      {
        title: 'Sich bewerben',
        ask: [
          [
            'Erzählen Sie von Ihrer letzten Bewerbung.',
            'Was haben Sie über das Haus herausgefunden?',
            'Wie?',
          ],
          ['Was haben Sie getan, während Sie auf Antwort warteten?', 'Wie war das für Sie?'],
          'Erzählen Sie von einer Anzeige, die Sie weggelegt haben.',
        ],
      },
      {
        title: 'Sich entscheiden',
        ask: [
          [
            'Erzählen Sie vom letzten Mal, als Sie zu einer Stelle Ja oder Nein gesagt haben.',
            'Was wog am schwersten?',
          ],
          ['Was haben die Menschen gesagt, die Ihnen nahestehen?', 'Was haben Sie daraus gemacht?'],
        ],
      },
    ],
    brand: [
      {
        title: 'Was Ihnen einfällt',
        ask: [
          ['Was fällt Ihnen ein, wenn Sie [den Namen] hören?', 'Was noch?', 'Woher kommt das?'],
          'Was halten Sie heute von [dem Namen]?',
        ],
      },
      {
        title: 'Was er zeigt',
        ask: [
          ['Was halten Sie von dieser Anzeige?', 'Was bleibt hängen?'],
          'Was halten Sie von dem, was sie sagt?',
        ],
      },
      {
        title: 'Neben anderen',
        ask: [
          ['Was halten Sie von [dem Namen] neben [einem anderen]?', 'Warum sagen Sie das?'],
          'Was halten Sie von dem, wofür [der Name] steht?',
        ],
      },
    ],
    group: [
      {
        title: 'Eins nach dem anderen',
        ask: [
          'Schreiben Sie eine Minute lang für sich auf, was Sie beim letzten Mal getan haben.',
          [
            'Machen wir eine Runde: Erzählen Sie vom letzten Mal, als Sie [es getan haben].',
            'Was geschah dann?',
          ],
        ],
      },
      {
        title: 'Gleich und verschieden',
        ask: [
          ['Wie war es bei denen, bei denen es anders lief?', 'Was machte den Unterschied?'],
          ['Was haben Sie bisher versucht?', 'Was ist daraus geworden?'],
        ],
      },
      {
        title: 'Gegeneinander',
        ask: [
          [
            'Was sehen Sie anders als das, was eben gesagt wurde?',
            'Was haben Sie erlebt, dass Sie es so sehen?',
          ],
          'Erzählen Sie von einem Mal, als es ganz anders lief.',
        ],
      },
    ],
    visit: [
      {
        title: 'Der Ort',
        ask: [
          ['Zeigen Sie mir, wo Sie [es tun].', 'Wie kam es gerade hierher?'],
          'Was haben Sie dafür griffbereit?',
        ],
      },
      {
        title: 'Das Tun',
        ask: [
          ['Machen Sie es wie immer, während ich zusehe.', 'Was tun Sie gerade?', 'Warum so?'],
          ['Was tun Sie, wenn es schiefgeht?', 'Wann ist das zuletzt passiert?'],
        ],
      },
      {
        title: 'Spuren',
        ask: [
          [
            'Erzählen Sie von etwas, das Sie hier selbst gemacht oder verändert haben.',
            'Was hat Sie dazu gebracht?',
          ],
          'Erzählen Sie von etwas, das hier ungenutzt liegt.',
        ],
      },
    ],
    survey: [
      {
        title: 'Ihre Geschichte',
        ask: [
          'Erzählen Sie vom letzten Mal, als Sie [es getan haben].',
          'Wie fing es an?',
          'Was haben Sie dann getan?',
          'Was haben Sie bisher versucht?',
          'Was hat Ihnen das bedeutet?',
        ],
      },
    ],
  },
}
