import type { Lists } from './patterns.ts'

/** Word lists of English that the patterns of questions name: closed classes of the grammar, and words that value. */
export const englishWords: Lists = {
  people: `brothers sisters sons daughters grandchildren aunts uncles family people friends colleagues neighbours customers clients users citizens pupils students teachers doctors nurses patients relatives parents children kids teenagers boys girls men women managers staff employees acquaintances siblings guests volunteers researchers carers`,
  day: `monday tuesday wednesday thursday friday saturday sunday mondays fridays saturdays sundays weekdays weekends weekend morning evening afternoon night mornings evenings nights summer winter spring autumn`,
  way: `to from in out on off up down into back forth before after for against over under with without inside outside indoors outdoors`,
  aux: `do does did is are was were am have has had can could will would shall should may might must ought
      don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't can't couldn't won't wouldn't shouldn't mustn't`,
  not: `don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't can't couldn't won't wouldn't shouldn't`,
  subject: `you i we they he she it there this that these those anyone anybody someone somebody anything everything something nothing
      your my our their his her its the a an any some all most both people`,
  wh: `how what why when where who whom whose which whereabouts`,
  tell: `tell describe show explain walk talk take share say give list name draw sketch read think_aloud think_out_loud recount retell
      elaborate expand recall run help write point compare look_at scroll have_a_look try go_through state outline justify comment react respond`,
  praise: `gorgeous splendid stellar great wonderful fantastic amazing excellent brilliant outstanding superb terrific awesome beautiful lovely delicious tasty
      popular acclaimed award-winning renowned beloved much-loved well-loved successful impressive innovative clever superior exciting stunning
      generous attractive helpful friendly convenient handy practical reliable skilled skilful competent user-friendly easy-to-use hassle-free
      seamless revolutionary groundbreaking ground-breaking cutting-edge state-of-the-art world-class first-class top-notch high-quality
      well-designed intuitive delightful charming fabulous incredible remarkable marvellous magnificent unbeatable trusted leading
      market-leading prize-winning effortless effective valuable exclusive unique inspiring stylish elegant welcoming caring sustainable
      time-saving money-saving hard-working dedicated talented attentive thoughtful exceptional unrivalled fresh quick fast smart invaluable
      indispensable idyllic unforgettable phenomenal sensational glorious heavenly sublime genius ingenious refreshing heart-warming
      uplifting rewarding pleasant enjoyable comfortable cosy cheerful trustworthy wholesome first-rate top-quality good-value
      eye-catching tempting irresistible mouth-watering visionary exemplary world-leading vital life-saving touching moving heart-breaking heartbreaking inspirational meaningful worthwhile rich precious smooth generous-hearted well-run well-organised warm godsend thrilling fascinating captivating exquisite ideal-looking top-class`,
  softpraise: `good perfect nice simple easy cheap strong modern free fast quick smart safe secure efficient high-speed affordable low better best
      improved new_and_improved clear happy kind comfortable`,
  blame: `demanding terrible awful horrible annoying irritating confusing frustrating poor bad dreadful disappointing appalling ridiculous outrageous
      unfair shocking rude boring ugly useless pointless clumsy messy complicated tedious tiresome lousy shoddy overpriced excessive pushy
      intrusive endless constant absurd hopeless chaotic unfriendly arrogant shameful disgraceful unreasonable cumbersome outdated inadequate
      incompetent unreliable sluggish misleading unhelpful painful stressful exhausting unacceptable nasty stupid silly greedy dishonest
      notorious infamous bloated unnecessary bureaucratic impersonal inflated exorbitant extortionate slow condescending patronising patronizing humiliating degrading unbearable intolerable
      disgusting cruel brutal cynical miserable idiotic crazy insane indecent inhumane irresponsible dangerous harmful toxic filthy noisy
      time-consuming arbitrary sloppy half-hearted mediocre botched rigid elitist one-sided illogical old-fashioned indifferent inflexible tragic
      tasteless cryptic catastrophic disastrous hurtful discriminatory biased heartless hostile dismissive stubborn clunky grim bleak wretched meaningless senseless dreary dull draining gruelling hellish disorganised careless negligent hopelessly shabby grubby run-down soul-destroying mind-numbing thankless underpaid overcrowded understaffed wasteful reckless ruthless selfish spineless feeble lame pathetic`,
  pain: `savings progress problem problems difficulty difficulties issue issues challenge challenges obstacle obstacles barrier barriers trouble troubles
      frustration frustrations pain_point pain_points hurdle hurdles concerns worries complaint complaints advantage advantages benefit
      benefits disadvantage disadvantages drawback drawbacks strength strengths weakness weaknesses annoyance annoyances fault faults
      shortcomings downsides upsides mistakes improvements fears`,
  feel: `like love enjoy appreciate value admire hate dislike loved liked enjoyed hated disliked appreciated`,
  moves: `annoys annoyed frustrates frustrated irritates irritated bothers bothered disappoints disappointed upsets upset worries worried
      delights delighted pleases pleased impresses impressed excites excited angers angered scares scared confuses confused stresses stressed
      disturbs disturbed appeals appealed thrilled`,
  harm: `fail failed failing fails suffer suffers suffered suffering betray betrayed ruin ruined wreck wrecked neglect neglected neglects cheat cheated deteriorate deteriorated wasting wasted waste_of mess_up messed_up let_you_down downhill the_rot incompetence arrogance indifference rip-off ripped_off driving_people_away drives_people_away pushed_out bullied hounded betrayal misled deceived lied_to`,
  bright: `gain gained win won good best better right well pleasant easy easier positive like liked likes love loved loves enjoy enjoyed appreciate appreciated highs hopes joys pros strengths advantages benefits ups successes happy satisfied upsides fun interesting`,
  dark: `lose lost bad worst worse wrong badly unpleasant difficult hard harder negative dislike disliked dislikes hate hated hates lows fears sorrows cons weaknesses disadvantages drawbacks downs failures unhappy dissatisfied downsides boring annoying frustrating`,
  reported: `thought said told knew heard felt hoped learned learnt read found_out decided agreed promised believed feared worried expected assumed guessed noticed realised realized warned suspected imagined announced explained mentioned claimed clear sure convinced afraid`,
  turn: `doubt distrust resent regret lose_patience lose_faith lose_trust lose_confidence lose_hope lose_interest give_up get_fed_up struggle struggling struggled suffer suffering suffered put_up putting_up waste wasted waste_money throw_away`,
  mess: `scandals scandal complaints delays failures promises rises cutbacks fuss trouble mistakes strikes errors breakdowns lies`,
  scorn: `rubbish nonsense excuses stunts idiots crooks clowns drivel`,
}
