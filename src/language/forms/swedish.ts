import { type ListedForms, spaced } from './listed.ts'

/**
 * Swedish words whose forms no rule of endings joins: strong and irregular verbs, short verbs in -dde, and nouns that change their vowel.
 * Verbs in -ade follow the stemmer. Written from standard grammar; the notation is that of `listed.ts`.
 */
export const swedish: ListedForms = {
  prefixes:
    spaced(`tillbaka igenom vidare samman efter emot fram till under över åter bort upp ner ned för med mot miss från genom hem kvar
    lös ut in an av be på om vid er ge`),
  parting: [],
  verbs: `resa reser reste? rest?, vända vänder vände vänt?, använda använder använde använt använda, gå går gick gått gående, få får fick fått,
    se ser såg sett sedd, säga säger sade sa? sagt sagda, stå står stod stått stående, slå slår slog slagit? slagen?, ta tar tog tagit tagen,
    ge ger gav gett givit given, komma kommer kom kommit, veta vet visste vetat, finna finner fann funnit, finnas finns fanns funnits,
    låta låter lät låtit, ligga ligger legat, lägga lägger lade la lagt lagda, sitta sitter satt suttit, sätta sätter satte satt,
    sälja säljer sålde sålt sålda, välja väljer valde valt valda, vänja vänjer vande vant, svälja sväljer svalde svalt,
    skriva skriver skrev skrivit skriven skrivna, driva driver drev drivit driven, gripa griper grep gripit gripen, kliva kliver klev klivit,
    stiga stiger stigit, bita biter bet bitit biten, lida lider lidit, glida glider gled glidit,
    slita sliter slet slitit sliten, vrida vrider vred vridit vriden, skrika skriker skrek skrikit, tiga tiger teg tigit,
    bryta bryter bröt brutit bruten brutna, bjuda bjuder bjöd bjudit bjuden, flyta flyter flöt flutit, frysa fryser frös frusit frusen,
    krypa kryper kröp krupit, ljuga ljuger ljög ljugit, njuta njuter njöt njutit, ryka ryker rök, skjuta skjuter skjutit skjuten,
    stryka stryker strök strukit struken, flyga flyger flög flugit, knyta knyter knöt knutit, sluta sluter slöt slutit sluten, smyga smyger smög smugit,
    binda binder bundit bunden bundna, försvinna försvinner försvann försvunnit, vinna vinner vann vunnit vunnen, hinna hinner hann hunnit,
    springa springer sprang sprungit, sjunga sjunger sjöng sjungit, sjunka sjunker sjönk sjunkit, dricka dricker drack druckit,
    sticka sticker stack stuckit stucken, spricka spricker sprack spruckit, tvinga tvingar tvang tvungit tvungen, brinna brinner brann brunnit,
    bära bär bar burit, skära skär skar skurit, stjäla stjäl stal stulit stulen stulna, dö dog dött, hänga hänger hängde hängt,
    heta heter hette hetat, hjälpa hjälper hjälpte hjälpt, hålla håller höll hållit hållen, falla faller föll fallit fallen, hugga hugger högg huggit,
    gråta gråter grät gråtit, äta äter åt? ätit äten, le ler log lett, be ber bett, bedra bedrar bedrog bedragit, dra drar drog dragit dragen,
    fara farit, sova sover sov sovit, svära svär svor svurit, 
     gälla gäller gällde gällt, stödja stödjer stöder stödde stött,
    bo bor bodde bott, tro tror trodde trott, gro gror grodde grott, nå når nådde nått, spå spår spådde spått, sy syr sydde sytt sydda,
    ske sker skedde skett, klä klär klädde klätt, bero beror berodde berott, må mår mådde mått, ro ror rodde rott,
    avsky avskyr avskydde, förebrå förebrår förebrådde, sno snor snodde, strö strör strödde strött, leda leder ledde lett ledda, lyda lyder lydde,
    betyda betyder betydde betytt, föda föder födde fött födda, träda träder trädde trätt, råda råder rådde, mötas möts möttes, trivas trivs trivdes trivts,
    minnas minns mindes mints, umgås umgås umgicks umgåtts,
    behöva behöver behövde behövt, smörja smörjer smorde smort, spörja spörjer sporde sport?, dölja döljer dolde dolt dolda, skilja skiljer skilde skilt skilda,
    vika viker vek vikit, växa växer växte vuxit vuxen, töras törs tordes, idas ids iddes, tigga tigger tiggde`,
  others: `bok böcker, fot fötter, natt nätter, tand tänder, son söner, dotter döttrar, mor mödrar, far fäder,
    mus möss, gås gäss, stång stänger, rot rötter, bonde bönder, strand stränder, land länder, rand ränder,
    öga ögon, öra öron, ledamot ledamöter`,
}

/** Verbs in -de and -te, which only their grammar tells from those in -ade (ringa, ringde, ringt; köpa, köpte, köpt). */
export const swedishInEr: readonly string[] =
  spaced(`ringa köpa känna sända hända tända bränna tänka läsa höra föra lära köra göra möta glömma tömma drömma döma gömma
  simma stämma bestämma ställa fylla hyra styra störa röra leva sväva kräva pröva böja söka åka röka väcka räcka täcka trycka rycka
  tycka märka stärka byta sköta mäta hälla fälla skälla smälla bygga hänga stänga slänga tränga mänga spänna sprida lyfta lösa läka blåsa
  frysa hjälpa släppa klämma nämna gräva sträva överleva uppleva beställa föreställa begära nära snöra tära skölja kyssa försöka besöka
  undersöka anställa erkänna godkänna sälla tåla gälla`)

/** Adjectives whose neuter in -t the stemmer keeps apart (dyr, dyrt). */
export const swedishNeuters: readonly string[] =
  spaced(`stor dyr svår skön fin klar sen grön varm ren tom ful kul grym lugn jämn stark
  snabb trygg tråkig långsam ensam tunn sann dum skev grov brun tydlig enkel vacker säker mager mogen öppen trasig sur kär
  djup tyst hög låg vanlig smal tung ung lång trång snygg flexibel`)
