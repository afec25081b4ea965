import { type ListedForms, spaced } from './listed.ts'

/**
 * Danish words whose forms no rule of endings joins: strong and irregular verbs, the closed class in -te, short verbs, and nouns that change
 * their vowel. Verbs in -ede follow the rule. Written from standard grammar; the notation is that of `listed.ts`.
 */
export const danish: ListedForms = {
  prefixes:
    spaced(`efter tilbage videre vedlige sammen imod under over mod med mis ind ned for fra gen hen til ud ved bort frem hjem løs
    sam af an be bi op om på und`),
  parting: [],
  verbs: `gå går gik gået gående, få får fik fået,
    se ser så set, sige siger sagde sagt, stå står stod stået stående, slå slår slog slået, tage tager tog* taget, give giver gav givet,
    komme kommer kom kommet, vide ved vidste vidst, finde finder fandt fundet, lade lader lod ladet, ligge ligger lå ligget,
    lægge lægger lagde lagt, sidde sidder sad siddet, sætte sætter satte sat, sælge sælger solgte solgt, vælge vælger valgte valgt,
    fortælle fortæller fortalte fortalt, tælle tæller talte talt, spørge spørger spurgte spurgt, følge følger fulgte fulgt,
    bringe bringer bragte bragt, strække strækker strakte strakt, række rækker rakte rakt, trække trækker trak trukket,
    træde træder trådte trådt, træffe træffer traf truffet, smøre smører smurte smurt, skrive skriver skrev skrevet,
    drive driver drev drevet, gribe griber grebet, skride skrider skred skredet, stige stiger steget, bide bider bidt,
    glide glider gled gledet, ride rider red redet, slide slider sled slidt, vride vrider vredet,
    hive hiver hev hevet, skrige skriger skreg skreget, vige viger veg veget, bryde bryder brudt, byde byder budt,
    fryse fryser frøs frosset, krybe kryber krøb krøbet, lyve lyver løj løjet, nyde nyder nydt,
    ryge ryger røg røget, skyde skyder skød skudt, stryge stryger strøg strøget, snyde snyder snød snydt, flyve flyver fløj fløjet,
    lyde lyder lød lydt, binde binder bandt? bundet?, forsvinde forsvinder forsvandt forsvundet, vinde vinder vandt? vundet,
    springe springer sprang sprunget, synge synger sunget, synke synker sank sunket, drikke drikker drak drukket,
    stikke stikker stak stukket, briste brister brast bristet, svinde svinder svandt svundet, tvinge tvinger tvang tvunget,
    bære bærer bar båret, skære skærer skar skåret, stjæle stjæler stjal stjålet, dø døde, hænge hænger hang hængte hængt,
    gælde gælder gjaldt gældt, hedde hedder hed heddet, hjælpe hjælper hjalp hjulpet, holde holder holdt, falde falder faldt faldet,
    løbe løber, græde græder græd grædt, æde æder åd ædt, le lo let?, bede beder bad bedt, bedrage bedrager bedrog bedraget,
    drage drager drog draget, sove sover sov sovet, sværge sværger svor svoret,
    gide gider gad? gidet, kvæle kvæler kvalte kvalt, vække vækker vakte vakt,
    klæde klæder klædte klædt, bo bor boede boet boende, tro tror troede troet troende, gro gror groede groet, ro ror roede roet,
    nå når nåede nået, spå spår spåede spået, sy syr syede syet, fri frier friede friet, ske sker skete sket, te ter teede,
    sne sner sneede sneet, synes syntes, findes fandtes, mødes mødtes, slås sloges, lykkes lykkedes, mislykkes mislykkedes,
    trives trivedes, længes længtes, ses sås`,
  others: `mand mænd, barn børn, bog bøger, hånd hænder, fod fødder, nat nætter, datter døtre, mor mødre, far fædre,
    bror brødre, søn sønner, stang stænger, stad stæder, bonde bønder, øje øjne, ko køer`,
}

/** Verbs in -te and -t, which only their grammar tells from those in -ede (købe, købte, købt). */
export const danishInTe: readonly string[] =
  spaced(`købe mene tænke tale spise læse rejse høre føre lære køre betale bruge møde kende sende vende
  brænde rende hænde tænde nævne glemme tømme drømme dømme ramme stemme bestemme gemme rømme bestille stille skille kalde melde fylde
  skylde vise prise løse låse øse dele føle hilse røre råbe dræbe tabe sluge søge bøje lede støde
  føde begynde begrave kræve tjene låne spænde nænne klemme hvile 
  forsømme nyse besøge`)

/** Adjectives whose neuter in -t the stemmer keeps apart (dyr, dyrt). */
export const danishNeuters: readonly string[] =
  spaced(`stor dyr nem svær sjov pæn ren fin klar sen grøn skøn bar tom slem stram grim
  varm lun rar dum langsom åben sikker lækker mager vågen voksen moden sulten gal skæv doven grov brun nær fjern jævn bitter ensom
  sur tør stiv`)
