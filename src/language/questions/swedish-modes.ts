import type { ModeGrammar } from './grammar.ts'

/** What tells feedback from behaviour in Swedish: whose act it is, who judges, what is shown or offered, what is somebody's own life. */
export const swedishModes: ModeGrammar = {
  acts: `
    [^ ]+ (du|ni|någon|er|ert|era|din|ditt|dina|jag|vi|dig)
    (du|ni|jag|er|din|ditt|dina) [^ ]+
    [^ ]+ (och|eller) [^ ]+ (du|ni)
    var det (någon|något)
    finns det`,
  shown: `
    (jag visar|nu får du|nu visar|läs (denna|detta|det|den)|bläddra|återberätta|visar dig|de här|den här filmen|föreställ dig att du får hem)`,
  opines: `
    (tycker|tyckte|anser|föredrar|förstår|litar|upplever|uppfattar|håller) (du|ni)
    (är|var) (du|ni) .. (enig|överens|imponerad)
    (nöjd|missnöjd) .. med (vår|vårt|våra|den|det|produkten|tjänsten|appen|priset|leveransen|kvaliteten|elavtalet)
    kan (du|ni) (se|förstå|läsa|hitta) [^ ]+(en|et|na)
    (känner|är) du dig
    så du känner
    (den|det) [^ ]+ eller (den|det)
    säga att
    för dig$`,
  offered: `
    (vår|vårt|våra|oss|vi|denna|detta|dessa|köpa|använda|rekommendera|prenumerera|uppgradera|förlänga|beställa|ladda|klicka|appen|app|hemsidan|butiken|butik|banken|produkten|tjänsten|varumärke|tidningen|företaget|lösning|helhetslösning|rabatt|försäkringsbolag|funktioner|funktion|vårdcentralen|kundresan|meny|dashboard|kassen|avtalet|leverans|slippa)
    (betala|ge) .. (för|mer|extra|en)
    (det|den) här
    hälften så mycket`,
  life: `
    (jobb|jobbet|jobba|hade (gått|gjort|löst)|hade (du|ni|det) (gått|gjort|löst|varit)|ledigt|skatt|restskatt|dröm[^ ]+|mormor|bo|bor|bott|flytta|flyttat|barn|barnen|pension|lotto|miljon|år|hyra|hyran|arbetslös|uppsagd|liv|livet|lön|pengar|ledig|ledighet|telefon|skola|föräldrar|partner|dö|sjuk|studera|utbildning|semester|hus|huset|gifta|ärvde|chef|karriär|bussen|sommar|världen|leva|arbeta)`,
  feedback: `
    vad (tycker|tyckte) (du|ni)$
    vad (tycker|tyckte|anser|tänker|säger|tänkte|ansåg|tror) (du|ni|om) .. (om|till|när|vid|över|av)
    (vår|vårt|våra|oss) (?!(samtal|prat|intervju|senaste))
    (intryck|uppfattning|åsikt) (av|till|om)
    vilket intryck
    hur (nöjd*|viktig*)
    (vilken|vilket) av
    (saknas|står) .. i (brevet|texten|annonsen)
    förstår (du|ni) (meningen|texten|rubriken)
    (svårast|lättast|bäst|sämst) med (blanketten|kursen|appen|produkten|filmen)
    nya förpackningen
    förvånade dig med
    alla säger
    (din|ditt) (åsikt|inställning|intryck|reaktion|första reaktion|första intryck)
    (trycker|klickar) på
    konkurrent*
    ^läs [^ ]+(et|en) .* (tänker|tycker)
    hur ser du på
    om priset
    (nöjd med (vår|vårt|den)|rekommendera|skala|betyg|poäng|intuitiv|överskådlig|tilltalande|attraktiv|tydlig|rimlig|rimliga|otydlig|vänlig|för (hög|lång|kort|stor|liten|dyr)|lätt att|snabb nog)
    (sidan|hemsidan|startsidan|annonsen|reklamen|prototypen|rubriken|filmen|affischen|loggan|logotypen|förpackningen|skärmen|konceptet|ikonerna|knappen|sloganen|namnen|designen|texten|funktionen|förslaget|idén|videon|broschyren|kampanjen|färgerna|skisserna|erbjudandet|appen|bilden|tidningen|tjänsten|produkten|podd|wireframen)
    (skulle|vill|kan|kunde) (du|ni) .. (använda|köpa|välja|rekommendera|betala|byta|prova|ladda|beställa|föredra|prenumerera|tipsa|se dig själv|integrera)
    hur (uppfattar|upplever|bedömer|ser|upplevde|uppfattade|känns|verkar) (du|ni|den|det) .. (på|vår|vårt|våra|den|det|banken)
    (lägger (du )?märke|fastnar|fångar|sticker ut|kommer du att tänka på när du hör|får du för tankar när)
    (betala för|fattas i|sämst med|bäst med|lade du märke)
    (är|var) [^ ]+(en|et|n) (vänlig|bra|dålig|snabb|fin|snygg|god|försiktig|trevlig)
    (är|var) (det|den|denna|detta) .. (bra|dålig|snabb|fin|snygg|dyr|billig)
    (hur var det att delta|hur (roligt|lärorikt|lätt|enkelt|viktigt|tydligt)|gav det en|blev det en|blev bemött|bra med|att finnas parkering|tänker du då|gör du med den|ha den här till)
    (bygga|satsa|perfekt|idealisk|drömmen) (på|om)
    funkar? (det|den) här
    (förtroende för|i dina öron|plus och minus|för- och nackdelar|bemött|bemötande*|välkommen|telefontider*|lokalerna)
    (gav|ger) [^ ]{3,}(en|et|na) dig
    i vilken utsträckning
    (vad|hur) (du|ni) (tycker|tyckte) om
    (stöttad|uppskattad|lyssnad|hörd|sedd) (av|på|hos)
    (håller|instämmer) (du|ni) (med|i)
    värd* pengarna`,
  behaviour: `
    (senaste|första|förra) gången
    (hur|när|var|varför) (hörde|hittade|upptäckte|valde|hamnade|kom|fick) (du|ni)
    (ringde|ringa|ringer|kontaktade|skrev) .. (till )?oss
    fick (dig|er) att (byta|flytta|välja|köpa|stanna|söka|anmäla)
    gjorde att du
    övertygade (dig|er)
    hur (ledsen|arg|rädd|nervös|lättad|stressad|orolig|ensam|besviken|stolt)
    (lön|chef|arbetet|pendla|semestern|semester|arbetsmiljön)
    slog upp tidningen
    lämnat samtycke
    (ta mig|ta oss) (igenom|genom|med)
    vad (gjorde|gör|brukar|använder|köpte) (du|ni)
    (hur gjorde|hur gick det till|hur gör)
    (kom|kommer|bytte|bytt|gick|valde|hittade|hört|hörde) (ni |du )?(talas )?(till|över till|hos|om)? ?oss
    (hade|har) (du|ni) .. (valt annorlunda|haft|provat|skrivit)`,
  either: `
    vad (förstår|förknippar|lägger) (du|ni) (med|i|av)( ordet| "|$)
    gör det något om (jag|vi)
    är det (okej|ok|i sin ordning) (om|att) (jag|vi|min)
    vad (är|betyder) .. för dig$
    vad (betyder|menar|lägger) .. (för dig|för er|med (det|ordet|")|i ordet)
    (finns det|har du) .. (något|mer) .. (tillägga|fråga|säga|ta upp|vi inte)
    (varför|hur) (det|kommer det sig|så|då|är det så)$
    (kan|kunde|vill|skulle) du .. (utveckla|ett exempel$|säga lite mer)
    (får jag (?!fråga)|får vi|okej|inspelning|spela in|spelar in|citera|citerar|samtycke|ringa dig|antecknar|anteckna)
    (vill|skulle) du .. (kaffe|vatten|te|sitta)
    (hur gammal|vad heter du|vad är din ålder|vad är ditt yrke)
    berätta mer
    viktigt för (dig|er) i livet
    hör (du|ni) mig
    ^annat$
    presentera .. dig
    får dig att säga (det|så)$
    (förklara|utveckla|säga) .. (närmare|mer)$
    ska vi (ta|börja)
    (något|annat|mer) .. (tillägga|fråga om|säga|ta upp)
    (sitter (du|ni) bra|är (du|ni) redo)
    (glömt att fråga|vem bör jag|vem kan jag|borde jag prata|vilka fler)
    (vad undrar du|innan vi (sätter|börjar|slutar)|berätta lite om (dig|vem))
    (alla|man|folk) (borde|bör)
    varför vill ingen
    (är det|finns det|har du) .. (något|annat|frågor) (som )?(du|ni) (vill|skulle|undrar)
    (längtar|drömmer) (du|ni)
    (gör dig (glad|lycklig)|vilket år är du född|vilken termin|åldersgrupp|postnummer|börjar med din bakgrund|morgon- eller)`,
}
