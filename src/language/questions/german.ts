import type { Grammar } from './grammar.ts'

/** German questions: verb first, question words, requests; and the words that press, judge, imagine or couple. */
export const german: Grammar = {
  lists: {
    person: `sie du er ich wir ihnen dir mir (ihr|ihre|ihrem|ihren|ihrer|dein|deine|deinem|deiner|deinen)_(mann|frau|partner|partnerin|familie|kinder|kindern|kind|sohn|tochter|mutter|vater|eltern|bruder|schwester|freund|freunde|freundin|kollege|kollegen|kollegin|chef|chefin|team|nachbarn|nachbar|großeltern)`,
    be: `ist war sind waren bist bin seid hat hast haben habe habt hatte hatten wird wirst werden wurde wurden würde würden kann kannst können konnte
      konnten könnte könnten will willst wollen wollte wollten soll sollen sollte sollten muss müssen musste mussten darf dürfen durfte finden
      findest fanden fand finde scheint schien wirkt wirkte glauben glaubst denken denkst fühlt fühlte fällt fiel wäre wären hätte hätten`,
    verb: `{be} gibt gab benutzen nutzen nutzt nutzten kaufen kaufst kauften kennen kennst kannten wissen weißt wussten bekommen bekamen gehen gehst
      gingen ging kommen kommst kam kamen nehmen nimmst nahmen geben gibst lesen liest lasen sehen siehst sahen hören hörst heißen heißt arbeiten
      arbeitest wohnen wohnst rufen wählen wählten bezahlen zahlen zahlst zahlt vergleichen merken erinnern erkennen verstehen versteht passt
      passte gefällt gefiel spricht sprach bleibt blieb leben schlafen essen folgen teilen empfehlen tun tust taten halten hielt hielten steht
      stand sitzen sitzt liegt lag fahren fährst fuhren reisen hilft half überlegen überlegst überlegt erwarten hoffen planen planst plant
      vertrauen vertraust fühlen besitzen besitzt machst machen machte macht mögen magst mag dürfen dürfte möchten möchtest geht lief läuft
      stimmen stimmst stimmt lohnt führt bereitet bringt brauchen brauchst schätzen gehören gehört meinen meinst`,
    subject: `sie du ihr ich wir man er es das dies der die den dem ein eine einen einem einer dieser diese dieses jemand etwas ihre ihr ihren ihrem
      ihrer dein deine deinen deinem deiner euer eure unser unsere unseren unserem unserer mein meine alle alles niemand nichts ihnen dir euch`,
    nonverb: `{subject} {wh} und aber also oder wenn als da weil während obwohl seit nach vor bevor auf in im an am von bis aus bei beim mit zu zum zur
      über unter gegen zwischen durch ohne um für nicht doch auch noch wohl schon nur sehr viel mehr meist wenig immer nie oft jetzt nun wieder
      vielleicht eigentlich okay ok ja nein danke deshalb leute viele manche einige trotz laut natürlich selbstverständlich sicher bestimmt
      erzählen erzähl erzählt beschreiben beschreib zeigen zeig nennen nenn erklären erklär sagen sag stellen stell angenommen gesetzt eher
      lieber ganz falls sofern sobald dann hier dort bitte mal denken_sie denk_mal jeder jede mich mir`,
    wh: `wie was warum wieso weshalb weswegen wer wen wem wessen wann wo woher wohin welche welcher welches welchen welchem wieviel wofür womit wovon
      worauf worin woran wodurch wonach worüber wozu woraus wobei worum inwiefern inwieweit`,
    tell: `erzählen_sie erzähl erzählt erzähle beschreiben_sie beschreib beschreibt beschreibe schildern_sie schildere schilder zeigen_sie zeig zeigt
      erklären_sie erklär erklärt erkläre erläutern_sie erläutere geben_sie gib nennen_sie nenn nenne sagen_sie sag sage teilen_sie teil
      skizzieren_sie skizzier zeichnen_sie zeichne fassen_sie fass listen_sie führen_sie führ helfen_sie hilf nehmen_sie nimm schauen_sie schau
      lesen_sie lies blättern_sie gehen_sie geh versuchen_sie versuch vergleichen_sie vergleich bewerten_sie ordnen_sie sortieren_sie legen_sie
      berichten_sie berichte lassen_sie lass tun_sie stellen_sie_sich kommentieren_sie probieren_sie reden_sie sprechen_sie klicken_sie fangen_sie
      beginnen_sie äußern_sie ergänzen_sie`,
    praise: `niedrig wunderschön herrlich großartig fantastisch wunderbar wundervoll schön toll lecker köstlich beliebt stark erfolgreich beeindruckend innovativ klug clever
      spannend attraktiv hilfsbereit freundlich praktisch nützlich zuverlässig kompetent fachkundig benutzerfreundlich nutzerfreundlich
      revolutionär bahnbrechend preisgekrönt ausgezeichnet einzigartig exklusiv inspirierend stilvoll elegant fürsorglich nachhaltig wirksam
      schnell unschlagbar führend gut best einfach leicht günstig sicher besser angenehm gemütlich charmant genial modern großzügig engagiert
      talentiert aufmerksam überlegen flexibel lustig luxuriös reibungslos geduldig professionell übersichtlich intuitiv hervorragend
      erstklassig hochwertig geschätzt vielgelobt besonder überraschend bequem frisch herzlich hoh smart sympathisch liebevoll leistungsstark`,
    blame: `aufdringlich schlecht furchtbar schrecklich grauenhaft nervig ärgerlich lästig frustrierend verwirrend enttäuschend unzumutbar schockierend
      unhöflich unverschämt langweilig hässlich nutzlos umständlich chaotisch kompliziert schwierig langsam übertrieben überzogen überteuert
      teur endlos ständig dauernd ewig absurd hoffnungslos unfreundlich arrogant skandalös veraltet mangelhaft inkompetent unzuverlässig
      irreführend schmerzhaft stressig anstrengend inakzeptabel gemein dumm gierig unehrlich berüchtigt unnötig bürokratisch unpersönlich
      lächerlich peinlich mühsam wertlos miserabel unfair blöd horrend unsäglich rücksichtslos unverständlich fragwürdig`,
    pain: `probleme problem schwierigkeiten herausforderungen hindernisse hürden barrieren frustrationen sorgen nachteile vorteile vorteil nachteil
      stärken schwächen ärgernisse beschwerden mängel fehler verbesserungen pain_points schmerzpunkte defizite ängste bedenken`,
    moves: `nervt nervte ärgert ärgerte geärgert stört störte gestört frustriert frustrierte freut freute begeistert begeisterte beeindruckt
      beeindruckte verwirrt verwirrte stresst stresste belastet belastete enttäuscht enttäuschte genervt`,
    love: `mögen magst mochten schätzen schätzt schätzten lieben liebst genießen genießt genossen hassen hasst bewundern`,
    value: `gut toll schön schlecht nervig praktisch super prima hässlich blöd ärgerlich angenehm störend attraktiv`,
  },
  opening: `
    (und|aber|okay|ok|ja|nun|jetzt(?! , (wo|da))|danke|zuerst|zunächst|zum schluss|abschließend|zum einstieg|generell|im allgemeinen|eigentlich|ehrlich gesagt|mal|auch|oder|hallo|willkommen|übrigens|dann|insgesamt|alles in allem|bitte|gut|so)
    (in|mit) (ihren |deinen )?eigenen worten
    (,|"|:|–)
    (wenn ich fragen darf|falls ich fragen darf)`,
  setting: `
    (denken sie|denk|denkt|erinnern sie sich|erinnere dich|versetzen sie sich|gehen sie|geh) .. (an|zurück|in|gedanklich)
    (schauen sie|schau|sehen sie|lesen sie|lies|hören sie) .. (an|diese|diesen|dieses|das plakat|den brief)(?! und (sagen|erzählen|sag))
    (stellen sie sich|stell dir|stellt euch) .. vor
    (mal )?angenommen
    (nehmen wir|gehen wir) .. (an|davon)
    (lassen sie sich|nehmen sie sich|nimm dir) .. zeit
    ich (zeige|werde|lese)
    (wenn sie|wenn du) .. (revue passieren|zurückdenken|zurückdenkst)`,
  request: `
    {tell}
    (können|könnten|kannst|könntest|würden|würdest|wollen|magst|möchten|möchtest|mögen|dürfen|darf|könnt) (sie|du|ich|ihr|wir) .. (erzählen|beschreiben|schildern|erklären|erläutern|zeigen|sagen|geben|beispiel|nennen|führen|fragen|teilen|skizzieren|zusammenfassen|mitnehmen|ausführen|berichten|vorführen|ausholen|näher eingehen|konkretisieren|aufzählen|lust zu erzählen)
    (können|könnten|kannst|könntest|würden|würdest|magst|möchten|möchtest|mögen) (sie|du|ihr) (?!nicht auch)~ (erzählen|beschreiben|schildern|erklären|erläutern|führen|mitnehmen|zeigen|berichten|beispiel nennen|beispiel geben|genauer sagen|mehr sagen)(?= |$)
    ich (würde|möchte|hätte|bin|wüsste|will) .. (gern|gerne|neugierig|gespannt|verstehen|hören|wissen) .. (hören|wissen|verstehen|erfahren|lernen|,|wie|was)
    (mich|uns) (würde|interessiert|interessieren) .. (interessieren|interessiert)? ?, (wie|was|warum|welche|wer|wo|worüber|womit)
    (mich|uns) interessiert
    ich (frage mich|wundere mich) , (wie|was|warum|welche|woran)
    (es (wäre|ist) (interessant|spannend|schön) .. (zu hören|zu wissen|zu erfahren))
    (lassen sie uns|lass uns|reden wir|sprechen wir|fangen wir|beginnen wir)
    (darf|dürfte|kann) ich .. (fragen|hören) , {wh}
    das müssen sie mir
    (seien sie|sei|bleiben sie) `,
  wondering: `
    (mich|uns) (würde|interessiert) .. , ob
    ich (frage mich|würde gern|möchte|wüsste|würde gerne|bin) .. , ob
    (würden|würdest) (sie|du) (nicht |auch )*sagen
    (darf|kann) ich .. fragen , ob`,
  wh: `
    (?!wie (alle|jeder|die meisten|viele andere) ){wh}
    (in|auf|an|für|von|aus|bei|mit|nach|über|durch|seit|bis|via|unter|pro|um|ab|gegen|während|zu|vor) (welche|welcher|welches|welchem|welchen|was|wem|wen|wann|wie|wo|wessen)
    (ungefähr|circa|ca|genau) {wh}`,
  grade: `
    wie (oft|viel|viele|vielen|lange|lang|alt|groß|wahrscheinlich|wichtig|gut|hoch|teuer|schwer|schwierig|einfach|leicht|zufrieden|schnell|nah|sicher|froh|regelmäßig|früh|spät|bekannt|vertraut|bewusst|wenig|weit|stark|sehr|häufig|intensiv|hilfreich|nützlich|verständlich|angenehm|klar|gern|gerne|ernst)
    wie [^ ]+( und [^ ]+)? (?<!wie (ist|war|sind|haben|hat|hatten|wird|wurde|würde|würden|kann|können|konnten|finden|fanden|fühlt|wirkt|kommt|kam|geht|ging|läuft|lief|sieht|sah|stehen|steht|sehen|macht|machen|kamen|gehen|gingen|soll|sollte|muss|müssen|hätten|wären|wäre|werden|denken|wohnt|verlief|treffen|lautet) )(?<!wie (sie|du|ihr|es) )(ist|war|sind|waren|finden|findest|fanden|wäre|wären|fiel|fällt|wirkt|wirkte|würden|würde|fühlen|bist|schmeckt|schmeckte|erscheint)
    (inwieweit|inwiefern) stimmen
    in welchem (maße|maß|umfang)
    (welche|welches|welcher) (note|schulnote|punktzahl|zahl|anteil|prozentsatz|bewertung)
    wieviel`,
  neutralGrade: `
    wie (oft|viel|viele|vielen|lange|lang|alt|groß|wahrscheinlich|wichtig|hoch|schnell|nah|sicher|regelmäßig|früh|spät|bekannt|vertraut|bewusst|wenig|weit|häufig|intensiv|gut (kennen|kennst|kannten)|stark) (?!(einfacher|besser|leichter|schneller|angenehmer|glücklicher|sicherer|günstiger|bequemer|spaß|freude) )
    (inwieweit|inwiefern) (?!stimmen)
    in welchem (maße|maß|umfang)
    (welche|welches|welcher) (note|schulnote|punktzahl|zahl|anteil|prozentsatz|bewertung)
    wieviel (?![^ ]+er )`,
  fact: `
    (wann|seit wann|ab wann|bis wann)
    (wo|wohin|woher) (?!wuss)(?!kannt)(?!(kam|kommt|stammt) (die|der|das|ihr|ihre) (idee|gedanke|interesse|wunsch))(?!sehen)
    (wer|wen|wem|wessen)
    (bei|mit|von|für|zu|an) (wem|wen)
    (bei |auf |in |mit |von |zu |aus |an )?(welcher|welches|welchem|welchen) (?!(eindruck|weg|einfluss|effekt|moment|weise|rolle|art|grund|gedanke|bedeutung|erfahrung|gefühl|bild|unterschied|umständen|gründen|schritten|reihenfolge|vorstellungen|situation|hinsicht|form|art und)( |$))(?![^ ]+(en|ern) )
    (bei |auf |in |mit |von |zu |aus |an )?welche (([^ ]+(note|marke|kasse|farbe|größe|schule|sprache|seite|stufe|klasse|sorte|linie|partei|karte|straße|strecke|reihe|art|uhrzeit|zahl|bank|versicherung|app|firma|zeitung|variante|version|krankenkasse|person|stadt|ausbildung|position|funktion|abteilung|nummer|zeitschrift|überschrift|schrift)|note|marke|kasse|farbe|größe|schule|sprache|seite|stufe|klasse|sorte|linie|partei|karte|bank|versicherung|app|firma|zeitung|variante|version|person|stadt|ausbildung|position|abteilung|nummer|zahl|zeitschrift)|(der|dieser|von diesen|von den)) 
    was für (ein|eine|einen) (auto|bank|telefon|handy|vertrag|wohnung)
    (was|wie) (ist|war|lautet) (ihr|ihre|dein|deine|der|die|das) ((aktueller|aktuelle|vollständiger|durchschnittliches|monatliches|höchster) )?(name|alter|beruf|job|titel|geschlecht|adresse|postleitzahl|gehalt|einkommen|budget|ausbildung|abschluss|schulabschluss|familienstand|nationalität|muttersprache|telefonnummer|position|tätigkeit|lieblings[^ ]+)( .*)?$
    (was|wie viel) (kostet|kostete|verdienen|wiegt|bezahlen|zahlen) (sie|du|das|der|die|es)
    wie (heißen|heißt) (sie|du|ihr|ihre|der|die)
    um wie ?viel uhr
    auf einer skala`,
  account: `
    (wen|mit wem|wer) (sollte|soll|kann|könnte|müsste) (ich|mir|noch)
    wo (sehen|siehst|wollen|willst) (sie|du) .* (jahren|sich|dich)
    (wer|wem) (war|waren) .*(und wie|und was|auf welche weise)`,
  verb: `
    {verb} (?!(dass|um|zu) )
    (?!{nonverb} )[^ ,:;–"]+ (sie|du|ihr|ich|wir|man|er|es|das|dies|der|die|den|dem|ein|eine|einen|dieser|diese|dieses|jemand|etwas|ihre|ihren|ihnen|dir|dich|euch|dein|deine|unser|unsere|sich|diesen)
    (?!{nonverb} )[^ ,:;–"]+(t|en|st|te|ten) (?!(dass|und|oder|um|$))[^ ]+
    (?!{nonverb} )[^ ,:;–"]+ (und|oder) [^ ]+ (sie|du|ihr)`,
  declared: `
    (also|sie|du|ihr|ich|wir|man|er|es|das|dies|der|die|unser|unsere|unseren|unserem|ihre|dein|deine|mein|meine|ein|eine|alle|jeder|leute|niemand|natürlich|selbstverständlich|dieser|diese|dieses|bestimmt|sicher)
    (?!{verb} )(?!{wh} )[^ ]+ (ist|war|sind|waren|hat|wird) `,
  subordinate: `
    jetzt , (wo|da)
    wo sie (gesehen|jetzt|nun)
    (wenn|als|da|weil|während|obwohl|seit (?!wann)|seitdem|nachdem|bevor|falls|sofern|sobald|ehe|indem)`,
  whether: `
    , ob (sie|du|ihr|es|ihre|dein|er|man|jemand)
    , wie (viele|oft|lange|alt|viel)`,
  choice: `
    (–|:) (.. )?[^ ]+ oder [^ ]+( [^ ]+)?$
    , [^ ]+ oder [^ ]+$
    (von|zwischen) (0|1|null|eins) (bis|und) (4|5|6|7|9|10|100|fünf|zehn)
    auf einer skala
    : .* oder .*$
    eher .* oder eher
    ^ ..[^ ]+ oder ...$`,
  tag: `
    , (oder|nicht wahr|nicht|gell|ne|ja|richtig|stimmt's|stimmt|oder nicht|okay|ok|was|woll|wa|gelle|finden sie nicht|findest du nicht|oder etwa nicht|meinen sie nicht|nicht auch|oder doch)$
    doch$
    finden sie nicht$`,
  assured: `
    (doch|sicherlich|sicher|bestimmt|selbstverständlich|natürlich|wohl|zweifellos|gewiss)`,
  negated: `
    {verb} (sie|du|ihr|es|das|dies|der|die|wir|man|unser|unsere|alle|er|dieser|diese|dieses) ~ nicht
    {verb} (sie|du|ihr) .. (nie|niemals)
    ^(würde|ist|wäre|hat|hilft|spart|macht|sind|war) ~ nicht
    (würden|finden|findest|würdest|ist|wäre|würde|möchten|sind) .. nicht (auch|viel|enorm|einfach|sehr|schön|besser|toll|gerne)
    (?!{nonverb} )[^ ,:;–"]+ (sie|du) nicht (auch|gern)`,
  agreement: `
    stimmen sie (mir |uns |dem |der )?.* zu
    (stimmst du|stimmen sie)
    (inwieweit|inwiefern) stimmen
    (sind|bist) (sie|du) .. (einverstanden mit der aussage|der meinung|auch der|unserer meinung|einer meinung)
    {verb} (sie|du|ihr|ihnen|dir) (das |es )?auch (so|dass|,|gefunden|der)
    geht (ihnen|dir|es ihnen|es dir) (das |es )?auch so
    (geben sie mir recht|teilen sie (unsere|die) meinung|sehen sie das (auch|genauso))
    auch (der meinung|so|finden|das gefühl)$`,
  loaded: `
    (unser|unsere|unserem|unseren|unserer|unseres|der|die|das|den|dem|des|dieser|diese|dieses|diesen|diesem|ihre|ihrem|ihren|solche|solch|all die|all den|jene) (sehr |so |völlig |neuen |neue |neuer |neues |wirklich |extrem |total |ganz |ganzen )?({praise}|{blame})(e|en|er|es|em|sten|eren|ere) (?!(und|oder|von|in|an|auf|bei|für|ist|war|sind|sachen|dinge|zeit|zeiten|seite|seiten|teil|teile|moment|momente|als|hat|haben|schritt|fall|note|stelle|linie|nachricht) )[^ ,]+
    (unsere|unseren|unser|diese|dieser|diesen) (sehr |so )?({praise}|{blame})(e|en|er|es) und [^ ]+ [^ ]+
    (der|die|das|den|dem|diese|dieses|diesen|so ein|solch ein|all das|all der) (chaos|enttäuschung|frust|wut|albtraum|katastrophe|durcheinander|unsinn|ärger|elend|skandal|fiasko|erleichterung|verschwendung|vergnügen|erfolg|lärm|freude|pleite|theater|zumutung|frechheit|murks)
    (hervorragend|schrecklich|wunderbar|miserabel) ge[^ ]+`,
  oneSided: `
    was (?!.* am (meisten|wenigsten|besten|liebsten))(genau |würden sie |)?{love} (sie|du|ihr|an|so|besonders)(?! (essen|trinken|lesen|tun|machen|wissen))
    was .. (magst|mögen|schätzen|schätzt|liebst|lieben|genießt|genießen)$
    (erzähl|erzählen|sagen|sag|beschreiben) .* was (du|sie) an .* (magst|mögen|schätzen|schätzt|lieben|liebst)
    was (finden|findest|fanden|fandest) (sie|du) .. (so |besonders )?{value}(?!.*(oder|am meisten))
    was (gefällt|gefiel|missfällt|missfiel) (ihnen|dir|euch)(?!.* am (besten|meisten|wenigsten))(?! (besser|nicht))
    was (ist|war|macht|machte) .. (so|daran) ({value}|besonders|einzigartig|menschlich|anders)
    was macht .. (so|besser|besonders|einzigartig|zum besten|zur besten|menschlich)
    was (hat )?(sie |dich |euch )?.. {moves} (sie|dich|euch|an|$)?(?!.*am meisten)
    was (hat|haben) (sie|dich|euch) .. {moves}
    was {moves}
    (welche|welches|welchen|was für|wie viele|was waren|was sind|die|alle) ((anderen|andere|größten|größte|wichtigsten|technischen|technische|arten von|konkreten|der) )*{pain}
    worüber (haben|ärgern|freuen) (sie|du) (sich|dich)? ?.* (geärgert|gefreut|ärgern|freuen|aufgeregt)
    warum (ist|war|sind|waren) (es|das|dies|unser|unsere|der|die|diese) (so |nicht |für sie |für dich |ihnen |dir )*(wichtig|schwer|gut|nötig|besser|am besten|schlecht|überlegen|attraktiv|wesentlich|einfach|schön|ärgerlich|schwierig)
    was (würden|würdest) (sie|du) .. (lieben|genießen|hassen)
    was (hat|haben|macht|machte) ~ so [^ ]+
    warum ,? ?(glauben|glaubst|denken|denkst) (sie|du) .* (besser|beste|schlechter|schlimmer|beliebt)
    warum ~ (nichts|nie)
    warum (lieben|hassen|mögen|vertrauen|wählen) (die |so viele |alle )?(leute|menschen|kunden|kundinnen|viele|alle)
    warum (ist|sind) (ihnen|dir|es|unser|unsere|das|die|der|diese) .. (besser|beste|besten|so(?! $)|gut|überlegen|schlecht|schlechter|attraktiv|wichtig)(?<!das so)
    warum (vertrauen|lieben|hassen|bevorzugen|mögen|schätzen|genießen|vertraust|liebst|magst|liebt|hasst|zweifeln) (sie|du|ihr|uns)
    warum (sollten|sollte|würden|würde|soll|wollen|will) (sie|du|man|leute|jemand|jeder|alle|niemand|keiner)
    (warum|wieso|weshalb) (.. )?(nicht|nie|kein|keine|keinen)(?!$)
    (warum|wieso|weshalb) (sind|bist|war|ist|waren|haben) .. so [^ ]+
    (wie kam es|wie kommt es|woran liegt es) , dass .. so
    wie viel (einfacher|besser|leichter|schneller|angenehmer|glücklicher|sicherer|günstiger|bequemer|mehr spaß|mehr freude|weniger)
    wie sehr
    was (ist|war) ~ so [^ ]+
    was (ist|war) so [^ ]+
    (zeit|geld) .. (sie|du) .. (sparen|gespart|sparst)
    wie kommen sie trotzdem`,
  presumed: `
    (wie|auf welche weise|inwiefern|inwieweit) (hat|hilft|half|macht|machte|gibt|gab|kann|wird|würde|verbessert|erleichtert|stärkt|spart|vereinfacht|haben|helfen) (ihnen |dir |ihr |euch )?(unser|unsere|unserem|der|die|das|diese|dieser|dieses) .*(geholfen|helfen|gegeben|gemacht|verbessert|erleichtert|gestärkt|gespart|verbessern|erleichtern|stärken|sparen|machen|geben|vereinfacht|vereinfachen|leichter|einfacher|besser|sicherer|entlastet)
    (wie|inwiefern) (hilft|verbessert|erleichtert|stärkt|spart|vereinfacht|half|verbesserte|entlastet) (ihnen |dir )?(unser|unsere|der|die|das|diese|dieses)
    (zeit|geld|mühe|stunden|das) .. (sie|du) .* (sparen|gespart haben|sparst|einsparen)
    (nachdem|wo) sie (jetzt|nun) .* (sparen|gesehen haben)
    dass (heute |heutzutage |inzwischen )?(jeder|niemand|alles|nichts|keiner|alle) .*
    (nehme ich an|ich nehme an|ich gehe davon aus|ich vermute|vermutlich)
    dank (unserer|unseres|unserem|der|des|dem)
    (trotzdem|dennoch) (jeden|jede|jedes|immer)`,
  preamble: `
    (die meisten|viele|sehr viele|immer mehr|eine mehrheit der|neun von zehn|fast alle|nahezu alle|alle|tausende|zahlreiche|von vielen|den meisten) (von )?(unserer |unsere |der )?(anderen |andere |jungen |zufriedenen )?(menschen|kunden|kundinnen|nutzer|gäste|leser|mitglieder|patienten|besucher|teilnehmer|anderen|andere|mitarbeiter|familien|eltern|experten|bürger|deutschen|käufer|firmen|leute|unternehmen)(?!.* andere )
    (jeder|niemand|alle|keiner|jede) (weiß|wissen|sagt|sagen|kann (doch )?sehen|liebt|hasst|ist sich einig|findet|kennt|will)
    (studien|untersuchungen|forschung|experten|zahlen|die forschung|wissenschaftler|messungen|umfragen|tests) (zeigt|zeigen|sagt|sagen|weist|belegen|empfehlen|beweist|beweisen|sind)
    (genau wie|so wie|, wie) (jeder|alle|die meisten|viele|bekannt)
    wie (sie wissen|du weißt|jeder weiß|die meisten|alle anderen)
    (bekanntlich|es ist klar|natürlich|selbstverständlich|zweifellos|ich bin sicher|offensichtlich)
    (wir haben|wir sind|wir|unser|unsere) .. (gearbeitet|investiert|zugehört|umgebaut|verbessert|gemacht|gewonnen|gesteckt|sind|haben|deutlich) .*(hart|stolz|einfacher|besser|leichter|schneller|verbessert|preis|fantastisch|beste|schöner|übersichtlicher|begeistert|verständlicher|gelobt)
    (unser|unsere) .* (nimmt|spart|erleichtert|nehmen|sparen) (ihnen|dir)
    (rezensionen|reaktionen|bewertungen|rückmeldungen) (waren|sind) .. (fantastisch|gut|positiv|überwältigend|schlecht)
    (ist|war|waren|sind) .. (ein|eine|echt|sehr|wirklich|ja kaum|einfach|natürlich sehr|ziemlich) .. (erfolg|katastrophe|skandal|fiasko|erleichterung|albtraum|chaos|schwer|schwierig|großartig|fantastisch|schrecklich|schlecht|ärgerlich|wunderbar|frustrierend|schaffen)
    (fast|nahezu|praktisch) unmöglich
    wie viel ~ spart
    (spart|sparen) (ihnen|dir|allen|unseren kunden)
    (angesichts|in anbetracht) (der|des|dessen)
    (deutlich|viel) (einladender|besser|schöner|einfacher|übersichtlicher)
    (verzweifeln|schwärmen|klagen)`,
  offeredReason: `
    ^(war|ist) es .* , (der|die|das) (sie|dich)
    (war|ist|lag|liegt) (es|das|dies) .. (wegen|weil|aufgrund|am preis|an der|am|der preis|die qualität|das gehalt)
    (sind|bist|haben|hast|sind|gingen|wählten) (sie|du) .. (wegen|weil|aufgrund)
    lag es
    ^[^ ]+ (sie|du) .. (wegen|weil|aufgrund)`,
  balanced: `
    ((falls|wenn) .* (etwas|überhaupt|er|es|sie sich)|falls überhaupt|wenn überhaupt|oder (nicht|schwer|schlecht|unzufrieden|negativ|schwierig|un[^ ]+|gar nicht))
    [^ ]+ oder (un[^ ]+|[^ ]+los|schwer|leicht|einfach|schlecht|gut|besser|schlechter|negativ|positiv|langsam|schnell|wenig|niedrig|hoch|langweilig|lästig)
    (vor- und nachteile|vorteile und nachteile|stärken und schwächen|plus und minus|lob und kritik|gut und schlecht)
    (was|welch[^ ]*) (ist|war) .. (der|die|das) [^ ]+ste
    was war .. (schwierigste|schönste|beste|schlimmste)`,
  own: `
    (sie|du|ihr) (sagten|sagtest|sagen|haben .. (gesagt|gesprochen|erwähnt|erzählt)|hast .. (gesagt|erwähnt|erzählt)|erwähnten|erwähntest|erzählten|beschrieben|nannten|nanntest|meinten|meintest)
    (sagten|sagtest|erwähnten|meinten) (sie|du)
    wolltest ja`,
  imagined: `
    (stellen sie sich|stell dir|stellt euch) .. vor
    (angenommen|gesetzt den fall|zauberstab|in einer idealen welt|in einer perfekten welt|traum[^ ]+|der ideale|die ideale|das ideale|ihr ideal[^ ]*|dein ideal[^ ]*|hypothetisch|perfekte)
    (würde|würden|würdest|würdet|wäre|wären|wärst|hätten|hätte|hättest|könnte|könnten|könntest|müsste|müssten|dürfte|dürften|dürftest|sähe|gäbe|käme|ginge|bräuchte|bräuchten|täten)
    wie wahrscheinlich
    (was|welche|welches|wie) .. (sollten|sollen|sollte|soll) (wir|das unternehmen|die stadt)
    (sehen|siehst) (sie|du) (sich|dich) (als|bei)
    (können|kannst) (sie|du) (sich|dir) .. vorstellen
    wie stellst du dir|wie stellen sie sich`,
  future: `
    (werden|wirst|werdet|wird) (sie|du|ihr|es|das|der|die|ihre|ihr|wir) (?!(gefragt|angerufen|betreut))
    (was|wie|wann|wo|wer|welche) (werden|wirst|wird) (sie|du|ihr|es|ihr|ihre|dein) (?!(gesteuert|genannt))(?!.*(?:gesteuert|entschieden|organisiert|betreut|gemacht|verteilt|aufgesetzt|getroffen|genutzt|besprochen)( |$))
    (glauben|denken|glaubst|denkst|meinen) (sie|du) , dass .* (werden|wirst|wird|leben)
    (nächste|nächsten|nächstes|nächster|kommende|kommenden|kommendes) (woche|monat|monate|monaten|jahr|jahre|jahren|sommer|winter|frühjahr|herbst|mal|zwei|drei|fünf|zwölf)
    (?<!(ihren|ihrem|deinen|deinem|guten|am|jeden|jedem|den|einen|diesen|heute|gestern|der|dieser|nächsten) )(morgen|in zukunft|künftig|zukünftig)(?!s)
    in (ein|zwei|drei|fünf|zehn|zwanzig|[0-9]+|einigen|ein paar) (jahren|monaten|wochen|tagen)
    (haben|hast) (sie|du|ihr) .. (vor|geplant|die absicht)( ,|$)
    rechnen (sie|ihr) damit
    rechnest du damit
    (planen|planst|plant|beabsichtigen|überlegen|überlegt|überlegst|erwägen|hoffen) (sie|du|ihr)
    wollen sie .* (künftig|demnächst|bald)
    (ihre|deine|eure) pläne
    ^(sollen|sollten|wollen) wir (?!(kurz|eine|beginnen|anfangen|mal|weiter|aufhören))`,
  real: `
    (sagten|sagtest|meinten|erzählten) (sie|du)? ?,
    (damals|als kind|in ihrer jugend|in ihrer kindheit|in jener zeit|als (sie|du) (klein|jung|kind))
    (wenn|falls) (sie|du|es) .* , (was|wie|wer) (passierte|ist passiert|geschah|haben sie|hat man|war)
    (hatten|hattest) (sie|du) sich .* erhofft`,
  courtesy: `
    (möchten|möchtest|wollen|würden|würdest|mögen|magst) (sie|du) .. (kaffee|tee|wasser|sitzen|setzen|hinzufügen|ergänzen|loswerden|sagen|anfangen|den anderen|beschreiben|erzählen|erläutern|zeigen)
    (würden|würdest) (sie|du) (nicht auch |nicht |auch )?(sagen)
    (würden|würdest) (sie|du) ~ (nennen|bezeichnen)
    (wie|als was) (würden|würdest|wollen) (sie|du) .* (bewerten|einschätzen|beurteilen|verstehen)
    (wie|als was) (würden|würdest|wollen) (sie|du) .* (beschreiben|definieren|charakterisieren|zusammenfassen|bezeichnen)
    was (würden|würdest|möchten) (sie|du) .* (sagen|nennen|hinzufügen|ergänzen)
    (ich|wir) (würde|würden|möchte|möchten|hätte|hätten) .. (gern|gerne|hören|wissen|verstehen)
    (mich|uns) würde
    (darf|dürfen|kann|können|dürfte|könnte) (ich|wir)
    (ist|wäre) es (in ordnung|okay|ok|möglich|recht)
    (?<!(wie|was|warum|wo|wofür|welche|welchen) )(können|könnten|kannst|könntest|würden|würdest) (sie|du) ~ (erzählen|beschreiben|schildern|erklären|erläutern|zeigen|nennen|sagen|führen)
    (sollen|wollen) wir (kurz|eine|beginnen|anfangen|mal|weiter|aufhören)
    (wen|mit wem) (sollte|kann|könnte) ich
    etwas dagegen
    sitzen sie bequem
    einverstanden , dass ich`,
  and: `(und|sowie|plus|&)`,
  thatClause: `(dass|, (den|der|die|das) (?![^ ]+ und )|zu)`,
  andAsks: `
    (, |; |– )?und (dann |danach |anschließend )?((auf|in|mit|für|an|von|aus|bei|zu) )?{wh}
    (, |; |– )?und {verb} (sie|du|ihr|er|es|wir|das|der|die|ihre|dein|ihnen|dir|man)
    (, |; |– )?und (?!{nonverb} )[^ ]+(t|en|te|ten) (sie|du|er|es)
    , (wie|was|warum|wer|wo) .* und (wie|was|warum|wer|wo)`,
  andTells: `
    und (dann |danach )?(erzählen|erzähl|sagen|sag|beschreiben|beschreib|zeigen|zeig|erklären|erklär|denken|denk|lesen|lies|geben|gib|teilen|versuchen|schauen|schau|klicken|nehmen|nimm|halten|wählen|schreiben|vergleichen|hören|gehen|lassen|kreuzen)`,
  onePair: `
    (vor- und nachteile|hin und her|ab und zu|hin und wieder|auf und ab|ein und aus|vater und mutter|mutter und vater|mama und papa|papa und mama|ruhe und frieden|kost und logis|mehr und mehr|besser und besser|tag und nacht|bringen und holen|freunde und familie|familie und freunde|freunden und familie|schwarz und weiß|hier und da|bus und bahn|kirche und staat|messer und gabel|obst und gemüse|strom und gas|gas und strom|plus und minus|stärken und schwächen|lob und kritik|haus und hof|und so weiter|und ähnliches|und dergleichen|und so|und zwar|durch und durch|nach und nach|über und über|rund um|leib und seele|kind und kegel|art und weise|aus und vorbei|sowohl als auch|kreuz und quer|angebot und nachfrage|allgemeine geschäfts|ganz und gar|grund und boden|hab und gut|mann und frau|männer und frauen|jung und alt|groß und klein|brot und butter|forschung und entwicklung|bund und länder|fragen und antworten|gut und gerne|nach wie vor|eltern und kinder|oma und opa|opa und oma|salz und pfeffer|kaffee und kuchen|kaffee und tee|tee und kaffee|essen und trinken|bahn und bus|links und rechts|oben und unten|name und adresse|name und anschrift|ort und zeit|datum und uhrzeit|tag und uhrzeit|sinn und zweck|rat und tat|höhen und tiefen|licht und schatten|für und wider|pro und contra|pro und kontra|wasser und strom|gas und wasser|frage und antwort|wind und wetter|speis und trank|nah und fern|arm und reich|früh und spät|sommer und winter|winter und sommer|stadt und land|land und leute|körper und geist|lust und laune|spiel und spaß|ecken und kanten|tun und lassen)
    (ein|aus|an|ab|auf|zu|vor|nach|hin|her|innen|außen|anfangs|plus|s)- und [^ ]+
    {person} und ({person}|(ihr|ihre|ihrem|ihren|ihrer|dein|deine|deiner|sein|seine|eure|die anderen|den anderen) [^ ]+)
    und nicht
    ^vergleich* (sie )?~ und
    und .* , (also|daher|sodass)
    zwischen .. und
    sowohl ... (als|und)
    [0-9]+ und [0-9]+
    \\( ... \\)
    (zum beispiel|beispielsweise|etwa) .*
    (versuch|geh|komm) und`,
  within: `
    (wenn|als|nachdem|bevor|während|seit|seitdem|bis|weil|falls|sobald|wann|damit|, was|ob|, (der|die|das|den|dem|deren|dessen) (?![^ ]+ und )|beim letzten mal|um)`,
  embedded: `{wh}`,
  orAsks: `
    (, )?oder {verb} (sie|du|ihr|es|er|der|die|dir)
    oder (der|die|das|ihr|ihre) [^ ]+ zu [^ ]+$
    (lesen|nutzen|kaufen|teilen|behalten) oder [^ ]+en`,
  alternatives: `
    oder [^ ]+ (sie|du|es|das) (lieber|einfach|noch|nur|meistens|mehr|eher|stattdessen|meist|vielleicht|den anderen|die andere|es|eine)
    (meistens|meist|am liebsten|lieber|eher|vor allem) .* oder`,
  points: `
    (das|dies|es|da|dort|den|die|sie|diese|so|ihn|ihr|davon|darüber|dabei|daran|damit)`,
}
