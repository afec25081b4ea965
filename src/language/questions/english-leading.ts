import type { LeadingGrammar } from './grammar.ts'

/** What gives the answer away in English: pressing for agreement, words that value, one side taken for granted, what everybody is said to think. */
export const englishLeading: LeadingGrammar = {
  agreement: `
    (would i be|am i) (right|wrong|correct|mistaken) (in|if|to|that)
    (is|was|would) it (be )?(true|safe to say|fair to say|right to say|correct|a fact) (that|the|you|it|our)
    (do|can|does) (anyone|anybody|people|you) (really|seriously|honestly|truly) (?!(like|enjoy) )
    (share|shared) (the|our|this) .. (view|opinion|concern|concerns|feeling|frustration|impression|belief|idea)
    ^(do|did|are|were) you (really|honestly|seriously) (?!(like|enjoy) )(?=[^ ])
    (fair|right|wrong) to say (that )?(you|it|they)
    ^(do|can) you (see|understand) why (so many|everyone|most)
    (do|would|did|don't|wouldn't) you (also |not |all |too )?(agree|accept|admit|concede)
    would you agree
    am i right
    are you (in agreement|also|on board)
    (do|did|have|are|would|is|does) (you|your [^ ]+) also
    (feel|think|find|see|prefer|agree) (it|so|that|the same) (too|as well)
    (to what extent|how strongly|how much) do you agree
    like (everyone|everybody|most people|most|many|all)
    (could|can|might|would) (one|we|you|it) (also )?say that
    (do|did|would) you (too|also) [^ ]+
    ^(agree|do you agree)$`,
  loaded: `
    (your|the) (high|great) (expectations|standards|hopes)
    (your|the) (frustrations|annoyances|grievances|worries|anger) (with|about|at|over)
    (what|such|all that|the|this|that|of) {scorn}
    (what|how|why|who) (on earth|in heaven's name|the hell|the devil|in god's name)
    (after|despite|with|given|following|because of) (all|these|so many|the (recent|many|latest)) .. {mess}
    (were|was|are|have) (you|your [^ ]+) .. (forced|pressured|pressurised|tricked|bullied|conned|fobbed off|talked into)
    (our|your|the) many {praise} [^ ]+
    all the (good|positive|great) [^ ]+
    (that )?you (were wrong|had been wrong|made a mistake)
    (our|my|these|those|that|this|such|such a|the|your|their|its|all the) (very |really |extremely |completely |totally |quite |so |new |truly |most )?{praise} (?!(or|and|for|to|of|in|at|about|when|enough|thing|things|part|parts|moment|moments|time|times|is|was|were|are|did|do|on|than|half) )[^ ,]+
    (our|my|these|those|such|such a) (very |really |extremely |new |most )?{softpraise} (?!(or|for|to|of|thing|things|and [^ ]+ (?:$)) )[^ ,]+
    (our|these|those|that|this|such|such a|the|their|its|your|all the) (very |really |extremely |completely |totally |quite |so )?{blame} (?!(or|and|for|to|of|in|at|about|when|thing|things|part|parts|moment|moments|time|times|is|was|were|are|did|day|days|news|on) )[^ ,]+
    [^ ]{3,}'s {blame} [^ ]+
    (the|that|this|such|all the|our) (joy|disappointment|frustration|anger|chaos|nightmare|disaster|mess|nonsense|hassle|horror|delight|scandal|fiasco|relief|waste|misery|pleasure|failure|success)(?! stor)
    (brilliantly|wonderfully|terribly|perfectly|beautifully) [^ ]+ed
    (what a|such a) (relief|joy|disappointment|disaster|pleasure|disgrace|waste|delight|mess|blessing)
    how (big|great|much|large) (a|an|of a|of an) (help|advantage|relief|benefit|nuisance|problem|pleasure|burden|pain)
    so ({praise}|{blame})(ly)?( |$)
    (what|how|why) .* that .* (ignor*|let you down|cheat*|exploit*|humiliat*|neglect*|mistreat*|overlook*)
    (how|what|why) .* (ignoring|exploiting|humiliating|neglecting|mistreating) (you|your)
    (your|our|those|these|such) (difficult|hard|tough|demanding|bad-tempered) [^ ]+
    (the|all the|this|that|your|such|with) (constant|huge|enormous|massive|sheer|immense|crushing|relentless|never-ending|chronic|unreasonable|sky-high|extreme) [^ ]+
    (ripping|ripped|rips) you off
    (your|our) [^ ]+ (who|that|which) (never|always|hardly|barely|does not|doesn't|didn't) [^ ]+
    (given|considering|bearing in mind|now that you've seen|now that you have seen|now that you know|seeing) (that|how|what)
    (such a|so) (demanding|hard|tough|tiring|stressful|underpaid|thankless) [^ ]+
    (so little|such low|such poor) (pay|money|time|respect)
    (what|which|how many|all these|all this|all those|all of the|of) ({praise}|{blame}) [^ ,?]+s( |$)
    our (important|essential|crucial|good|great|hard) [^ ]+
    the {praise} (story|film|images|work|team|staff)
    in (an|a) [^ ]+ like (that|this)
    (when it is|when they are|which is|which are) (always|never|constantly) [^ ]+
    (what|why|how|when|which|who|in what way) (?!.* (a|the last|any) time ).* {harm}( |$)
    your (frustration|anger|disappointment|annoyance|outrage|delight|disgust|despair|resentment) (with|about|at|over)`,
  oneSided: `
    why (should|must|ought) (?!(i|we|you|anyone|people) )~ be [^ ]+
    what (makes|made) (us|our [^ ]+) (your|the|a|so)
    (tell|describe|talk|list|share) .. your {pain}
    (where|when|with whom|how often|who) (do|did) you (most )?{feel} [^ ]+ing
    should (concerned|caring|responsible|sensible|decent|reasonable|loving) [^ ]+
    (what|which|who) ([^ ]+ ){0,3}(gets|get|got|goes|stands|stood) (on your nerves|in (the|your) way|under your skin)
    (what|which|who) ([^ ]+ ){0,3}(drives|drove|makes|made) you (mad|crazy|angry|furious|sad)(?! (most|least))
    (tell|describe|explain|say|share|show) .. what (it is )?you .. {feel}(?! to )(?!... (most|least|best)( |$))
    why (do|does|did|are|is|were|was) (you|they|it|people) (still|even|ever|bother)
    why (is|was) it (wrong|right|unfair|unhealthy|healthy|good|bad|better|worse|foolish|wise) to
    (how long|when|at what point|since when|why) (have|has|had|did|do) (you|your [^ ]+) .. {turn}
    what (did|do|does|has|have) (?!(i|we) )~ (fail|forget|neglect|refuse|failed|forgotten|neglected|refused) to
    why (you're|you are|you were) .. so [^ ]+
    (what|how) .* (such|so) (high|low|poor|bad|long|short|many|few) [^ ]+
    (what|how) .* so (that )?you feel [^ ]+
    what (is it |was it |is it that |exactly |else )?(do|did|would|does|don't|didn't) (you|your [^ ]+|people|they) (really |most |also |not |particularly |especially |dis)?{feel}(?! (to [^ ]+|best|least|most|it to|to see|the (most|least|best)))(?!... (best|least|most|more)( |$))
    what (is it that |was it that |about .. )?(most )?{moves} you(?!... (most|least|best)( |$))
    (what|which|how many|any|the|what (is|was|are|were|'s) (your|the|his|her|their)|what's (your|the)|what kind of|what sort of) ((two|three|four|five|[^ ]+est|other|main|biggest|big|specific|technical|kinds of|sort of|usability) )*{pain} (?!(do you|did you|did|would) (try|help|set|solve))
    what (is|was|'s|are|were) (so |really )?(good|great|bad|wrong|nice|wonderful|fantastic|special|difficult|hard|annoying|frustrating|attractive|appealing|confusing|missing) (about|with|in|on)
    what (do|did) you (find|consider|think (is|was|are)) (so )?(good|great|bad|wrong|nice|useful|helpful|difficult|hard|annoying|frustrating|attractive|appealing|confusing|irritating|interesting)
    what (went|goes|is going|has gone) (wrong|badly|well|right)
    why (do|did) you (think|believe) .* (important|necessary|essential|a problem)
    why (are|were) we .* (better|best|so)
    what (makes|made|is it that makes) .. (so|such|better|the best|(?<!(a|an) )(great|special|unique|attractive|good|human|different)|stand out)
    what (is|was|'s|are|were) (it that (is|was) )?so [^ ]+
    why (is|was|are|were) (it|this|that) (so |very |really )?(important|hard|difficult|good|bad|great|annoying|essential|crucial|frustrating|attractive|better|necessary|easy|useful)
    why do (people|so many|customers|they|others|most people|everyone) .* (love|like|hate|prefer|trust|choose)
    why (is|are|was|were|do|does) (our|the|this|that|your|you|they|people|you think) ~ (worse|better|best|superior|so|such|great|important|wonderful|prefer|love|like|hate|trust)
    why (do|did) you (love|like|trust|hate|prefer|dislike|enjoy|appreciate|value|distrust)
    why (would|should|will) (everyone|everybody|people|anyone|anybody|one)
    why (would|should|will) (you|people|anyone|everyone|anybody) (choose|prefer|pick|buy|recommend|trust|switch|want)
    why (don't|didn't|haven't|won't|wouldn't|do you not|did you not|have you never|did you never|can't)
    why does (no|no-one|nobody|everyone|everybody)
    why (did|have|do) you .. (nothing|never|no)
    how come ~ so [^ ]+
    why (did|do) you (refrain|avoid|fail|neglect|keep)
    why did you put up
    (how|so) (much|far) (did|do|would|has|have) (you|it|this|that|.. ) (enjoy|like|love|appreciate|benefit|help|improve|hate|miss)
    how much (more|less|easier|better|happier|faster|simpler|safer|cheaper|nicer|smoother|calmer|quicker|worse)
    (how|what) ... so (much|good|great|bad|difficult|hard|important|long|attractive)$
    put up with
    what ~ so (?!(far|on|that|much|long|you|many|what|to|i|we|they|it|as|early|late) )[^ ]+
    why (is|are|was|were) ~ so (?!(far|on|that|many) )[^ ]+
    what makes ~ so [^ ]+
    what (is|was) your (favourite thing|pet hate)
    what (is it |was it )?(that )?(stops|stopped|prevents|prevented|keeps|kept|holds|held|hinders|hindered) you (back|away|from)
    what .. about .. (convinced|won|sold|attracted|attracts|drew|draws|charmed|persuaded|appealed|appeals)
    what (attracts|attracted) you .. to
    what made you (tired|sick|fed up|weary|lose|give up|fall|hate|love)
    what (gives|gave) you (so much|such) [^ ]+
    (tell|explain|write|state|say|describe) .. (why|how) .. ({praise}|{softpraise}|{blame}|satisfied|pleased|proud|recommend|too [^ ]+)
    why (do|does|did|are|is|have|has|were|was) ~ so (little|few|long|late|badly|seldom|rarely|much|many|slowly|often|poorly)
    how (often )?(do|did|does|have) you .. (cope with|put up with|stand|endure|bear|survive)
    how often (do|did|are|were) you .. (annoyed|frustrated|worried|struggle|irritated|disappointed|worry|complain)
    what (could|can|should) .. learn from us
    what makes (us|our|this|the) ~ (more [^ ]+|[^ ]+er) than
    when did you (first )?(realise|realize|see through) (that )?(?!you (wanted|needed|were|had|could|would|felt|might) )[^ ]+
    what was so [^ ]+
    how (did|do|does) .. (ruin|wreck|damage|destroy|undermine|spoil)[^ ]*
    how (has|have) ~ (ruined|wrecked|damaged|destroyed|undermined|spoiled|spoilt|hurt|worn you)
    what (is|was) it about ~ (that|which)
    how (did|does|do) (it|you) feel .. (to|about) (finally|being (ignored|overlooked|passed over|rejected|let down|cheated|humiliated|excluded)|be (ignored|overlooked|passed over|rejected|betrayed|let down|cheated|humiliated|excluded|treated))
    how well (did|does|do|have|has|was|were) (our|the|this|your [^ ]+ (look|treat|help|serve|do))
    how strongly do you (support|believe|recommend|back|favour)
    (opened|opens) your eyes
    how (do|did) you (manage|bring yourself) to (stay|keep|put|bear)
    what (were you|are you) waiting for
    what has .. done well
    (bad|worst) habits
    how did .. manage to (mess|ruin|lose|get it wrong|botch)[^ ]*
    how much (?!(more|less|longer|later|further|earlier|older|younger|bigger|higher|lower) )[^ ]+er (did|does|was|is|has|do|are|were|would)
    (how|why|when|in what ways?) .* (become|became|got|gotten|gone|grown) (so )?(worse|better|harder|easier|downhill|rude|expensive)
    (our|its|the) ([^ ]+est |main |greatest |many )(strength|asset|quality|benefit|benefits|strengths|advantages)
    why put yourself|do that to yourself`,
  presumed: `
    how (our|the|this|your|that) .. (helped|improved|saved|simplified|ruined|damaged) (you|your|it|things)
    how (our|the|this|your|that) .. (made|makes) (?!you feel ).. ([^ ]+er|more)( |$)
    how (much|many) (time|money|hours|effort|hassle|stress) (did|does|has|have|will) .. (save|saved|cost|waste|wasted|spare|spared)
    (the|our|your|this) (rising|growing|increasing|falling|declining|worsening) [^ ]+
    (how|in what way|in what ways|in which way) (has|have|did|does|do|is|are|will|would|could|can) (our|this|the|my) .. (help*|improv*|made|make(?! you (feel|think))|makes|give|gives|given|save|saves|saved|simplif*|ease*|strengthen*|enable*|boost*|benefit*|relieve*|enrich*|transform*)
    (how|in what way|in what ways) (has|have|did|does|will|would) (?!you |i |we |people )(.. )?(help|helped|benefit|benefited|improve|improved|enriched|boosted|simplified|transform*)
    (time|money|hassle|hours|trouble|effort) .. (you|it|that|the|our|saved|save|saves) .. (save|saves|saving|saved) .. (with|by|thanks|for)
    (that|how) (everyone|everybody|nobody|no one|no-one|everything|nothing|all) (is|are|has|have|was|does|should|must|needs)
    (that|how|why|because) (everything|nobody|everyone) .. (today|nowadays|these days|so|anymore)
    (how|in what way|in what ways) .. make you feel ([^ ]+er|more [^ ]+)( |$)
    thanks to (our|this|the)
    the fact that (you|it|everyone|our|they|the)
    that (nobody|no one|no-one|everyone|everybody) [^ ]+
    (what|how|why) .* (that|because) (.* )?(never|always|constantly)( |$)
    (do|deal|cope|live|manage|put up) (about|with|against) all (the|this|that|these|those) (?![^ ]+ (you|that|which|who) )[^ ]+
    (when|that|how) (they|it|he|she|the [^ ]+) .. (yet again|for the umpteenth time|all over again)
    (how|in what way|in what ways) (has|have|did) (the|our|this|that|its|their) .. (brighten*|enrich*|simplif*|eased?|lifted|lift|sweeten*|lighten*|cheered|cheer) (up )?your`,
  preamble: `
    ^(now that|since|given that|seeing that|because|as) .* (so (much|many)|improved|improving|better|worse|easier|harder|shot up|soared|rocketed|gone up|cheaper|dearer|declined|fallen) .* ,
    (everyone|everybody|nobody|no one) (seems|appears|tends|keeps)
    ^as an? ({praise}|caring|responsible|sensible|loyal|busy|good|concerned) [^ ]+
    we .. (had|get|got|received|getting) .. ({praise}|good|positive|bad|negative) (feedback|reviews|reactions|comments)
    (most|many|a lot of|lots of|countless|so many|all|thousands of|nine out of ten|the majority of|almost all|nearly all|plenty of|more and more|a growing number of) ((of )?(our|the|these|my) )?((other|young|satisfied|happy) )?(people|customers|users|clients|guests|readers|members|patients|visitors|participants|others|employees|families|women|men|everyone|parents|companies|experts|citizens|residents|travellers|players|buyers|shoppers|viewers|listeners|subscribers)(?!.* others )
    (everyone|everybody|nobody|anyone|no one) (knows|says|agrees|can see|loves|hates|is|likes|else|wants)
    (research|studies|experts|surveys|tests|figures|science|the research|a study|our data|scientists|doctors) (show*|say*|agree*|prove*|recommend*|suggest*|tell*|has|have)
    (like|as) (everyone|everybody|most people|most of us|many people|most)
    ^(that|it|you|this) (must|can't) have (been|felt)
    ^i can imagine
    we're (very |really |so |all )*(proud|thrilled|delighted)
    (as you know|as we all know|as everyone knows|i assume|i suppose|i guess|i presume|i'm sure|i am sure|no doubt|obviously|clearly|of course|needless to say|it's clear that|it is clear that|as is well known)
    (we|we've|our team|we have|our) .. (worked|work|spent|invest*|listened|rebuilt|redesigned|improved|made|won|simplified|put|are|am|is|'re) ... (hard|proud|simpler|better|easier|faster|improved|award|awards|fantastic|great|best|clearer|love|heart|nicer|prize|friendlier|cheaper|quicker|excellent|leading)
    (reviews|feedback|reactions|response|customers) (have|has) been .. (fantastic|great|positive|overwhelming|good|bad|terrible|amazing)
    (you|we) (all )?know how (good|great|bad|easy|hard|important|nice)
    (almost|nearly|practically|virtually) impossible
    (our|we) .* (take over|takes over|save you|saves you|relieve you)
    now that you (have|know|'ve|see) (.. )?how (much|easy|good|well|fast|many)
    (is|was|has been|have been|are|were) (a|an|such a|really|very|truly|quite|so|absolutely|simply|known for being) .*{blame}
    (is|was|has been|are|were) (a|such a|an) (.. )?(success|disaster|scandal|catastrophe|failure|disgrace|mess|shame|nightmare|hit|relief)
    (saves|saved|save|takes) (you|people|everyone|customers|our)
    with all the (scandals|problems|delays|complaints|changes|fuss)
    (given|considering) (how|that|all|the) (many|much|most|.* {blame})
    (most|many|the majority of|nearly all|lots of|more and more) (of )?(our |the )?[^ ]+ (tell|say|think|find|feel|agree|prefer|believe|call|love|hate|see)( |$)(?!.* others )
    (researchers|academics|psychologists|teachers|nurses|economists) (say|tell|show|agree|warn|claim)`,
  stated: `
    ^((a|the|an) )?(?!({wh}|{aux}|if|when|it|that|this|what|how|he|she) )[^ ]+( [^ ]+){0,3} (is|are|was|were) .. (bad|good|worse|better|harmful|healthy|unhealthy|essential|vital|important|the future|destroying|ruining|dangerous)( |$)
    (destroys|ruins|harms|kills|saves) (the|our|your|people)
    (makes|make|is making|are making|turns|turn) (us|people|everyone|children) (all )?[^ ]+
    (harms|hurts|damages|harm|hurt|damage) [^ ]+`,
  offeredReason: `
    ^(was|is|were|are) ~ (down|due|thanks|owing) to
    ^(was|is) it .* (that|which|who) (made|convinced|drove|persuaded|led|brought|pushed)
    (was|is|were|are) (it|this|that|the reason) (because|due|mainly because|the (price|cost|quality|service|location|money|salary|pay))
    (did|do|have|are|was|were|is) (you|it|they|that) .. (because|due to|owing to|on account of)
    (because of|due to) (the|our|your) [^ ]+ (?!or)$
    ^(so )?(it was|it's|that was) .. (mainly |basically |really |mostly )?(the|because of) [^ ]+ that
    ^(was|is) it the ~ (that|which|who)`,
}
