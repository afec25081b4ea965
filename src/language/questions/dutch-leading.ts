import type { LeadingGrammar } from './grammar.ts'

/** What gives the answer away in Dutch: pressing for agreement, words that value, one side taken for granted, what everybody is said to think. */
export const dutchLeading: LeadingGrammar = {
  agreement: `
    (net als|zoals|net zoals) (de meeste|veel|alle) (van|andere|mensen|nederlanders|gebruikers|klanten|anderen)
    (heb ik het (mis|goed)|heb ik (on)?gelijk|vergis ik me)
    (klopt het|(is|was) het (niet )?(waar|zo|juist|een feit|terecht om te zeggen|redelijk om te zeggen)) dat
    (kan|gelooft|denkt) (iemand|men|u|je) (echt|werkelijk|serieus)
    (deelt|deel|delen) (u|je|jullie) .. (mening|opvatting|indruk|zorg|zorgen|frustratie|idee|gevoel)
    ^[^ ]+ (u|je|jullie) .. (echt|werkelijk|serieus)( |$)
    (eerlijk|terecht|juist) om te zeggen dat (u|je)
    ^(begrijpt|snapt|begrijp|snap) (u|je) .* waarom (zoveel|iedereen|de meeste)
    (bent|ben) (u|je|jij|jullie) .. (eens (?!over|geworden)|akkoord met de stelling)
    (?<!(werden|werd|wordt|worden) (jullie|u|je|ze|wij|we) )het (er )?(mee )?eens (?!of|over|geworden|te|om)
    {verb} (u|je|jij|jullie|uw) .. ook(?! (weleens|wel eens|een keer))(?!( [^ ]+)? met de)(?=( [^ ]+){0,3}$| dat| niet| van mening)
    (geeft u mij gelijk|deelt u (onze|die) mening)
    {verb} (u|je|jij|jullie) (zich|je) ook
    (net )?(zo)?als (de meesten|iedereen|de meeste mensen|alle anderen)$
    (merkt|ziet|vindt|herkent|ervaart|voelt) (u|je) dat ook
    (kun|kan|kunt|mag|kunnen) (je|u|we|men) (niet )?(ook )?(zeggen|stellen) dat
    (u|je) zult het .* (eens|toegeven)`,
  loaded: `
    (uw|je|jouw|jullie) (hoge|grote) (verwachtingen|eisen|hoop)
    (wat voor|wat een|welke|al die|zulke|die|de) {scorn}
    (zo'n|zulke|een zo) (hoge|zware|lage|harde|enorme|slechte|drukke) [^ ]+
    (na|ondanks|met|door|vanwege) (al (die|de|het|dat)|alle|zoveel|de (recente|vele|laatste)) .. {mess}
    (werd|bent|ben|wordt) (u|je|uw [^ ]+) .. (gedwongen|onder druk gezet|misleid|bedrogen|afgescheept|gepest)
    (onze|de|uw|je) vele ({praise}|{blame}) [^ ]+|(alle|al die|al de) (goede|positieve) [^ ]+|(fout zat|ernaast zat|een fout maakte)
    (hoeveel|hoezeer) (hielp|helpt|heeft .* geholpen|verbeterde)
    (onze|ons|de|het|deze|die|dit|dat|uw|jouw|hun|zulke|zo'n|al die|al dat|alle|van die|mijn) (heel |erg |zeer |zo |nieuwe |echt |extreem |meest |vele )?({praise}|{blame}) (?!(en|of|van|in|op|aan|om|voor|is|was|zijn|dingen|ding|tijd|tijden|kant|kanten|deel|moment|momenten|dan|had|heeft|nog|delen|punten|prijs|keer) )[^ ,]+
    (onze|ons|deze|die|de) (heel |erg |zeer |zo )?(?!sterke en zwakke)({praise}|{blame}) en [^ ]+e [^ ]+
    (de|het|die|dat|deze|al die|al dat|zo'n|zulke) (chaos|teleurstelling|frustratie|woede|nachtmerrie|ramp|rotzooi|onzin|gedoe|ellende|schandaal|fiasco|opluchting|verspilling|plezier|succes|lawaai|vreugde|blunder|rompslomp)
    (uitstekend|vreselijk|prachtig|waardeloos) ge[^ ]+
    ('s werelds|nederlands|de markt) [^ ]+ste [^ ]+
    ^(wat|welk) een [^ ]+
    (?<!(hoe|niet|net|even) )zo (?!(vriendelijk|mogelijk|nodig|eindelijk|tijdelijk|geleidelijk|weinig) )[^ ]+(ig|end|elijk|loos) (?!mogelijk)
    (wat|hoe|waarom) .* dat .* (negeert|negeerde|genegeerd|bedriegt|bedroog|misbruikt|misbruikte|vernedert|vernederde|verwaarloost|verwaarloosde|laat stikken|in de steek|over het hoofd)
    (wat|waarom|hoe|wie) (in vredesnaam|in hemelsnaam|in godsnaam)
    (gezien|ondanks|na) hoe ({praise}|{blame}|{value}|slecht|goed)
    (zo'n|zulke|een zo) ({praise}|{blame}) [^ ]+|hoe (groot|veel|sterk) .. (hulp|steun|opluchting|last|plezier|voordeel|profijt)
    hoeveel (profijt|plezier|hulp|steun|voordeel|baat|last)
    (verspilt|verspilde|weigert|weigerde|verwaarloosde) (u|je)
    (welkomst|woeker|torenhoge )[^ ]+en
    (de|het|die|dat|al die|al dat|je|uw|met) (hoge|enorme|grote|constante|voortdurende|eindeloze|chronische|extreme|onredelijke|hele|zware|moordende) (druk|werkdruk|werklast|stress|eisen|belasting|wachttijden|kosten|prijzen|herrie|bureaucratie|drukte|[^ ]+druk)
    (uw|je) [^ ]+ die (nooit|altijd|nauwelijks|zelden|niet) [^ ]+
    (gezien|gelet op|als je bedenkt|als u bedenkt|nu (u|je) (gezien|gehoord|geprobeerd)) (hoe|wat|dat|hebt|heeft)
    (ergernis|frustratie|irritatie) over (de|het|uw|je) (oude|vorige|huidige)
    (uit de brand|een fortuin)
    (welke|al die|al deze|alle) ({praise}|{blame}) [^ ,]+
    (onze|ons) (belangrijke|goede|essentiële|mooie) [^ ]+
    in zo'n [^ ]+
    als (ze|het|die) (toch )?(altijd|nooit|constant)
    te verduren
    (wat|waarom|hoe|wanneer|welke|welk|wie) (?!.* (een|de laatste) keer ).* {harm}( |$)
    (je|uw|jouw) (frustratie|woede|teleurstelling|irritatie|verontwaardiging|wanhoop|afkeer) (over|met|om)`,
  oneSided: `
    waarom (moet|moeten|zou|zouden) (?!(u|je|jij|jullie|ik|we|wij|men|het|ze) )
    wat maakt (ons|onze [^ ]+) (tot|zo)
    (vertel|beschrijf|noem) .. (uw|je|jouw|jullie) {pain}
    (waar|wanneer|wie) (geniet|haat) (u|je)
    (hoe|op welke manier|op welke manieren|waarin) heeft ~ (uw|je|jouw|jullie) ~ (verbeterd|verrijkt|vergemakkelijkt|versterkt)
    (wat|welk|welke|wie) ([^ ]+ ){0,3}(werkt|gaat|ging|drijft|dreef) .. (op (uw|je) zenuwen|(u|je) tot waanzin)
    (wat|wie) (staat|stond|zit|zat) .. in de weg
    (welk|welke|wie) [^ ]+ {moves} (u|je)
    wat (baart|baarde) (u|je) zorgen
    hoe heeft ~ (beschadigd|aangetast|geschaad|ondermijnd|verpest)
    (vertel|beschrijf|leg|zeg) ... (wat|waar) (u|je) .. ({love}|leuk vond|fijn vond|mooi vond|van genoot|waardeerde)(?!.* (meest|minst|best)( |$))
    (waar|waarvan) (heb|hebt|heeft|hebben) (u|je|jullie) .. genoten
    (wat|waar) (ging|gaat|is) (er )?.. (mis|fout|verkeerd|misgegaan|fout gegaan)
    waarom [^ ]+ (u|je|jij|jullie|mensen) (nog (?!(meer|een|nooit|niet) )|überhaupt)
    waarom (is|was) het (verkeerd|goed|slecht|ongezond|gezond|oneerlijk|verstandig|dom) om
    (wanneer|hoelang|hoe lang|sinds wanneer|waarom) [^ ]+ (u|je|jij|uw [^ ]+) .. {turn}
    (verloor|verloren|verloren) .. (geduld|vertrouwen|geloof|hoop|zin|interesse|moed)
    (geduld|vertrouwen|geloof|hoop|zin|interesse|moed) .. verloren
    wat [^ ]+ (?!(ik|we) )~ (vergat|verzuimde|weigerde|naliet|vergeten|geweigerd|nagelaten) .* te
    waarom (u|je) zo [^ ]+
    (wat|hoe) .* dat .* (zulke|veel te) [^ ]+ [^ ]+
    (wat|hoe) .* zodat (u|je) zich .* voelt
    wat (vindt|vind|vond|vonden) (u|je|jij|jullie) .. ({value}|er zo [^ ]+) (aan|van|in|bij|er)
    wat (vindt|vind|vond|vonden) (u|je|jij|jullie) (er )?(zo|het|nou) .. ({value})(?!.*(meest|minst)$)
    wat (is|was) (er )?het ({praise}|{blame}) (aan|van|in)
    wat (ging|gaat) .. (mis|fout|verkeerd|goed)( |$)
    waarom (vindt|vind|denkt|denk) (u|je) .* (belangrijk|nodig|noodzakelijk|een probleem)
    waarom zijn wij .* (beter|best|zo)
    wat (is|was|maakt|maakte) .. (zo|er) ({value}|bijzonder|uniek|speciaal|menselijk) (aan|van|in|bij|maakt)?
    wat maakt .. (zo|beter|bijzonder|uniek|de beste|het beste|menselijk)
    wat (heeft|had) (u|je|jullie) .. {moves}
    wat {moves} (u|je|jullie|er)(?!.*(meest|minst)( |$))
    waar (ergert|ergerde|stoort|stoorde|verheugt|verheugde|geniet|genoot|baalt|baalde|houdt|schrikt|schrok) (u|je|jullie) .. (aan|op|van|over|om)(?!.*(meest|minst)( |$))
    wat zou (u|je) .* missen (aan|in) (onze|ons)
    wat {love} (u|je|jullie)(?!.*(meest|minst)( |$))
    (waarvan) (geniet|genoot|baalt|baalde) (u|je)
    (welke|welk|wat voor|hoeveel|wat is|wat was|wat zijn|de|alle|wat waren) ((het|uw|je|jouw|jullie|de|twee|drie|vier|vijf|[^ ]+ste|andere|grootste|belangrijkste|voornaamste|technische|soort) )*{pain}
    waarom (is|was|zijn) (het|dat|dit|onze|ons|de|deze) (zo |niet |voor u |voor jou |voor je )*(belangrijk|moeilijk|goed|nodig|beter|best|slecht|superieur|aantrekkelijk|essentieel|makkelijk|fijn|vervelend|lastig)
    waarom (is|zijn) (onze|ons|de|het|deze|dit) .. (beter|beste|zo|goed|superieur|slecht|slechter|aantrekkelijk|belangrijk)
    wat (zou|zouden) (u|je|jullie) .. (heerlijk|mooi|fijn|leuk|geweldig|vreselijk) vinden
    wat (maakte|maakt) .. zo
    waarom (denkt|denk) (u|je) .* (beter|beste|slechter|erger|populair)
    waarom .. (niets|nooit|geen)
    waarom (houden|houdt|haten|vertrouwen|kiezen) (mensen|klanten|iedereen|zoveel mensen|men)
    waarom (houdt|haat|vertrouwt|verkiest|geniet|vertrouw|vertrouwde) (u|je|jij)
    waarom (zou|zouden|zal|moet|moeten) (iedereen|mensen|iemand|men)
    waarom (zou|zouden|zal|moet|moeten) (u|je|jij|men|mensen|iemand|iedereen) .*(kiezen|overstappen|kopen|nemen|willen|ons|voor)
    waarom (.. )?(niet|nooit|geen)(?!$)
    waarom (bent|ben|vindt|vind|doet|doe|lette|was|is|laat) .. (zo|toch|zich)
    (hoe kwam het|hoe komt het|hoe kan het) dat .. (zo|niet) 
    waarom wil niemand
    wat (is|was) (er )?zo [^ ]+
    hoeveel (makkelijker|beter|sneller|prettiger|goedkoper|gelukkiger|rustiger|fijner|leuker|eenvoudiger|veiliger|meer plezier|slechter)
    hoe (erg|zeer) (hebt|heeft|heb|vond|geniet|baalde|ergerde)
    (tijd|geld) .. (u|je) .. (bespaart|bespaarde|spaart)
    wat had (u|je) beter
    wat sprak (u|je|jullie) .. aan in (onze|ons)
    wat (houdt|hield|weerhoudt|weerhield|belet|belette|belemmert) (u|je|jou|jullie) (tegen|ervan|om|nog)
    wat .. (overtuigde|trok|lokte|verleidde|sprak|spreekt|trekt) (u|je|jou|jullie) .. (aan|zo|over|in)
    wat (spreekt|sprak|trekt|trok) (u|je|jullie) (zo |er )*aan (in|aan)
    wat (deed|heeft) (u|je|jullie) (afhaken|opgeven|haten)
    (waarom|hoe komt het dat) ~ (zo|nauwelijks|amper|steeds minder) (lang|weinig|slecht|veel|vaak|zelden|laat|traag|nog|zelf|druk|moeizaam)
    waarom (is|zijn|bent|was|waren|heb|hebt|heeft) .. zo [^ ]+
    hoe (houdt|hou|hield) (u|je|jullie) ~ (vol|uit)$
    (vertel|schrijf|leg|beschrijf|geef) .. (waarom|wat|hoe) (u|je|jullie) .. (zo [^ ]+|tevreden|trots|aanbeveelt|blij|te [^ ]+)
    hoe (vaak|dikwijls) (ergert|erger|stoort|stoor|baalt|baal|klaagt|worstelt) (u|je)
    wat (kunnen|zouden|kan) .. van ons leren
    wat maakt (ons|onze|de|het|dit) ~ (meer [^ ]+|[^ ]+er) dan
    wanneer (had|hebt|heeft|merkte|besefte|realiseerde) (u|je|jij) .. (door|gemerkt|dat) .. (niet|geen|slecht|bedrogen|te veel|fout)
    hoe (heeft|hebben|tast|schaadde) ~ (aangetast|geschaad|verpest|kapotgemaakt|ondermijnd|verwoest)
    wat (is|was|vind|vindt) (er |je |u )*zo [^ ]+
    wanneer (begon|ontstond) (de|uw|je) (ergernis|frustratie|onvrede|irritatie)
    wat is het (toch )?(aan|met|bij) ~ (dat|waardoor)
    hoe (voelt|voelde|is|was) het .* (eindelijk|gepasseerd|genegeerd|afgewezen|bedrogen|vernederd|buitengesloten)( |$)
    hoe (sterk|hard) (steunt|steun|gelooft|kwam)
    (opende|opent|opengegaan) .. ogen
    hoe (kom|komt|kwam) (je|u) .* door$
    waar (wacht|wachtte) (je|u) (nog )?op$
    wat vindt? (je|u) .. zo [^ ]+
    wat heeft ~ (goed|slecht) gedaan
    (slechte|slechtste) gewoontes?
    hoe kreeg ~ het voor elkaar
    welke verbeteringen
    ondanks (het|de) (lage|hoge|slechte)
    hoeveel (?!(meer|minder|langer|later|eerder|vaker|verder|ouder|jonger|groter|hoger|lager) )[^ ]+er (werd|was|is|maakt|maakte|wordt|ging|gaat)
    (hoe|waarom|wanneer|in welk opzicht) .* (slechter|beter|erger|moeilijker|duurder) (geworden|gegaan)
    (onze|uw|de) ([^ ]+ste |vele )(kracht|krachten|voordeel|voordelen|kwaliteiten|sterke punten)
    (jezelf|uzelf) .* aan(gedaan)?$
    (had|hadden|heeft|heb) (u|je) ook (het gevoel|de indruk)`,
  presumed: `
    hoe (onze|ons|de|het|dit|deze|uw|je) ~ (u|je|uw|het) ~ (geholpen|verbeterd|bespaard|vereenvoudigd|verpest)
    hoe (onze|ons|de|het|dit|deze|uw|je) ~ ([^ ]{3,}er|beter) ~ (gemaakt|maakte|maakt|geworden)
    hoeveel (tijd|geld|uren|moeite|stress) (heeft|bespaarde|bespaart|kostte|scheelt|scheelde)
    (hoe|waarmee|in welk opzicht) (heeft|hebben|maakt|maakte) (onze|ons|de|het|dit|deze) ~ ([^ ]{3,}er|beter) (gemaakt|gemaakt)
    (de|het) (toenemende|groeiende|stijgende|dalende|afnemende|gebrekkige) [^ ]+
    (hoe|op welke manier|op wat voor manier|op welke manieren|in hoeverre) (heeft|helpt|hielp|hielpen|helpen|maakt|maakte|geeft|gaf|kan|zal|zou|verbetert|vergemakkelijkt|versterkt|bespaart|vereenvoudigt|ontzorgt|hebben) (onze|ons|de|het|deze|dit) .*(geholpen|helpen|gegeven|gemaakt|verbeterd|versterkt|bespaard|verbeteren|vergemakkelijken|versterken|besparen|maken|geven|vereenvoudigd|vereenvoudigen|makkelijker|eenvoudiger|beter|veiliger|ontzorgd)
    (hoe|op welke manier) (helpt|hielpen|helpen|verbetert|vergemakkelijkt|versterkt|bespaart|vereenvoudigt|ontzorgt|hielp|verbeterde|versterkte) (onze|ons|de|het|deze|dit)
    (tijd|geld|moeite|uren) .. (u|je) .. (bespaart|bespaarde|hebt bespaard|uitspaart)
    nu (u|je) .. (bespaart|spaart|hebt gezien hoe)
    dat (iedereen|niemand|alles|niets|geen mens) .. (tegenwoordig |nu |zo )?.. (is|heeft|moet|wil|kan|geworden)
    (neem ik aan|ik neem aan|ga ik van uit|ik ga ervan uit|ik veronderstel|ik vermoed)
    dankzij (onze|ons|de|het|deze)
    (er (eigenlijk )?(nog )?zo weinig perspectief)
    toch (elk|elke|iedere|ieder) .. (weer|maand|jaar)
    (wat|hoe|waarom) .* dat (.* )?(nooit|altijd|voortdurend)( |$)
    (doet|doe|doen|gaat|houdt|redt) ~ (aan|tegen|met|om met) al (die|dat|de|het|deze) (?![^ ]+ (die|dat|waar) )[^ ]+
    (als|wanneer|dat) (ze|men|het|hij|zij|de [^ ]+) .. (alweer|voor de zoveelste keer|steeds maar weer)
    hoe (heeft|hebben) (de|het|onze|ons|deze|dit) .. (uw|je|jullie) [^ ]+ (opgefleurd|verrijkt|vereenvoudigd|verbeterd|verlicht|veraangenaamd|opgevrolijkt)`,
  preamble: `
    ^(nu|omdat|aangezien|doordat) .* (zo (veel|vaak)|zoveel|gestegen|verbeterd|beter|slechter|erger|makkelijker|gemakkelijker|duurder|goedkoper|gedaald) .* ,
    (iedereen|niemand|mensen) (lijkt|schijnt|blijkt)
    ^als (een )?({praise}|verantwoordelijke|zorgzame|drukke|goede|verstandige|trouwe) [^ ]+ ,
    we .. (gekregen|krijgen|kregen|gehad) .. ({praise}|goede|slechte|positieve|negatieve) (reacties|beoordelingen|recensies|feedback)
    (de meeste|veel|heel veel|steeds meer|een meerderheid van de|negen van de tien|bijna alle|vrijwel alle|alle|duizenden|tal van|van veel) (van )?(onze |de )?(andere |jonge |tevreden )?(mensen|klanten|gebruikers|gasten|lezers|leden|patiënten|bezoekers|deelnemers|anderen|medewerkers|gezinnen|ouders|experts|burgers|nederlanders|kopers|bedrijven)(?!.* andere )
    (iedereen|niemand|ieder) (weet|zegt|kan (wel )?zien|houdt|haat|is het erover|vindt|kent|wil)
    (onderzoek|onderzoeken|experts|cijfers|studies|wetenschappers|de cijfers|metingen|deskundigen) (toont|tonen|laat|laten|zegt|zeggen|wijst|wijzen|raden|bewijst|bewijzen|blijkt|zijn)
    (zoals|net als|net zoals) (iedereen|de meeste|veel|bekend|u weet|je weet|alle)
    ^(het|dat|u|je) (moet|zal) .. (geweest zijn|zijn geweest)
    ^ik kan (me|mij) voorstellen dat
    (zoals bekend|het is duidelijk|natuurlijk|uiteraard|zonder twijfel|ik weet zeker|ongetwijfeld)
    (we hebben|wij hebben|we zijn|wij|we|onze|ons) .. (gewerkt|geïnvesteerd|geluisterd|verbouwd|verbeterd|gemaakt|gewonnen|gestoken|zijn|hebben) .*(hard|trots|eenvoudiger|beter|makkelijker|sneller|verbeterd|prijs|fantastisch|beste|mooier|overzichtelijker|lovend|enthousiast|duidelijker)
    (met|dankzij) (onze|ons) .. (spaart|bespaart|heeft|kunt|krijgt) (u|je)
    (recensies|reacties|beoordelingen) (waren|zijn) .. (fantastisch|goed|positief|lovend|slecht)
    (is|was|waren|zijn|is het|was het) .. (een|echt|heel|erg|zeer|natuurlijk erg|gewoon|werkelijk) .. (succes|ramp|schandaal|fiasco|opluchting|puinhoop|nachtmerrie|chaos|lastig|moeilijk|geweldig|fantastisch|vreselijk|slecht|vervelend|prachtig)
    (bespaart|scheelt) (u|je|iedereen|onze klanten)
    (onze|ons) .* (van u over|voor u)
    (bijna|vrijwel|haast) onmogelijk
    hoeveel ~ (bespaart|scheelt)
    (een hele|grote) (verbetering|vooruitgang)
    (gezien|gelet op) (het|de|al)
    (de meeste|veel|vrijwel alle|steeds meer) [^ ]+ (zeggen|vinden|denken|vertellen|geloven|kiezen|houden|haten|noemen|ervaren)(?!.* andere )
    (wetenschappers|onderzoekers|artsen|psychologen|economen|leraren) (zeggen|vinden|waarschuwen|beweren|stellen)
    (iedereen|niemand) (houdt van|vindt|gelooft|voelt|krijgt|praat)`,
  stated: `
    ^(?!({wh}|{verb}|het|dat|wat|hoe|u|je|hij|zij|ik) )[^ ]+( [^ ]+){0,3} (is|zijn|was|waren) (nu eenmaal |gewoon |heel |erg |ook )?(slecht|goed|beter|slechter|gezond|ongezond|schadelijk|belangrijk|essentieel|de toekomst|gevaarlijk)( |$)
    (verwoest|schaadt|redt) (de|het|onze)
    (maakt|maken) (ons|mensen|kinderen|iedereen) (allemaal )?[^ ]+
    (schaadt|schaden|slecht zijn|verwoest) [^ ]+`,
  offeredReason: `
    ^(komt|kwam|ligt|lag) ~ (door|aan|van)
    ^(was|is) het .* (dat|die|waardoor) (u|je|jou)
    (?<!(waar|hoe|wat|waarom) )(was|is|kwam|komt|lag|ligt) (het|dat|dit) .. (vanwege|door|omdat|wegens|aan de prijs|aan het geld|de prijs|de kwaliteit|de service|het salaris)
    (bent|ben|hebt|heeft|heb|ging|koos|stapte) (u|je|jij) .. (vanwege|omdat|wegens|door de prijs)
    ^[^ ]+ (u|je|jij|het|dat) ~ (, )?(vanwege|wegens|omdat|doordat)`,
}
