import { words } from '../../people/index.ts'

/** en | da | sv | nl | de, in that order of thought; a word may serve several. */
export const headerWords = {
  email: words('e?mail* | e mail* | epost* | e post* | mejl* | mailadresse'),
  phone: words(
    'phone* | mobile | mobil | mobiltelefon* | cell | cellphone | telephone number | telefon* | tlf* | telefoon* | gsm | handy* | rufnummer | msisdn | mobilnummer | mobiel*',
  ),
  personId: words(
    'id | uid | guid | uuid | user id | userid | user key | person id | profile id | contact id | bruger id | brugerid | person nr | användar id | användare id | anvandar id | gebruiker id | gebruikers id | benutzer id | nutzer id | subscriber id | lead id | crm id | external id',
  ),
  customerId: words(
    'customer (id|no|nr|number|key|code) | client (id|no|nr|number) | member (id|no|nr|number) | account (id|no|nr|number) | kunde (id|nr|nummer) | kundenr | kundenummer | medlems (id|nr|nummer) | kund (id|nr|nummer) | medlemsnummer | klant (id|nr|nummer) | klantnummer | lid nummer | lidnummer | lidmaatschapsnummer | kunden (id|nr|nummer) | kundennummer | mitglieds (id|nr|nummer) | loyalty (id|no|card) | policy (no|number)',
  ),
  anonymousId: words(
    'anonymous (id)? | respondent (id|no|nr)? | visitor id | cookie id | device id | response id | besøgs id | svarpersons? id | besökar id | deltagar id | bezoeker id | besucher id | teilnehmer id | participant id | session id',
  ),
  orderId: words(
    'invoice (no|nr|id|number)? | order (no|nr|id|number) | receipt (no|id) | transaction id | faktura (nr|nummer|id)? | ordre (nr|nummer|id) | kvittering (nr)? | beställnings? (nr|nummer|id) | kvitto (nr)? | bestelnummer | bestelling id | factuur (nr|nummer)? | bestell (nr|nummer|id) | bestellnummer | rechnungs (nr|nummer)? | auftrags (nr|nummer)',
  ),
  productId: words(
    'sku | stock code | product (id|no|code) | item (id|no|code) | article (no|id) | ean | isbn | vare (nr|nummer) | varenr | varenummer | artikel (nr|nummer|kod|code)? | artikelnr | artikelnummer | produkt (id|nr|nummer)',
  ),
  quantity: words('quantity | qty | units | antal | stk | aantal | menge | anzahl | stück'),
  price: words(
    'price | unit price | amount | total | revenue | pris | beløb | stykpris | belopp | styckpris | prijs | bedrag | stuksprijs | preis | betrag | einzelpreis | umsatz',
  ),
  date: words(
    '*date | date* | *time | timestamp | created* | updated* | *_at | dato | *dato | tidspunkt | oprettet | datum | *datum | tidpunkt | skapad | tijdstip | aangemaakt | zeit | zeitpunkt | erstellt* | birthday | dob | fødselsdag | født | född | geboren | geboortedag | geburtstag',
  ),
  birth: words(
    'birth* | dob | date of birth | født | fødsels* | född* | födelse* | geboorte* | geboren | geburt*',
  ),
  freeText: words(
    'comment* | please specify | specify | other please* | feedback | why | describe* | note* | message | review | kommentar* | bemærkning* | uddyb* | hvorfor | varför | anmärkning* | utveckla | omdöme | opmerking* | toelichting | waarom | anmerkung* | bemerkung* | warum | begründung | open answer | verbatim',
  ),
  selectAll: words(
    'select all that apply | check all that apply | all that apply | choose all | vælg alle | flere svar | gerne flere | välj alla | flera svar | kies alle | meerdere antwoorden | alle zutreffenden | mehrfach*',
  ),
  name: words(
    '(first|last|full|given|family|middle|sur) ?name | name | forename | surname | fornavn | efternavn | navn | förnamn | efternamn | namn | voornaam | achternaam | naam | vorname | nachname',
  ),
  code: words(
    'zip | zip ?code* | post ?code* | postal ?code* | postnr | postnummer | postnumre | plz | postleitzahl* | phone* | telephone* | mobile (no|nr|number|phone) | telefon* | tlf* | telefoon* | mobilnummer | rufnummer | handynummer | msisdn',
  ),
  civil: words(
    'cpr | cpr ?(nr|no|nummer|number) | personnr | person ?nummer | personnummer* | samordningsnummer | bsn | burgerservicenummer | sofinummer | steuer ?id | steuer ?idnr | steuer ?(identifikations)?nummer | identifikationsnummer | sozialversicherungs ?nummer | ssn | social security (no|nr|number)? | national (id|insurance) (no|nr|number)? | nino | civil registration (no|nr|number)? | personal identity (no|nr|number|code) | passport (no|nr|number) | pasnummer | paspoortnummer | passnummer | ausweisnummer',
  ),
  outcome: words(
    'y | target | outcome | label | churn* | converted | conversion | purchased | bought | responded | response | subscribed | cancelled | canceled | left | opsagt | købt | konverteret | frafald | uppsagd | köpt | konverterad | opgezegd | gekocht | geconverteerd | gekündigt | gekauft | konvertiert | kündigung',
  ),
  afterTheFact: words(
    'duration | call length | call duration | talk time | handling time | churn reason | cancel* reason | cancel* date | end date | closed (date|at|on) | refund* | resolution* | close reason | varighed | samtaletid | opsigelsesdato | opsigelsesårsag | varaktighet | samtalstid | uppsägningsdatum | duur | gespreksduur | opzegdatum | opzegreden | dauer | gesprächsdauer | kündigungsdatum | kündigungsgrund',
  ),
  context: words(
    'idx | index | euribor* | libor | cibor | stibor | cpi | gdp | bnp | bbp | bip | inflation* | inflatie | unemployment | interest rate | emp var rate | nr employed | weather | temperature | vejr | väder | weer | wetter | exchange rate',
  ),
  coded: words(
    'gender | sex | education | marital* | køn | uddannelse | civilstand | kön | utbildning | civilstånd | geslacht | opleiding | burgerlijke staat | geschlecht | bildung | familienstand | region | job | occupation',
  ),
} as const
