import type { TemplateTexts } from './template.ts'

export const da: TemplateTexts = {
  opening: {
    interview: {
      title: 'Indledning',
      say: 'Tak, fordi du tager dig tid. Jeg vil gerne forstå, hvordan det her er for dig, så intet af det, du siger, kan være forkert. Vær brutalt ærlig: Det, der er svært at høre, hjælper os mest, og ingen bliver kede af det. Det, du fortæller, er fortroligt. Når vi bruger dine ord, står der et andet navn ved, aldrig dit. Du kan springe et spørgsmål over og stoppe, når du vil. Min kollega skriver ned, så jeg kan lytte.',
      ask: ['Fortæl om en helt almindelig dag i dit liv.'],
    },
    group: {
      title: 'Indledning',
      say: 'Tak, fordi I kom. Vi vil høre, hvordan det her er for hver enkelt af jer, og vi håber, at I ser forskelligt på det. Vær brutalt ærlige, også når de andre siger noget andet. Det, der bliver sagt her, er fortroligt og bliver her: Fortæl ikke noget videre om hinanden. Når vi bruger jeres ord, står der et andet navn ved. Alle må springe et spørgsmål over eller gå, når de vil.',
      ask: ['Fortæl om din sidste lørdag.'],
    },
    visit: {
      title: 'Indledning',
      say: 'Tak, fordi jeg måtte komme. Jeg vil gerne se, hvordan du virkelig gør, så lad alt være, som det er. Vær brutalt ærlig: Det, der fungerer dårligt, lærer os mest. Det, jeg ser og hører, er fortroligt og får et andet navn, hvis vi bruger det. Jeg tager kun billeder, hvor du siger ja, og aldrig af ansigter. Du kan stoppe, når du vil.',
      ask: ['Vis mig rundt.'],
    },
    survey: {
      title: 'Før du begynder',
      say: 'Der er ingen rigtige eller forkerte svar. Skriv, som du taler, og vær brutalt ærlig: Det, der er svært at læse, hjælper os mest. Dine svar er fortrolige. Når vi citerer fra dem, bruger vi aldrig dit navn. Du kan springe ethvert spørgsmål over.',
      ask: [],
    },
  },
  close: {
    interview: {
      title: 'Afslutning',
      say: 'Det var alt, hvad jeg havde. Fra nu af bærer din historie et andet navn, og du kan altid trække den tilbage. Vi vil gerne lytte til flere. Kommer du til at tænke på nogen, må du gerne give vores invitation videre: De bestemmer selv.',
      ask: [
        ['Hvad har vi ikke talt om endnu?', 'Fortæl mere om det.'],
        'Hvordan kan jeg komme til at tale med andre, der har været igennem noget lignende?',
      ],
    },
    group: {
      title: 'Afslutning',
      say: 'Det var alt, hvad vi havde. Behold det, I har hørt, for jer selv. Vi vil gerne lytte til flere. Kommer I til at tænke på nogen, må I gerne give vores invitation videre: De bestemmer selv.',
      ask: [
        'Hvad har vi ikke talt om endnu?',
        'Hvordan kan vi komme til at tale med nogen, der ser helt anderledes på det?',
      ],
    },
    visit: {
      title: 'Afslutning',
      say: 'Tak, fordi du viste mig det. Se billederne igennem sammen med mig, og slet dem, du vil. Kender du nogen, jeg burde besøge, må du gerne give vores invitation videre: De bestemmer selv.',
      ask: [
        'Hvad har jeg ikke set endnu?',
        'Hvordan kan jeg komme til at besøge andre, der gør det på en helt anden måde?',
      ],
    },
    survey: {
      title: 'Til sidst',
      say: 'Tak. Du kan altid trække dine svar tilbage. Kender du nogen, der har været igennem noget lignende, må du gerne give linket videre: De bestemmer selv.',
      ask: ['Hvad har vi ikke spurgt om?'],
    },
  },
  parts: {
    story: [
      {
        title: 'Sådan er det i dag',
        ask: [
          ['Tag mig med gennem den sidste dag, du [gjorde det], fra begyndelsen.', 'Hvad gjorde du så?'],
          ['Hvad brugte du flest kræfter på den dag?', 'Hvordan var det?'],
        ],
      },
      {
        title: 'Sidste gang',
        ask: [
          ['Fortæl om sidste gang, du [havde problemet].', 'Hvor var du?', 'Hvad tænkte du?'],
          ['Hvordan begyndte det?', 'Hvad var der sket lige inden?'],
          'Hvordan endte det?',
        ],
      },
      {
        title: 'Det, du har prøvet',
        ask: [
          ['Hvad har du prøvet indtil nu?', 'Hvordan faldt du over det?', 'Hvad blev det til?'],
          ['Hvad krævede det at prøve?', 'Hvor længe holdt det?'],
        ],
      },
      {
        title: 'Derfor betyder det noget',
        ask: [
          ['Hvad betød det for dig?', 'Hvorfor det?', 'Og hvorfor betyder det noget for dig?'],
          'Fortæl om en gang, hvor det gik helt anderledes.',
        ],
      },
    ],
    laddering: [
      {
        title: 'Det, du vælger imellem',
        ask: [
          'Fortæl om de [slags], du har brugt.',
          ['Tag tre af dem. Hvad skiller den ene fra de to andre?', 'Hvad ellers?'],
        ],
      },
      {
        title: 'Fra en egenskab til det, den betyder',
        ask: [
          ['Tænk på den, du sidst valgte. Hvad fik dig til at vælge den?', 'Hvad ellers?'],
          ['Hvad giver det dig?', 'Hvorfor det?', 'Og hvorfor betyder det noget for dig?'],
          ['Hvad sker der, når det mangler?', 'Hvordan er det for dig?'],
        ],
      },
      {
        title: 'Den modsatte vej',
        ask: [['Hvad fik dig til at lade de andre ligge?', 'Hvorfor betyder det noget for dig?']],
      },
    ],
    switch: [
      {
        title: 'Den første tanke',
        ask: [
          [
            'Tag mig med tilbage til dengang, du første gang tænkte på at [skifte].',
            'Hvor var du?',
            'Hvad var der sket lige inden?',
          ],
        ],
      },
      {
        title: 'Skub: væk fra det gamle',
        ask: [
          ['Fortæl, hvordan det var med [det gamle] i de sidste uger.', 'Hvad gjorde du ved det?'],
          'Hvad havde du prøvet for at blive?',
        ],
      },
      {
        title: 'Træk: hen mod det nye',
        ask: [
          ['Hvordan faldt du over [det nye]?', 'Hvad forestillede du dig dengang?'],
          ['Hvordan greb du det an at lede?', 'Hvad valgte du fra undervejs?'],
        ],
      },
      {
        title: 'Uro: det, der fik dig til at tøve',
        ask: [
          ['Hvad gik gennem hovedet på dig, lige før du bestemte dig?', 'Hvad gjorde du ved det?'],
          'Fortæl om dem, du talte med om det.',
        ],
      },
      {
        title: 'Vane: det, der holdt dig tilbage',
        ask: [['Hvad havde du vænnet dig til ved [det gamle]?', 'Hvad blev der af det?']],
      },
      {
        title: 'Dagen, hvor du skiftede',
        ask: [
          ['Fortæl om den dag, du skiftede.', 'Hvem var ellers med?'],
          'Hvad gør du på en anden måde nu?',
        ],
      },
    ],
    concept: [
      {
        title: 'Første blik (jeg har ikke lavet det, så du kan ikke såre mig)',
        ask: [
          ['Hvad er dit indtryk af det her?', 'Hvad får dig til at sige det?'],
          ['Hvad synes du om ideen?', 'Hvordan forstår du den?'],
        ],
      },
      {
        title: 'Stykke for stykke',
        ask: [
          ['Hvad synes du om den første del?', 'Hvad med den næste?'],
          ['Hvad betyder den her del for dig?', 'Hvad siger den dig?'],
        ],
      },
      {
        title: 'Det, du får ud af det',
        ask: [
          ['Hvad synes du om det?', 'Hvad får dig til at sige det?'],
          ['Hvad synes du om det i forhold til det, du har i dag?', 'Hvad gør forskellen?'],
          'Hvad synes du om de ord, der bruges?',
        ],
      },
    ],
    employer: [
      {
        title: 'En dag på arbejdet',
        ask: [
          ['Fortæl om din sidste dag på arbejdet, fra du mødte ind.', 'Hvad gjorde du så?'],
          ['Hvad tog du med dig hjem i tankerne?', 'Hvorfor netop det?'],
        ],
      },
      {
        title: 'Vejen hertil',
        ask: [
          ['Hvordan gik det til, at du begyndte her?', 'Hvad kiggede du ellers på?'],
          ['Hvad havde du hørt om stedet, før du kom?', 'Hvor fra?'],
          'Fortæl om din første uge.',
        ],
      },
      {
        title: 'At blive',
        ask: [
          ['Fortæl om sidste gang, du overvejede at blive eller gå.', 'Hvad var der sket?'],
          ['Fortæl om en dag, du fortalte om derhjemme.', 'Hvad fortalte du?'],
          'Fortæl om sidste gang, nogen her spurgte til dit syn på en sag.',
        ],
      },
    ],
    candidate: [
      {
        title: 'At lede',
        ask: [
          ['Hvordan gik det til, at du så dig om efter noget andet?', 'Hvad var der sket lige inden?'],
          ['Fortæl om det sidste jobopslag, du læste til ende.', 'Hvad fik dig til at læse videre?'],
        ],
      },
      {
        title: 'At søge',
        ask: [
          ['Fortæl om sidste gang, du søgte et job.', 'Hvad fandt du ud af om stedet?', 'Hvordan?'],
          ['Hvad gjorde du, mens du ventede på svar?', 'Hvordan var det for dig?'],
          'Fortæl om et jobopslag, du lagde fra dig.',
        ],
      },
      {
        title: 'At vælge',
        ask: [
          ['Fortæl om sidste gang, du sagde ja eller nej til et job.', 'Hvad vejede tungest?'],
          ['Hvad sagde de, der står dig nær?', 'Hvad tænkte du om det?'],
        ],
      },
    ],
    brand: [
      {
        title: 'Det, du kommer til at tænke på',
        ask: [
          ['Hvad er dit indtryk af [navnet]?', 'Hvad ellers?', 'Hvor kommer det fra?'],
          'Hvad synes du om [navnet] i dag?',
        ],
      },
      {
        title: 'Det, det viser',
        ask: [
          ['Hvad synes du om den her annonce?', 'Hvad bliver hængende?'],
          'Hvad synes du om det, den siger?',
        ],
      },
      {
        title: 'Ved siden af andre',
        ask: [
          ['Hvad synes du om [navnet] i forhold til [et andet]?', 'Hvad får dig til at sige det?'],
          'Hvad synes du om det, [navnet] står for?',
        ],
      },
    ],
    group: [
      {
        title: 'Én ad gangen',
        ask: [
          'Tag et minut alene, og skriv ned, hvad du gjorde sidste gang.',
          ['Vi tager en runde. Fortæl om sidste gang, du [gjorde det].', 'Hvad skete der så?'],
        ],
      },
      {
        title: 'Ens og forskelligt',
        ask: [
          ['Hvordan var det for jer, hvor det gik anderledes?', 'Hvad gjorde forskellen?'],
          ['Hvad har I prøvet indtil nu?', 'Hvad blev det til?'],
        ],
      },
      {
        title: 'Op imod hinanden',
        ask: [
          [
            'Hvad ser I anderledes på end det, der lige blev sagt?',
            'Hvad har I oplevet, så I ser det sådan?',
          ],
          'Fortæl om en gang, hvor det gik helt anderledes.',
        ],
      },
    ],
    visit: [
      {
        title: 'Stedet',
        ask: [
          ['Vis mig, hvor du [gør det].', 'Hvordan blev det netop her?'],
          'Hvad har du ved hånden, når du gør det?',
        ],
      },
      {
        title: 'At gøre det',
        ask: [
          ['Gør, som du plejer, mens jeg ser på.', 'Hvad gør du nu?', 'Hvorfor på den måde?'],
          ['Hvad gør du, når det går galt?', 'Hvornår skete det sidst?'],
        ],
      },
      {
        title: 'Spor',
        ask: [
          ['Fortæl om noget, du selv har lavet eller ændret her.', 'Hvad fik dig til det?'],
          'Fortæl om noget, der ligger ubrugt hen her.',
        ],
      },
    ],
    survey: [
      {
        title: 'Din historie',
        ask: [
          'Fortæl om sidste gang, du [gjorde det].',
          'Hvordan begyndte det?',
          'Hvad gjorde du så?',
          'Hvad har du prøvet indtil nu?',
          'Hvad betød det for dig?',
        ],
      },
    ],
  },
}
