import type { LeadingGrammar } from './grammar.ts'

/** What gives the answer away in German: pressing for agreement, words that value, one side taken for granted, what everybody is said to think. */
export const germanLeading: LeadingGrammar = {
  agreement: `
    wie (die meisten|viele|alle) (unserer|anderen|andere|deutschen|leute|nutzer|kunden)
    (liege ich (falsch|richtig)|irre ich mich|habe ich (nicht )?recht)
    (stimmt es|(ist|war) es (nicht )?(wahr|richtig|so|eine tatsache|fair zu sagen)) , dass
    (kann|glaubt|denkt) (jemand|irgendjemand|irgendwer|man) (wirklich|ernsthaft|im ernst)
    (teilen|teilst|teilt) (sie|du|ihr) .. (meinung|ansicht|auffassung|eindruck|sorge|sorgen|ärger|gefühl)
    ^[^ ]+ (sie|du|ihr) .. (wirklich|ernsthaft|allen ernstes)
    (fair|richtig|falsch|berechtigt) zu sagen , dass (sie|du)
    ^(verstehen|verstehst) (sie|du) .* warum (so viele|alle|die meisten)
    stimmen sie (mir |uns |dem |der )?.* zu
    (stimmst du|stimmen sie)
    (inwieweit|inwiefern) stimmen
    (sind|bist) (sie|du) .. (einverstanden mit der aussage|der meinung|auch der|unserer meinung|einer meinung)
    {verb} (sie|du|ihr|ihnen|dir) (das |es )?auch (so|dass|,|gefunden|der)
    [^ ]+ (sie|du|ihr) (sich|dich|euch) auch
    (so |genau )?wie (die meisten|alle|alle anderen|viele andere)$
    geht (ihnen|dir|es ihnen|es dir) (das |es )?auch so
    (geben sie mir recht|teilen sie (unsere|die) meinung|sehen sie das (auch|genauso))
    auch (der meinung|so|finden|das gefühl)$
    (kann|könnte|darf|können) (man|wir) (nicht )?(auch )?(sagen|behaupten) , dass`,
  loaded: `
    (ihre|ihren|deine|deinen|eure) (hohen|großen) (erwartungen|ansprüche|ansprüchen|hoffnungen)
    (für|so|all den|solchen|diesen|welchen|solche|einen|ein) {scorn}
    (nach|trotz|bei|wegen|angesichts) (all (den|der|dem)|allen|der (jüngsten|vielen|letzten)|den (jüngsten|vielen|letzten)|so vielen) .. {mess}
    (wurden|werden|sind) (sie|ihre [^ ]+) .. (gezwungen|unter druck gesetzt|gedrängt|betrogen|abgespeist|überrumpelt)
    (unsere|unseren|ihre|den|die) vielen ({praise}|{blame})en [^ ]+
    (all den|all die|alle|allen) (guten|positiven) [^ ]+
    (falschlagen|falsch lagen|falschlagst|einen fehler gemacht haben|sich geirrt haben)
    (unser|unsere|unserem|unseren|unserer|unseres|der|die|das|den|dem|des|dieser|diese|dieses|diesen|diesem|ihre|ihrem|ihren|ihrer|deine|deinem|deinen|deiner|meine|meinem|meiner|eure|euren|seine|seinem|seiner|solche|solch|all die|all den|jene) (sehr |so |völlig |neuen |neue |neuer |neues |wirklich |extrem |total |ganz |ganzen )?({praise}|{blame})(e|en|er|es|em|sten|eren|ere) (?!(und|oder|von|in|an|auf|bei|für|ist|war|sind|sachen|dinge|zeit|zeiten|seite|seiten|teil|teile|moment|momente|als|hat|haben|schritt|fall|note|stelle|linie|nachricht) )[^ ,]+
    (unsere|unseren|unser|diese|dieser|diesen) (sehr |so )?({praise}|{blame})(e|en|er|es) und [^ ]+ [^ ]+
    (der|die|das|den|dem|diese|dieses|diesen|so ein|solch ein|all das|all der) (chaos|enttäuschung|frust|wut|albtraum|katastrophe|durcheinander|unsinn|ärger|elend|skandal|fiasko|erleichterung|verschwendung|vergnügen|erfolg|freude|pleite|theater|zumutung|frechheit|murks)
    (hervorragend|schrecklich|wunderbar|miserabel) ge[^ ]+
    (der welt|deutschlands|des landes|des jahres) (beste|bester|bestes|schlechteste|größte)
    (welche|welch eine|was für eine) (freude|enttäuschung|erleichterung|katastrophe|befreiung|frechheit|zumutung|wohltat|blamage)
    (?<!(nicht|genau|ebenso|eben) )so (?!(gut|schnell) (wie|es))(?!(freundlich|nett|lieb) )({praise}|{blame})( |$)
    (was|wie|warum|wieso) .* dass .* (ignoriert|ignorieren|übergeht|übergehen|im stich|betrügt|betrogen|ausnutzt|ausgenutzt|demütigt|gedemütigt|vernachlässigt|missachtet|hängen lässt)
    (was|warum|wieso|wie|wer) (um himmels willen|in aller welt|zum teufel|um alles in der welt)
    (so ein|solch ein|eine so|ein so) ({praise}|{blame})(e|en|er|es)? [^ ]+
    wie (stark|sehr|viel) (entlastet|entlasten|hilft|helfen|nützt|nutzt|unterstützt|erleichtert|freut|nervt|stört|ärgert|belastet|profitieren|profitiert)
    wie (groß|viel) (.. )?(hilfe|erleichterung|freude|spaß|nutzen|belastung|vorteil)
    (verschwenden|verschwendet|weigern|vernachlässigen|vernachlässigt) (sie|du)
    (der|die|das|dem|den|all dem|all der|diesem|mit) (ganzen|ganze|ständigen|ständige|enormen|enorme|hohen|hohe|immensen|dauernden|dauernde|chronischen|extremen|unzumutbaren|großen|große) (druck|leistungsdruck|arbeitsdruck|arbeitsbelastung|belastung|stress|anforderungen|wartezeiten|gebühren|preise|preisen|hektik|lärm|bürokratie|[^ ]+druck|[^ ]+wahn)
    (ihr|dein|ihrem) [^ ]+ , (der|die|das) (nie|immer|kaum|selten|niemals) [^ ]+
    (angesichts|in anbetracht|wenn man bedenkt|jetzt , wo (sie|du) (gesehen|gehört))
    [^ ]+wahn
    (welche|all die|alle|die ganzen|diese ganzen|für) ({praise}|{blame})(e|en) [^ ,]+
    (unsere|unser|unseren) (wichtige|wichtigen|gute|guten|tolle|tollen) [^ ]+
    in so (einem|einer) [^ ]+
    wenn (sie|die|es|das) (doch |ja )?(immer|nie|ständig)
    (alles )?durchmachen
    (was|warum|wie|wann|welche|welcher|wer|inwiefern) (?!.* (einmal|letzten mal|einen moment) ).* {harm}( |$)
    (ihren|ihre|deinen|deine) (frust|wut|enttäuschung|verärgerung|empörung|begeisterung|verzweiflung) (über|mit|auf)`,
  oneSided: `
    (warum|wieso) (sollte|sollten|soll|sollen|muss|müssen) (?!(sie|du|ihr|ich|wir|man|es) )
    was macht (uns|(unser|unsere|unseren) [^ ]+) (zu|zum|zur|so)
    (erzählen|beschreiben|schildern|nennen) .. (ihr|ihre|ihren|ihrem|ihrer|deinen|deine) ({pain}n?|frust|ärger|wut)
    (warum|wieso) (ziehen|ziehst) (sie|du) .* vor( |$)
    (wo|wann|wer) (genießen|lieben|hassen) (sie|ihr)
    (wie|inwiefern|auf welche weise|in welcher weise) hat ~ (ihr|ihre|ihren|ihnen|dein|deine) ~ (verbessert|bereichert|erleichtert|gestärkt)
    (was|welche|welcher|welches|wer) ([^ ]+ ){0,3}(geht|gehen|ging|treibt) (ihnen|dir|euch|sie) (auf die nerven|auf den geist|in den wahnsinn)
    (was|wer) (steht|stand|kommt|kam) (ihnen|dir) .. im weg
    (welche|welcher|welches|wer) [^ ]+ {moves} (sie|dich|euch)
    (erzählen|beschreiben|schildern|berichten) .. (von|über) (den|die|ihre|ihren) {pain}n?
    (wann|seit wann) (haben|hast) (sie|du) (begonnen|angefangen) , ~ zu {turn}
    (erzählen|beschreiben|erklären|sagen|schildern) (sie)? .. , was (sie|ihnen|dir|du) .. (mögen|mochten|lieben|schätzen|schätzten|gefällt|gefallen hat|gefiel|genossen|stört|gestört hat|nervt)(?!.* (meisten|besten|wenigsten)( |$))
    was (haben|hast|habt) (sie|du|ihr) .. (genossen|geschätzt|gemocht|geliebt|gehasst|bewundert)( |$)(?!.*(meisten|wenigsten))
    was (ist|lief|läuft|ging|geht) .. (schief|schiefgelaufen|schiefgegangen|falsch|daneben)
    (warum|wieso) [^ ]+ (sie|du|ihr|leute) (immer noch|noch immer|überhaupt|nach wie vor)
    (warum|wieso) (ist|war) es (falsch|richtig|gut|schlecht|ungesund|gesund|ungerecht|klug|dumm) ,
    (wann|wie lange|seit wann|warum|ab wann) [^ ]+ (sie|du|ihr|ihre [^ ]+) .. {turn}
    (geduld|vertrauen|glauben|hoffnung|lust|interesse|mut) .. verloren
    was [^ ]+ ~ (versäumt|vergessen|verweigert|unterlassen) ,
    warum (sie|du) .* so [^ ]+ (sind|bist|waren|finden)
    (was|wie) .* dass .* (so|viel zu) [^ ]+e [^ ]+
    (was|wie) .* damit (sie|du) (sich|dich) .* (fühlen|fühlst)
    was (?!.* am (meisten|wenigsten|besten|liebsten))(genau |würden sie |)?{love} (sie|du|ihr|an|so|besonders)(?! (essen|trinken|lesen|tun|machen|wissen))
    was .. (magst|mögen|schätzen|schätzt|liebst|lieben|genießt|genießen)$
    (erzähl|erzählen|sagen|sag|beschreiben) .* was (du|sie) an .* (magst|mögen|schätzen|schätzt|lieben|liebst)
    was (finden|findest|fanden|fandest) (sie|du) .. (so |besonders )?{value}(?!.*(oder|am meisten))
    was (gefällt|gefiel|missfällt|missfiel) (ihnen|dir|euch)(?!.* am (besten|meisten|wenigsten))(?! (besser|nicht))
    was (ist|war) .. das ({praise}|{blame})e (an|bei|daran|von)
    was (ist schiefgelaufen|ist schiefgegangen|lief schief|ging schief|läuft schief|lief gut|lief schlecht)
    (warum|wieso|weshalb) (glauben|denken|meinen|finden|glaubst|findest) (sie|du) .* (wichtig|nötig|notwendig|ein problem)
    (warum|wieso|weshalb) sind wir .* (besser|beste|besten|so)
    was (ist|war|macht|machte) .. (so|daran) ({value}|besonders|einzigartig|menschlich|anders)
    was macht .. (so|besser|besonders|einzigartig|zum besten|zur besten|menschlich)
    was (hat )?(sie |dich |euch )?.. {moves} (sie|dich|euch|an|$)?(?!.*am meisten)
    was (hat|haben) (sie|dich|euch) .. {moves}
    was {moves}
    (welche|welches|welchen|was für|wie viele|was ist|was war|was waren|was sind|die|alle) ((das|die|ihr|dein|ihre|deine|eure|die|zwei|drei|vier|fünf|[^ ]+sten?|anderen|andere|größten|größte|wichtigsten|technischen|technische|arten von|konkreten|der) )*{pain}
    worüber (ärgern|freuen|ärgerst|freust|ärgerten|freuten|beschweren|regen) (sie|du) (sich|dich)( (?!am (meisten|wenigsten))|$)
    worüber (haben|ärgern|freuen) (sie|du) (sich|dich)? ?.* (geärgert|gefreut|ärgern|freuen|aufgeregt)
    warum (ist|war|sind|waren) (es|das|dies|unser|unsere|der|die|diese) (so |nicht |für sie |für dich |ihnen |dir )*(wichtig|schwer|gut|nötig|besser|am besten|schlecht|überlegen|attraktiv|wesentlich|einfach|schön|ärgerlich|schwierig)
    was (würden|würdest) (sie|du) .. (lieben|genießen|hassen)
    was (genau )?(hat|haben|macht|machte) ~ so (?!(alles|weit|etwa|ungefähr|ziemlich|viele|lange|was|ein|eine|vor|im|bei|in|den|dem|wie|oft|manches|getan|gemacht|gedacht|erlebt|gesehen|gehört|gelesen|gesagt|gegessen|gearbeitet) )[^ ]+
    (warum|wieso|weshalb) ~ (unsere kunden|so viele|die meisten|immer wieder)
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
    wie kommen sie trotzdem
    was (hält|hielt|hindert|hinderte) (sie|dich|euch) .* (ab|daran|zurück)( |$)
    was (überzeugt|überzeugte|reizt|reizte|lockt|lockte|zieht|zog|begeistert|fasziniert|fesselt) (sie|dich|euch|an|so)
    was (war|ist) es .. (an|bei) .. , (das|was) (sie|dich|euch) .. (überzeugt|gelockt|gereizt|angezogen)
    (warum|wieso|weshalb) ~ so (wenig|lange|lang|selten|oft|viel|spät|schlecht|langsam|wenige|viele|unsportlich|ungern)
    wie (halten|hältst|hielten|hieltest|ertragen|erträgst|überleben|überlebst) (sie|du) .. (aus|durch|das)( |$)
    wie (kommen|kommst|gehen|gehst|gingen|kamen) (sie|du) mit (dem|der|den|all) (ganzen|ständigen|enormen|hohen|großen|dauernden|immensen|vielen) [^ ]+
    (erzählen|erzähl|begründen|begründe|schreiben|schreib|erklären|erklär|sagen|sag|beschreiben|beschreib) .. , (warum|weshalb|wieso|wie|was) .. (zu [^ ]+ (ist|sind|finden|findest|war|waren)|stolz|zufrieden|empfehlen|froh|so [^ ]+ [^ ]+ macht|so (viel )?(freude|spaß) .*|so [^ ]+ (ist|sind|finden|findest))( |$)
    wie oft (ärgern|ärgerst|sorgen|stören|beschweren|kämpfen) (sie|du)
    was (können|könnten|sollten) .. von uns lernen
    was macht (uns|unsere|unser|unseren|das|den|die) ~ (mehr [^ ]+|[^ ]+er) als
    wann (haben|hast|merkten|merktest) (sie|du) .. (gemerkt|begriffen|erkannt|gespürt)?,? ?,? dass .. (nicht|kein|keine|betrogen|falsch|zu viel)
    wie (hat|haben) ~ (ruiniert|geschadet|zerstört|untergraben|beschädigt|kaputtgemacht|mitgenommen)
    was (lief|läuft|ging|geht|ist|war) ~ (schief|daneben|verkehrt|falsch|schiefgelaufen|schiefgegangen)( |$)
    was (ihnen|dir|sie|du) .. so (viel )?[^ ]+ (macht|gefällt|finden|findest|ist)
    wann (fing|begann) (der|die|das|ihr|dein) (frust|ärger|unzufriedenheit|stress)
    was ist (es|das) (nur )?an ~ , (das|was|der|die)
    wie (fühlt|fühlte|war|ist) .* (endlich|übergangen|ignoriert|abgewiesen|betrogen|gedemütigt|ausgeschlossen|los)( zu (sein|werden))?$
    wie (stark|fest) (unterstützen|glauben|unterstützt)
    (die augen (geöffnet|auf))
    wie (überstehen|überstehst|überstanden) (sie|du)
    worauf (warten|wartest|haben sie gewartet)
    was finden (sie|du) .. so [^ ]+
    was hat ~ (gut|schlecht) gemacht
    (schlechte|schlechten|schlimmste) (angewohnheiten|gewohnheiten)
    welche verbesserungen
    (klar|bewusst) geworden , dass (?!(sie|du|ich) )
    trotz (des|der) (niedrigen|hohen|schlechten|geringen)
    macht den (charme|reiz|zauber)
    wie viel (?!(mehr|weniger|länger|später|früher|öfter|weiter|älter|jünger|größer|höher) )[^ ]+er (wurde|war|ist|macht|machte|wird|ging|fiel)
    (wie|warum|wann|inwiefern) .* (schlechter|besser|schlimmer|schwerer|teurer) geworden
    (unsere|ihre|die|der) ([^ ]+ste |vielen )(stärke|stärken|vorteil|vorteile|vorzüge|qualitäten)
    (sich|dir|dich) .* (angetan|antun)
    (hatten|hatte|hattest|haben|hast) (sie|du) auch (das gefühl|den eindruck)`,
  presumed: `
    wie (unser|unsere|der|die|das|diese|dieses|ihr|ihre) ~ (ihnen|dir|ihr|ihren|ihre|es) ~ (geholfen|verbessert|erspart|gespart|vereinfacht|ruiniert) (hat|haben)
    wie (unser|unsere|der|die|das|diese|dieses|ihr|ihre) ~ ([^ ]{3,}er|besser) gemacht (hat|haben)
    wie (viel|viele) (zeit|geld|stunden|mühe|ärger|stress) (hat|haben|spart|sparte|kostet|kostete)
    (die|der|das|den|dem) (steigende|wachsende|zunehmende|sinkende|mangelnde|steigenden|wachsenden|zunehmenden|sinkenden|mangelnden) [^ ]+
    (wie|auf welche weise|inwiefern|inwieweit) (hat|hilft|half|macht|machte|gibt|gab|kann|wird|würde|verbessert|erleichtert|stärkt|spart|vereinfacht|haben|helfen) (ihnen |dir |ihr |euch )?(unser|unsere|unserem|der|die|das|diese|dieser|dieses) .*(geholfen|helfen|gegeben|gemacht|verbessert|erleichtert|gestärkt|gespart|verbessern|erleichtern|stärken|sparen|machen|geben|vereinfacht|vereinfachen|leichter|einfacher|besser|sicherer|entlastet)
    (wie|inwiefern) (hilft|verbessert|erleichtert|stärkt|spart|vereinfacht|half|verbesserte|entlastet) (ihnen |dir )?(unser|unsere|der|die|das|diese|dieses)
    (zeit|geld|mühe|stunden|das) .. (sie|du) .* (sparen|gespart haben|sparst|einsparen)
    (nachdem|wo) sie (jetzt|nun) .* (sparen|gesehen haben)
    dass (heute |heutzutage |inzwischen )?(jeder|niemand|alles|nichts|keiner|alle) .*
    (nehme ich an|ich nehme an|ich gehe davon aus|ich vermute|vermutlich)
    dank (unserer|unseres|unserem|der|des|dem)
    (trotzdem|dennoch) (jeden|jede|jedes|immer)
    (was|wie|warum) .* dass (.* )?(nie|immer|ständig|niemals)( |$)
    (tun|machen|unternehmen|tust|machst|hilft) ~ gegen (den ganzen|die ganzen|das ganze|die ganze|all (den|die|das|diese|diesen|dieses)) (?![^ ]+ ,)[^ ]+
    (wenn|dass) (man|sie|er|es|die [^ ]+) .. (schon wieder|zum x-ten mal|zum wiederholten mal)
    wie (hat|haben) (der|die|das|unser|unsere|dieser|diese|dieses) .. (ihren|ihr|ihre|deinen|dein|deine) [^ ]+ (verschönert|bereichert|erleichtert|vereinfacht|verbessert|aufgehellt|versüßt)`,
  preamble: `
    ^(jetzt , wo|nun , da|da|weil|seit|nachdem|wo doch) .* (so (viel|viele|stark)|gestiegen|verbessert|besser|schlechter|schlimmer|einfacher|leichter|teurer|billiger|gesunken) .* ,
    (alle|jeder|niemand|keiner) (scheint|scheinen)
    ^als ({praise}|{blame}|verantwortungsbewusst|fürsorglich|vielbeschäftigt|vernünftig|treu)(e|er|es|en) [^ ]+ ,
    wir .. (bekommen|erhalten|kriegen) .. ({praise}|gut|schlecht|positiv|negativ)(e|en) (rückmeldungen|bewertungen|reaktionen|kommentare|feedback)
    (die meisten|viele|sehr viele|immer mehr|eine mehrheit der|neun von zehn|fast alle|nahezu alle|alle|tausende|zahlreiche|von vielen|den meisten) (von )?(unserer |unsere |der )?(anderen |andere |jungen |zufriedenen )?(menschen|kunden|kundinnen|nutzer|gäste|leser|mitglieder|patienten|besucher|teilnehmer|anderen|andere|mitarbeiter|familien|eltern|experten|bürger|deutschen|käufer|firmen|leute|unternehmen)(?!.* andere )
    (jeder|niemand|alle|keiner|jede) (weiß|wissen|sagt|sagen|kann (doch )?sehen|liebt|hasst|ist sich einig|findet|kennt|will)
    (fachleute|studien|untersuchungen|forschung|experten|zahlen|die forschung|wissenschaftler|messungen|umfragen|tests) (zeigt|zeigen|sagt|sagen|weist|belegen|empfehlen|beweist|beweisen|sind)
    (genau wie|so wie|, wie) (jeder|alle|die meisten|viele|bekannt)
    wie (sie wissen|du weißt|jeder weiß|die meisten|alle anderen)
    ^(das|es|sie|du) (muss|müssen|musst) .* (gewesen sein|gefühlt haben|sein)$
    ^ich kann mir vorstellen , dass
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
    (verzweifeln|schwärmen|klagen)
    (die meisten|viele|fast alle|immer mehr) [^ ]+ (sagen|finden|meinen|erzählen|glauben|bevorzugen|lieben|hassen|nennen|erleben)(?!.* andere )
    (forscher|wissenschaftler|ärzte|psychologen|ökonomen|fachleute|lehrer) (sagen|meinen|warnen|behaupten|betonen)
    (jeder|niemand|keiner|alle) (mag|glaubt|fühlt|bekommt|redet|braucht)`,
  stated: `
    ^(?!({wh}|{verb}|das|es|was|wie|sie|du|er|ich) )[^ ]+( [^ ]+){0,3} (ist|sind|war|waren) (nun mal |einfach |sehr |auch |ja )?(schlecht|gut|besser|schlechter|gesund|ungesund|schädlich|wichtig|entscheidend|die zukunft|gefährlich)( |$)
    (zerstört|schadet|rettet) (die|das|den|der|dem|uns)
    (macht|machen) (uns|die leute|kinder|alle) (alle )?[^ ]+
    (schaden|schadet|zerstören)( |$)`,
  offeredReason: `
    ^(war|ist) es .* , (der|die|das) (sie|dich)
    (?<!(woran|was|wie|warum|wieso) )(war|ist|lag|liegt) (es|das|dies) .. (wegen|weil|aufgrund|am preis|(?<=(lag|liegt) (es|das|dies) )(an der|am)|der preis|die qualität|das gehalt)
    (sind|bist|haben|hast|sind|gingen|wählten) (sie|du) .. (wegen|weil|aufgrund)
    ^lag es
    ^(liegt|lag|kommt|kam) ~ (an|am|vom|von|daher)
    ^[^ ]+ (sie|du|das|es) ~ (, )?(wegen|weil|aufgrund)`,
}
