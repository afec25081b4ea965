import { type ListedForms, spaced } from './listed.ts'

/**
 * German words whose forms no rule of endings joins: strong, mixed and irregular verbs by infinitive, third person, past and participle; their
 * other persons follow. Weak verbs follow the rule, and the stemmer joins plurals with a changed vowel. Written from standard grammar; the
 * notation is that of `listed.ts`.
 */
export const german: ListedForms = {
  prefixes: spaced(`be er ver ent emp zer miss ge wider hinter über unter wieder voll`),
  parting:
    spaced(`auseinander zusammen gegenüber entgegen hinterher vorbei herunter hinunter heraus hinaus herein hinein herauf voraus vorher
    zurück weiter wieder runter herum hoch raus rein rauf rum nieder unter über durch gegen statt teil kennen fest frei fort heim nach dran
    dazu los her hin mit voll vor weg ein auf aus bei dar um an ab zu da`),
  verbs: `gehen geht ging gegangen, stehen steht stand gestanden,
    kommen kommt kam gekommen, sehen sieht sah gesehen, geben gibt gab gegeben, nehmen nimmt nahm genommen, sprechen spricht sprach gesprochen,
    finden findet fand gefunden, denken denkt dachte gedacht, bringen bringt brachte gebracht, wissen weiß wusste gewusst, kennen kennt kannte gekannt,
    nennen nennt nannte genannt, brennen brennt brannte gebrannt, rennen rennt rannte gerannt, wenden wendet wandte gewandt, senden sendet sandte gesandt,
    lesen liest las gelesen, essen isst aß gegessen, vergessen vergisst vergaß vergessen, messen misst gemessen, treten tritt trat getreten,
    fahren fährt fuhr? gefahren?, tragen trägt trug getragen, schlagen schlägt schlug geschlagen, laden lädt lud geladen, graben gräbt grub gegraben,
    wachsen wächst? wuchs gewachsen, waschen wäscht wusch gewaschen, schaffen schafft schuf geschaffen geschafft, backen bäckt backte gebacken,
    halten hält hielt gehalten, lassen lässt ließ gelassen, fallen fällt fiel gefallen, fangen fängt fing gefangen, hängen hängt hing gehangen gehängt,
    schlafen schläft schlief geschlafen, laufen läuft lief gelaufen, raten rät riet geraten?, rufen ruft rief gerufen, stoßen stößt stieß gestoßen,
    heißen heißt hieß geheißen, scheiden scheidet schied geschieden, blasen bläst blies geblasen, bleiben bleibt blieb geblieben, schreiben schreibt schrieb geschrieben,
    steigen steigt stieg gestiegen, treiben treibt trieb getrieben, leihen leiht lieh geliehen, weisen weist wies? gewiesen, schweigen schweigt schwieg geschwiegen,
    scheinen scheint schien geschienen, entscheiden entscheidet entschied entschieden, vermeiden vermeidet vermied vermieden, verzeihen verzeiht verzieh verziehen,
    schreien schreit schrie geschrien, reißen reißt riss gerissen, beißen beißt gebissen, greifen greift griff gegriffen, schneiden schneidet geschnitten,
    reiten reitet ritt? geritten, streiten streitet stritt gestritten, leiden leidet litt gelitten, gleichen gleicht glich geglichen, streichen streicht gestrichen,
    schmeißen schmeißt schmiss geschmissen, pfeifen pfeift pfiff gepfiffen, reiben reibt rieb gerieben, meiden meidet mied gemieden, preisen preist pries gepriesen,
    bieten bietet bot geboten, fliegen fliegt flog geflogen, fliehen flieht floh geflohen, fließen fließt floss geflossen, frieren friert fror gefroren,
    genießen genießt genoss, gießen gießt goss gegossen, kriechen kriecht kroch gekrochen, lügen lügt log gelogen, betrügen betrügt betrog betrogen,
    riechen riecht roch gerochen, schieben schiebt schob geschoben, schießen schießt geschossen, schließen schließt geschlossen,
    verlieren verliert verlor verloren, wiegen wiegt wog gewogen, ziehen zieht zog gezogen, biegen biegt bog gebogen, verbieten verbietet verboten,
    heben hebt hob gehoben, bewegen bewegt bewog bewogen, saugen saugt sog gesogen, schwören schwört schwor geschworen, gebären gebar geboren,
    beginnen beginnt begann begonnen, gewinnen gewinnt gewann gewonnen, schwimmen schwimmt geschwommen, binden bindet gebunden,
    klingen klingt geklungen, singen singt sang gesungen, springen springt sprang gesprungen, sinken sinkt sank gesunken, trinken trinkt getrunken,
    zwingen zwingt gezwungen, dringen dringt gedrungen, gelingen gelingt gelang gelungen, misslingen misslingt misslang misslungen,
    verschwinden verschwindet verschwand verschwunden, stinken stinkt stank gestunken, winden windet wand? gewunden, überwinden überwindet überwand überwunden,
    brechen bricht brach gebrochen, stechen sticht stach gestochen, treffen trifft traf getroffen, werfen wirft warf geworfen, sterben stirbt starb gestorben,
    helfen hilft half geholfen, gelten gilt galt gegolten, werben wirbt warb geworben, verderben verdirbt verdarb verdorben, stehlen stiehlt gestohlen,
    befehlen befiehlt befahl befohlen, empfehlen empfiehlt empfahl empfohlen, erschrecken erschrickt erschrak erschrocken, geschehen geschieht geschah,
    bitten bittet bat gebeten, liegen liegt lag? gelegen?, sitzen sitzt saß gesessen, tun tut getan, empfangen empfängt empfing,
    gefallen gefällt gefiel, erhalten erhält erhielt, verstehen versteht verstand verstanden, bestehen besteht bestand bestanden,
    bekommen bekommt bekam, vergleichen vergleicht verglich verglichen, beweisen beweist bewies bewiesen, fressen frisst fraß gefressen, genesen genas,
    melken melkt molk gemolken, quellen quillt quoll gequollen, schmelzen schmilzt schmolz geschmolzen, schwellen schwillt schwoll geschwollen, spinnen spinnt gesponnen`,
  others: ``,
}
