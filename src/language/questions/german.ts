import type { Grammar } from './grammar.ts'
import { germanLeading } from './german-leading.ts'
import { germanPairs } from './german-pairs.ts'
import { germanWords } from './german-words.ts'

/** German questions: verb first, question words, requests; and the words that press, judge, imagine or couple. */
export const german: Grammar = {
  lists: germanWords,
  ...germanLeading,
  ...germanPairs,
  opening: `
    (und|aber|okay|ok|ja|nun|jetzt(?! , (wo|da))|danke|zuerst|zunächst|zum schluss|abschließend|zum einstieg|generell|im allgemeinen|eigentlich|ehrlich gesagt|mal|auch|oder|hallo|willkommen|übrigens|dann|insgesamt|alles in allem|bitte|gut|so)
    (in|mit) (ihren |deinen )?eigenen worten
    (,|"|:|–)
    (wenn ich fragen darf|falls ich fragen darf)
    (ich meine|na ja|halt|äh|ähm|hm|hmm|übrigens|na)`,
  setting: `
    (lassen sie uns|lass uns|lasst uns|reden wir|sprechen wir|kommen wir)
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
    (fangen wir|beginnen wir)
    (darf|dürfte|kann) ich .. (fragen|hören) , {wh}
    das müssen sie mir
    (seien sie|sei|bleiben sie)
    (erinnern|erinnerst|wissen|weißt) (sie|du) (sich |dich )?(noch )?, (wie es|was|warum|wie das)
    (können|könnten|kannst|könntest|würden|würdest|mögen|magst) (sie|du|ihr) (mich|uns|mir) ~ (zurückversetzen|mitnehmen|zurückführen|hineinversetzen|führen|zeichnen|malen|ausmalen|einführen)
    (wären|wärst|würde|würden) (sie|du|es ihnen) (so freundlich|so nett|so lieb|etwas ausmachen)`,
  doing: `
    (lesen|vergleichen|sprechen|reden|gehen|nehmen|schauen|sehen|hören|führen|fangen|beginnen|fassen|helfen|ordnen|sortieren|legen|versuchen|blättern|teilen|listen|probieren|zeichnen|klicken|geben) sie (?!(mir|mich|uns|bitte|doch|mal|sich|einmal) )`,
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
    inwieweit
    wie (hart|tief|schlimm|schlecht|oft|viel|viele|vielen|lange|lang|alt|groß|wahrscheinlich|wichtig|gut|hoch|teuer|schwer|schwierig|einfach|leicht|zufrieden|schnell|nah|sicher|froh|regelmäßig|früh|spät|bekannt|vertraut|bewusst|wenig|weit|stark|sehr|häufig|intensiv|hilfreich|nützlich|verständlich|angenehm|klar|gern|gerne|ernst)
    wie [^ ]+( (und|oder) [^ ]+)? (?<!wie (ist|war|sind|haben|hat|hatten|wird|wurde|würde|würden|kann|können|konnten|finden|fanden|fühlt|wirkt|kommt|kam|geht|ging|läuft|lief|sieht|sah|stehen|steht|sehen|macht|machen|kamen|gehen|gingen|soll|sollte|muss|müssen|hätten|wären|wäre|werden|denken|wohnt|verlief|treffen|lautet) )(?<!wie (sie|du|ihr|es) )(ist|war|sind|waren|finden|findest|fanden|wäre|wären|fiel|fällt|wirkt|wirkte|würden|würde|fühlen|bist|schmeckt|schmeckte|erscheint)
    (inwieweit|inwiefern) stimmen
    in welchem (maße|maß|umfang)
    (welche|welches|welcher) (note|schulnote|punktzahl|zahl|anteil|prozentsatz|bewertung)
    wieviel
    (ungefähr|circa|ca|genau) (wie (viel|viele|lange|oft|weit|groß))`,
  neutralGrade: `
    inwieweit
    wie (oft|viel|viele|vielen|lange|lang|alt|groß|wahrscheinlich|wichtig|hoch|schnell|nah|sicher|regelmäßig|früh|spät|bekannt|vertraut|bewusst|wenig|weit|häufig|intensiv|gut (kennen|kennst|kannten)|stark) (?!(einfacher|besser|leichter|schneller|angenehmer|glücklicher|sicherer|günstiger|bequemer|spaß|freude) )
    (inwieweit|inwiefern) (?!stimmen)
    in welchem (maße|maß|umfang)
    (welche|welches|welcher) (note|schulnote|punktzahl|zahl|anteil|prozentsatz|bewertung)
    wieviel (?![^ ]+er )
    (ungefähr|circa|ca|genau) (wie (viel|viele|lange|oft|weit|groß))
    wie (realistisch|verhältnismäßig|notwendig|nötig|üblich|verbreitet|repräsentativ|konkret|unterschiedlich|genau)`,
  fact: `
    (wann|seit wann|ab wann|bis wann)
    (wo|wohin|woher) (?!wuss)(?!kannt)(?!(kam|kommt|stammt) (die|der|das|ihr|ihre) (idee|gedanke|interesse|wunsch))(?!sehen)
    (wer|wen|wem|wessen)
    (bei|mit|von|für|zu|an) (wem|wen)
    (bei |auf |in |mit |von |zu |aus |an )?(welcher|welches|welchem|welchen) (?!(eindruck|weg|einfluss|effekt|moment|weise|rolle|art|grund|gedanke|bedeutung|erfahrung|gefühl|bild|unterschied|umständen|gründen|schritten|reihenfolge|vorstellungen|mehrwert|nutzen|vorteil|wert|stellenwert|sinn|platz|zugang|bezug|stand|blick|umgang|vorschlag|rat|ablauf|anteil|lerneffekt|hintergrund|umfang (?!ist)|situation|hinsicht|form|art und)( |$))(?![^ ]+(en|ern) )
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
    (wer|wem) (war|waren) .*(und wie|und was|auf welche weise)
    ((mit |bei |von )?(wer|wem|wen|wessen)|wo)( [^ ]+){1,12} , und (auf welche weise|in welcher rolle|inwiefern|wie|warum)$`,
  verb: `
    {verb} (?!(dass|um|zu) )
    (?!{nonverb} )[^ ,:;–"]+ (sie|du|ihr|ich|wir|man|er|es|das|dies|der|die|den|dem|ein|eine|einen|dieser|diese|dieses|jemand|etwas|ihre|ihren|ihnen|dir|dich|euch|dein|deine|unser|unsere|sich|diesen)
    (?!{nonverb} )[^ ,:;–"]+(t|en|st|te|ten) (?!(dass|und|oder|um|$))[^ ]+
    (?!{nonverb} )[^ ,:;–"]+ (und|oder) [^ ]+ (sie|du|ihr)
    (noch )?(irgendwelche )?(fragen|anmerkungen) (bisher|vorab|soweit|dazu|noch)|noch fragen
    (sag|sagen sie) (mal|mir) ?, {verb} (sie|du|es)
    irgendeine (idee|ahnung)`,
  declared: `
    (also|sie|du|ihr|ich|wir|man|er|es|das|dies|der|die|unser|unsere|unseren|unserem|ihre|dein|deine|mein|meine|ein|eine|alle|jeder|leute|niemand|natürlich|selbstverständlich|dieser|diese|dieses|bestimmt|sicher)
    (?!{verb} )(?!{wh} )[^ ]+ (ist|war|sind|waren|hat|wird) `,
  subordinate: `
    jetzt , (wo|da)
    wo sie (gesehen|jetzt|nun)
    (dass|wenn|als|da|weil|während|obwohl|seit (?!wann)|seitdem|nachdem|bevor|falls|sofern|sobald|ehe|indem)`,
  whether: `
    , ob (sie|du|ihr|es|ihre|dein|er|man|jemand)
    , wie (viele|oft|lange|alt|viel)
    (bewerten|benoten) sie (bitte )?(die|den|das|unsere|unseren|unser|ihre)
    geben sie (bitte )?an , (wie|ob|in welchem)`,
  choice: `
    (–|:) (.. )?[^ ]+ oder [^ ]+( [^ ]+)?$
    , [^ ]+ oder [^ ]+$
    (von|zwischen) (0|1|null|eins) (bis|und) (4|5|6|7|9|10|100|fünf|zehn)
    auf einer skala
    : .* oder .*$
    eher .* oder eher
    ^ ..[^ ]+ oder ...$
    (–|:) [^ ]+( [^ ]+)? , [^ ]+( [^ ]+)?( ,)?( oder)? [^ ]+( [^ ]+)?$
    (stimmt|ja|stimme zu) oder (nicht|nein|stimme nicht zu)$`,
  tag: `
    , (oder|nicht wahr|nicht|gell|ne|ja|richtig|stimmt's|stimmt|oder nicht|okay|ok|was|woll|wa|gelle|finden sie nicht|findest du nicht|oder etwa nicht|meinen sie nicht|nicht auch|oder doch)$
    doch$
    finden sie nicht$
    , {verb} (sie|du|er|es|das|wir|ihr)( nicht| doch)*$`,
  denied: `
    [^ ]+ [^ ,:;–]+ ((?!(was|wo|dass|ob|oder|und|als|wenn|um|zu|sie|du|ich|wir|man|er) )[^ ,:;–]+ ){0,7}nicht(?! (nur|immer|unbedingt|jeder))
    [^ ]+ [^ ,:;–]+ (.. )?etwa (nicht|kein|keine|keinen)`,
  assured: `
    (doch|sicherlich|sicher|bestimmt|selbstverständlich|natürlich|wohl|zweifellos|gewiss)`,
  negated: `
    {verb} (sie|du|ihr|es|das|dies|der|die|wir|man|unser|unsere|alle|er|dieser|diese|dieses) ~ nicht
    {verb} (sie|du|ihr) .. (nie|niemals)
    ^(würde|ist|wäre|hat|hilft|spart|macht|sind|war) ~ nicht
    (würden|finden|findest|würdest|ist|wäre|würde|möchten|sind) .. nicht (auch|viel|enorm|einfach|sehr|schön|besser|toll|gerne)
    (?!{nonverb} )[^ ,:;–"]+ (sie|du) nicht (auch|gern)`,
  balanced: `
    (gegebenenfalls|eventuell|womöglich)
    (gut|besser) .* (schlecht|weniger gut|schief|schlechter)
    ((falls|wenn) .* (etwas|überhaupt|er|es|sie sich)|falls überhaupt|wenn überhaupt|oder (nicht|schwer|schlecht|unzufrieden|negativ|schwierig|un[^ ]+|gar nicht))
    wie [^ ]+ oder [^ ]+
    [^ ]+ oder (un[^ ]+|[^ ]+los|schwer|leicht|einfach|schlecht|gut|besser|schlechter|negativ|positiv|langsam|schnell|wenig|niedrig|hoch|langweilig|lästig)
    (vor- und nachteile|vorteile und nachteile|stärken und schwächen|plus und minus|lob und kritik|gut und schlecht)
    (was|welch[^ ]*) (ist|war) .. (der|die|das) [^ ]+ste
    was war .. (schwierigste|schönste|beste|schlimmste)
    (am meisten|am besten|besten|meisten) .* (am wenigsten|wenigsten|schlechtesten)
    (gefallen|gefiel|geschätzt|mochten|gut) .* (gestört|störte|missfallen|missfiel|weniger|vermisst)
    dafür .* dagegen`,
  poles: `
    {bright} ((für|mit) (sie|dich|ihnen|mich|uns) )?(, )?(und|oder|aber) ((was|welche|das|die|der|am) )*((ist|war|sind|waren) )?((weniger|nicht so|meisten|wenigsten) )?{dark}
    {dark} ((für|mit) (sie|dich|ihnen|mich|uns) )?(, )?(und|oder|aber) ((was|welche|das|die|der|am) )*((ist|war|sind|waren) )?((weniger|nicht so|meisten|wenigsten) )?{bright}`,
  own: `
    (sie|du|ihr) (sagten|sagtest|sagen|haben .. (gesagt|gesprochen|erwähnt|erzählt)|hast .. (gesagt|erwähnt|erzählt)|erwähnten|erwähntest|erzählten|beschrieben|nannten|nanntest|meinten|meintest)
    (sagten|sagtest|erwähnten|meinten) (sie|du)
    wolltest ja`,
  imagined: `
    in einer welt (ohne|, in|mit)
    (sehen|siehst) (sie|du) (das|die|den|dies|dieses|diese) .* (hängen|stehen|liegen|funktionieren|passen)( |$)
    (stellen sie sich|stell dir|stellt euch) .. vor
    (angenommen|gesetzt den fall|zauberstab|in einer idealen welt|in einer perfekten welt|traum(?!a)[^ ]+|der ideale|die ideale|das ideale|ihr ideal[^ ]*|dein ideal[^ ]*|hypothetisch|perfekte)
    (würde|würden|würdest|würdet|wäre|wären|wärst|hätten|hätte|hättest|könnte|könnten|könntest|müsste|müssten|dürfte|dürften|dürftest|sähe|gäbe|käme|ginge|bräuchte|bräuchten|täten)
    wie wahrscheinlich
    (was|welche|welches|wie) .. (sollten|sollen|sollte|soll) (wir|das unternehmen|die stadt)
    (sehen|siehst) (sie|du) (sich|dich) (als|bei)
    (können|kannst) (sie|du) (sich|dir) .. vorstellen
    wie stellst du dir|wie stellen sie sich
    ^(sollte|sollten|soll|sollen) (es|man|der|die|das|wir|jeder|alle) .* (geben|haben|sein|werden|bleiben|können|bekommen)$
    was (braucht|bräuchte) es , (um|damit)
    wenn (du|sie|ihr) (mal|einmal|irgendwann|später)
    was ,? ?wenn
    was (kann|können) (?!(sie|du|ich|man) )~ tun
    nehmen wir (mal |einmal )?an
    (bekämen|zurückbekämen|kämen|blieben|ließe|fände|stünde|läge|nähme|wüssten|gingen|dürften)`,
  future: `
    reizt es (sie|dich|euch)
    (haben|hast|habt) (sie|du|ihr) lust ,? ?(?!.*(erzählen|zeigen|beschreiben))(?!noch einmal mitzumachen)
    (sind|bist) (sie|du) (bereit|geneigt|versucht|interessiert) ,? ?(?!.*(erzählen|zeigen))
    was (wird aus|passiert mit|geschieht mit) .* , wenn (sie|du|er)
    (was|wie) (glauben|denken|glaubst|denkst) (sie|du) .* , wenn (sie|du)
    (werden|wirst|werdet|wird) (sie|du|ihr|es|das|der|die|ihre|dein|wir) (?!(nicht )?(zeit|langsam))(?!.*(manchmal|oft|immer|meist|meistens) )(?!(.* )?{participle}( |$))
    (glauben|denken|glaubst|denkst|meinen) (sie|du) , dass .* (werden|wirst|wird|leben)
    (haben|hast|habt) (sie|du|ihr) .. (vor|geplant|die absicht)( ,|$)
    (denken|denkst) (sie|du|ihr) (darüber|daran) (nach|,)
    (rechnen|rechnest|rechnet) (sie|du|ihr) damit
    (?<!wie )(planen|planst|plant|beabsichtigen|überlegen|überlegt|überlegst|erwägen) (sie|du|ihr)
    wollen sie .* (künftig|demnächst|bald)
    ^(sollen|sollten|wollen) wir (?!(kurz|eine|beginnen|anfangen|mal|weiter|aufhören))
    , (bleiben|bleibst|bleibt) (sie|du|ihr) dann
    haben (sie|ihr) vor , .* zu
    was wird aus .* , (wenn|sobald)`,
  ahead: `
    (nächste|nächsten|nächstes|nächster|kommende|kommenden|kommendes) (woche|monat|monate|monaten|jahr|jahre|jahren|sommer|winter|frühjahr|herbst|wahl|saison|runde|mal|zwei|drei|fünf|zwölf)
    (?<!(ihren|ihrem|deinen|deinem|guten|am|jeden|jedem|dem|den|einen|diesen|heute|gestern|der|dieser|nächsten) )(morgen|in zukunft|künftig|zukünftig)(?!s)
    in (ein|zwei|drei|fünf|zehn|zwanzig|[0-9]+|einigen|ein paar) (jahren|monaten|wochen|tagen)
    (ihre|deine|eure) pläne
    (irgendwann|eines tages|jemals wieder|je wieder)
    (im jahr |in )?(20[3-9][0-9]|21[0-9][0-9])
    (bis jahresende|bis zum jahresende|bis zur rente)
    (mit dem gedanken|die absicht)
    dem tag (an |auf |ab )?, an dem (sie|du|er|es|ihr) .. nicht (mehr|länger) .. (können|kannst|kann|könnt|dürfen|darf|müssen|muss|wollen|will)( |$)`,
  settled: `
    (war|waren|hatte|hatten|hattest|wurde|wurden|ging|gingen|kam|kamen|sagte|sagten|passierte|geschah|dachten|fühlten|fanden|gab|nahm|musste|wollte|(haben|hast|habt|hat|sind|bist|ist) .*{participle})
    (wie oft|wie viele)`,
  reported: `
    [^ ]{3,}(te|ten|test) ~ , (dass|ob) ~ (würde|würden|könnte|könnten|wäre|wären|hätte|hätten)
    (sagten|sagtest|meinten|erzählten) (sie|du)? ?, (?!{wh} )~ (würde|würden|wäre|wären)
    (hatten|hattest) (sie|du) sich .* erhofft
    (dachten|angst|dachte|dachtest|glaubten|glaubte|erwarteten|sagte|gesagt|sagten|entschieden|wussten|wusste|hofften|hoffte|versprach|versprochen|befürchteten|erzählte|erzählt|klar|feststand|hörten|hörte|gehört|erfuhren|erfahren|erhofft|gehofft|gelesen|merkten|gemerkt|bemerkten|geahnt|vermutet|gewarnt|gemeint|gedacht) ~ (, )?(?!{wh} (würde|würden|hätte|hätten) )~ (würde|würden|wäre|wären|werde|werden|könnte|könnten|hätte|hätten|soll|sollte)
    (hatten|hattest) (sie|du) (sich|dir) .* vorgestellt
    (sagen|sagt) .* , (was|dass) (sie|er) .* würden?`,
  real: `
    (damals|als kind|in ihrer jugend|in ihrer kindheit|in jener zeit|als (sie|du) (klein|jung|kind))
    (wenn|falls) (sie|du|es) .* , (was|wie|wer) (passierte|ist passiert|geschah|haben sie|hat man|war)
    (der|die|das|den|dem) (sie|du|ihr) (hätten|hättest|hättet) .* können`,
  courtesy: `
    es wäre (schön|gut|hilfreich|interessant|toll) ,
    (wort|worte|wörter|namen|begriff|begriffe) (würden|würdest) (sie|du) .* (verwenden|benutzen|wählen|geben|nehmen)
    würden (sie|ihr) (gern|gerne|am liebsten) (?!(sehen|haben|kaufen) )(?!.* (wir|uns|unser|unsere|unserem|unserer) )
    (möchten|möchtest|wollen|würden|würdest|mögen|magst) (sie|du) (?!(ihrem|ihrer|deinem|deiner|ihm|ihr|jemandem|einem) ).. (kaffee|tee|wasser|sitzen|setzen|hinzufügen|ergänzen|loswerden|sagen|anfangen|den anderen|beschreiben|erzählen|erläutern|zeigen)
    (würden|würdest) (sie|du) (nicht auch |nicht |auch )?(sagen)
    (würden|würdest) (sie|du) ~ (nennen|bezeichnen)
    (wie|als was) (würden|würdest|wollen) (sie|du) .* (bewerten|einschätzen|beurteilen|verstehen)
    (wie|als was) (würden|würdest|wollen) (sie|du) .* (beschreiben|definieren|charakterisieren|zusammenfassen|bezeichnen)
    wie (würden|würdest) (sie|du) .* erklären
    ich kann mir .* vorstellen
    was (würden|würdest|möchten) (sie|du) (?!(ihrem|ihrer|deinem|deiner|ihm|ihr|ihnen|jemandem|einem) ).* (sagen|nennen|hinzufügen|ergänzen)
    (ich|wir) (würde|würden|möchte|möchten|hätte|hätten) .. (gern|gerne|hören|wissen|verstehen)
    (mich|uns) würde
    (darf|dürfen|kann|können|dürfte|könnte) (ich|wir)
    (ist|wäre) es (in ordnung|okay|ok|möglich|recht)
    (?<!(wie|was|warum|wo|wofür|welche|welchen) )(können|könnten|kannst|könntest|würden|würdest) (sie|du) ~ (erzählen|beschreiben|schildern|erklären|erläutern|zeigen|nennen|sagen|führen)
    (sollen|wollen) wir (kurz|eine|beginnen|anfangen|mal|weiter|aufhören)
    (wen|mit wem) (sollte|kann|könnte) ich
    etwas dagegen
    sitzen sie bequem
    was hätte ich .. (fragen|ansprechen)
    einverstanden , dass ich
    (möchten|möchtest|wollen|würden) (sie|du) .. (erhalten|bekommen|kontaktiert werden|informiert werden|zugeschickt)
    wie (würden|würdest) (sie|du) .* (formulieren|ausdrücken|umschreiben|nennen|beschreiben)
    (dürfte|dürften|könnte) (ich|wir) (sie|dich|euch) ~ [^ ]+$
    (wären|wärst|würde|würden) (sie|du|es ihnen) (so freundlich|so nett|so lieb|etwas ausmachen)
    wie (würden|würdest) (sie|du) .* in worte`,
}
