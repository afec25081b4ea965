import type { ListedForms } from './listed.ts'

/** English words whose forms no rule of endings joins. Written from standard grammar; the notation is that of `listed.ts`. */
export const english: ListedForms = {
  prefixes: [],
  parting: [],
  verbs: `go goes went gone, say said, get got gotten, make made,
    know knew known, think thought, take took taken, see saw seen, come came, find found, give gave given, tell told, feel felt, leave left,
    mean meant, keep kept, begin began begun, show showed shown, hear heard, run ran, hold held, bring brought, write wrote written, sit sat,
    stand stood, lose lost, pay paid, meet met, learn learnt, lead led, understand understood, speak spoke spoken, spend spent, grow grew grown,
    win won, teach taught, buy bought, send sent, build built, fall fell fallen, sell sold, break broke broken, drive drove driven,
    eat ate eaten, choose chose chosen, forget forgot forgotten, sleep slept, wear wore worn, draw drew drawn, catch caught, fight fought,
    throw threw thrown, rise risen, fly flew flown, become became, lie lay lain, lay laid, bite bitten, blow blew blown, breed bred,
    burn burnt, bend bent, bind bound, cling clung, creep crept, deal dealt, dig dug, dream dreamt, drink drank drunk, feed fed, flee fled,
    forgive forgave forgiven, forbid forbade forbidden, freeze froze frozen, hang hung, hide hid hidden, kneel knelt, lean leant, leap leapt,
    lend lent, light lit, mistake mistook mistaken, prove proven, ride rode ridden, ring rang rung, seek sought, sew sewn, shake shook shaken,
    shine shone, shoot shot, shrink shrank shrunk, sing sang sung, sink sank sunk, slide slid, smell smelt, speed sped, spell spelt, spin spun,
    spoil spoilt, stick stuck, steal stole stolen, sting stung, strike struck, strive strove, swear swore sworn, sweep swept, swell swollen,
    swim swam swum, swing swung, tear tore torn, wake woke woken, weave wove woven, weep wept, awake awoke, arise arose arisen, wring wrung,
    withdraw withdrew withdrawn, withhold withheld, withstand withstood, mislead misled, misunderstand misunderstood, mishear misheard,
    overcome overcame, overpay overpaid, oversee oversaw overseen, oversleep overslept, overtake overtook overtaken, overhear overheard,
    undergo undergoes underwent undergone, undertake undertook undertaken, undo undoes undid undone, redo redid redone, foresee foresaw foreseen,
    rebuild rebuilt, repay repaid, resell resold, rewrite rewrote rewritten, rethink rethought, retell retold, remake remade, regrow regrew,
    outgrow outgrew outgrown, upheld uphold, behold beheld, beget begot`,
  others: `man men, woman women, child children, foot feet, tooth teeth, mouse mice, goose geese, wife wives, knife knives, half halves,
    shelf shelves, thief thieves, wolf wolves, loaf loaves, calf calves, analysis analyses, crisis crises, hypothesis hypotheses,
    criterion criteria, phenomenon phenomena, salesman salesmen, chairman chairmen, businessman businessmen, tradesman tradesmen,
    businesswoman businesswomen, grandchild grandchildren, housewife housewives, workman workmen, fireman firemen, postman postmen`,
}
