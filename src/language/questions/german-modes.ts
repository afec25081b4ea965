import type { ModeGrammar } from './grammar.ts'

/** What tells feedback from behaviour in German: whose act it is, who judges, what is shown or offered, what is somebody's own life. */
export const germanModes: ModeGrammar = {
  acts: `
    [^ ]+ (sie|du|ihr|ihnen|dir|jemand|ihre|dein|ich|wir|es ihnen|sich)
    (sie|du|ich|ihr|ihre|das war) [^ ]+
    [^ ]+ (und|oder) [^ ]+ (sie|du|ihr)
    (mich|uns) (würde|interessiert)
    gibt es
    das (haben|hast|taten) (sie|du)`,
  shown: `
    (ich zeige|ich lese|lesen sie (diesen|diese|dieses|den|die|das)|lies|schauen sie)`,
  opines: `
    (finden|findest|fanden|bevorzugen|bevorzugst|verstehen|verstehst|vertrauen) (sie|du|ihr)
    (sind|bist) (sie|du) .. (einverstanden|beeindruckt)
    (zufrieden|unzufrieden) .. mit (unserer|unserem|dem|der|diesem|dieser)
    (gefällt|gefiel) (ihnen|dir)
    geht (ihnen|dir|es)
    (das|die|den) [^ ]+ oder (das|die|den)
    helfen ihnen (die|der|das)
    sagen , dass
    für sie (verständlich|klar)
    glauben sie , dass sie diese`,
  offered: `
    (unser|unsere|unserem|unseren|unserer|uns|wir|diese|dieser|dieses|diesen|kaufen|nutzen|benutzen|weiterempfehlen|empfehlen|abonnieren|upgraden|verlängern|bestellen|herunterladen|klicken|app|website|laden|bank|produkt|dienst|marke|zeitschrift|unternehmen zu|lösung|rabatt|versicherung|funktion|funktionen|features|upgrade|dashboard|echtzeit-dashboard|karte bezahlen|abo|programm|krankenkasse ihnen|tarif)
    (bezahlen|zahlen|zahlst) .. (dafür|mehr|extra)
    dafür`,
  life: `
    (job|stelle|arbeit|arbeiten|wohnen|leben|umziehen|umzuziehen|kinder|kind|rente|lotto|lottogewinn|jahr|jahre|jahren|miete|mietvertrag|arbeitslos|gekündigt|gehalt|geld|urlaub|frei|telefon|schule|eltern|partner|sterben|krank|studieren|ausbildung|haus|heiraten|erben|erbten|chef|karriere|welt|angerufen|woche|firma)`,
  feedback: `
    was (halten|hältst|sagen|sagst|denken|denkst|meinen|würden) (sie|du) .. (von|vom|zu|zum|zur|über|wenn|bei)
    (wie) (finden|findest|fanden|fandest|gefällt|gefiel|bewerten|beurteilen|wirkt|wirken|kommt (?!es)|stehen|schätzen|nimmst|nehmen|erleben|erlebten|haben sie die beratung|haben sie den techniker) .*
    (unser|unsere|unserem|unseren|unserer|unseres|uns) (?!(gespräch|interview|letztes|unser))
    (eindruck|meinung) (von|zu|über)
    wie (zufrieden|klar|nützlich|verständlich|wichtig)
    welche[^ ]* (von|der) (diesen|beiden|den)
    (schwierigste|leichteste|beste|schlechteste) an (dem formular|dem kurs|der app|dem produkt|dem film)
    überrascht .. an
    (fehlt|steht) .. in (diesem|dem|der) (brief|text|anzeige|angebot)
    verstehen sie (den|diesen|die) (satz|text|überschrift)
    (ihre|deine|erste) (meinung|reaktion|erste reaktion)
    (ihr|dein|erster) (eindruck|erster eindruck)
    (drücken|klicken|tippen)
    konkurrenz
    (zufrieden mit|weiterempfehlen|empfehlen|skala|note|schulnote|punktzahl|intuitiv|übersichtlich|ansprechend|attraktiv|verständlich|angemessen|unklar|freundlich|zu (hoch|lang|kurz|groß|klein|teuer)|leicht oder|gut oder)
    (diese|dieser|dieses|diesen|diesem|die|das|der|den|dem|der) (neue |neuen |neues )?(seite|startseite|webseite|website|anzeige|werbung|prototyp|überschrift|film|plakat|logo|verpackung|bildschirm|konzept|symbole|knopf|slogan|namen|name|entwurf|text|funktion|vorschlag|idee|video|broschüre|kampagne|farben|farbe|skizzen|app|bild|brief|schreiben|dienst|produkt|karte|menü|marke|mailing|mailings|angebot|versicherung|preis|film|video|botschaft|design|landingpage|programm|personal)
    (würden|würdest|werden|möchten|wollen|könnten) (sie|du|ihr) .. (nutzen|benutzen|kaufen|wählen|empfehlen|zahlen|wechseln|testen|ausprobieren|herunterladen|bestellen|abonnieren|abschließen|lesen|bewerben|vorstellen|nehmen)
    (fällt (ihnen|dir) auf|aufgefallen|spricht (sie|dich)|hängen geblieben|im gedächtnis|wirkt auf|durch den kopf geht|fehlt ihnen|was mögen|was schätzen)
    (laden ändern|an unserem|in unserem unternehmen|preiserhöhung|wenn es bei uns|vertrauen sie uns|die marke|das feature|features|weiterhin nutzen|regelmäßig nutzen|so ein programm|ein echtzeit-dashboard|essen und der bedienung|reagieren , wenn|hinter diesem)
    (ist|war|waren|sind) (der|die|das|dieser|diese|dieses) .. (freundlich|gut|schlecht|schnell|schön|sauber|lecker|vollständig|zu|angemessen|kompetent|langweilig)
    (war die buchung|war die anmeldung|fiel ihnen)
    (der meinung|für angemessen|dafür .* dagegen|für und wider|stimmen sie zu|am besten , .* am wenigsten|am besten gefallen|lieber .* oder)
    (halten|hältst) (sie|du) .* für
    (liest|klingt|wirkt) sich .* für (sie|dich)|löst .* (bei ihnen|bei dir|in ihnen) aus
    wie (würden|würdest) (sie|du) (den|das|die|ihren|ihre|unser|unsere) .. (beschreiben|zusammenfassen|charakterisieren)
    (anerkennung|wertschätzung|unterstützung|freude macht|ernst genommen)( |$)
    steht .* hinter (ihnen|dir)`,
  behaviour: `
    (letzten|ersten|letzte|erste) (mal|male)
    (wie|wann|wo|warum) (haben|sind|hast|bist) (sie|du|ihr) .* (gehört|gefunden|erfahren|entdeckt|gewählt|gekommen|bekommen|entschieden|gemerkt|vorgegangen|umgegangen|gegangen)
    (führen|mitnehmen|führ|nehmen) (sie|mich|uns|du) .. (durch|mit)
    was (haben|hast) (sie|du) .* (getan|gemacht|unternommen)
    (wie kam es|wie kommt es)
    (sie|dich) überzeugt
    wie (wütend|traurig|ängstlich|nervös|erleichtert|gestresst|besorgt|einsam|enttäuscht|stolz)
    ihre jetzige stelle
    (uns .. angerufen|sie uns)
    (gehalt|vorgesetzten|pendeln|urlaub|chef)
    (zum wechsel|wechseln) bewogen
    sind sie geblieben
    gab es einen punkt
    bei uns führen
    (kam|kommen|gewechselt|gingen|fiel|gestoßen|aufmerksam|gehört|gefunden) .* (zu|auf|von|über|bei) uns
    (die wahl|auf uns aufmerksam|vor oder nach|der auslöser)
    (hatten|haben) (sie|du) .. (verglichen|gekündigt|schon gekündigt)`,
  either: `
    was (verstehen|verstehst|verbinden|verbindest) (sie|du|ihr) (unter|mit)( dem wort| "|$)
    stört es (sie|dich|euch) , wenn (ich|wir)
    ist es (in ordnung|okay|ok) , (wenn|dass) (ich|wir|mein|meine)
    was (bedeutet|ist|heißt) .. für (sie|dich)
    was (meinen|meinst|meinten) (sie|du) .. (damit|mit)
    (gibt es|haben sie|möchten sie) .. (noch etwas|etwas|mehr) .. (hinzufügen|fragen|sagen|ergänzen|loswerden)
    (warum|wie|woran) (das|ist das|kommt das|so|machen sie das fest)$
    (können|könnten|kannst) (sie|du) .. (ein beispiel|genauer|näher|etwas mehr)
    (darf ich (?!fragen)|dürfen wir|aufnehmen|aufzeichnen|aufnahme|gerät|zitieren|einwilligung|notizen|kaffee|tee|sitzen sie bequem|noch fragen)
    (wie alt sind sie|wie alt bist du|wie heißen|was ist ihr beruf|was sind sie von beruf|ihr alter)
    (vergessen zu fragen|mit wem sollte ich|wen kann ich|wen sollte ich)
    erzählen sie mehr
    im leben wichtig
    hören sie mich
    ^(noch )?etwas anderes$
    noch einmal anrufen
    (sagen|sagst) (sie|du) das$
    (genauer|näher) (erklären|erläutern|sagen)
    (sollen|wollen) wir (kurz|eine|beginnen|anfangen)
    erzähl mehr
    (etwas|anderes|mehr) .. (ergänzen|hinzufügen|fragen|sagen)
    (warum|wie) ist das so
    wie (meinst|meinen) (du|sie) das
    helfen sie mir
    (das müssen sie mir|von dir erzählen|von sich erzählen|über sich|zum einstieg|bevor wir (anfangen|beginnen|aufhören))
    (niemand|jeder|man|alle) .. (sollte|sollten|müsste)
    (im leben ja|was macht es mit ihnen|heute niemand)
    (gibt es|haben sie|hast du) .. (etwas|noch etwas|fragen) .*(loswerden|hinzufügen|ergänzen|fragen|gefragt)
    (träumst|träumen|sehnen|sehnst) (du|sie)
    (bundesland|altersgruppe|postleitzahl|geburtsjahr|familienstand) .*(sie|du)?
    ^(ja , )?weiter$
    wie viele [^ ]+ hat ihr team`,
}
