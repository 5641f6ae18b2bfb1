% A fairy tale: a dragon, a tower, and what people want.
%
%   clew tell examples/stories/tower.pl "saved(mira, jester)"
%   clew tell examples/stories/tower.pl "married(mira, jester)"
%
% An action: its name and whom it is about, who does it, what must be so before, what is so
% afterwards, and how it is told. Who does something must have a goal that it serves; what nobody
% does just happens. Goals come from what happens: intends(Who, Goal).

title("The dragon's tower").

character(mira, "princess Mira").
character(ivo, "Ivo the miller's son").
character(king, "the king").
character(dragon, "the dragon").
character(witch, "the witch").
character(smith, "the smith").
character(jester, "the jester").

name(castle, "the castle").
name(village, "the village").
name(forest, "the forest").
name(tower, "the dragon's tower").
name(swamp, "the swamp").
name(sword, "the silver sword").
name(ore, "a lump of silver ore").
name(crown, "the crown").
name(ring, "a gold ring").
name(herb, "moonwort").
name(potion, "a sleeping potion").
name(song, "an old song").
name(lute, "the lute").

opening([
    place(castle), place(village), place(forest), place(tower), place(swamp),
    road(castle, village), road(village, castle), road(village, forest), road(forest, village),
    road(forest, tower), road(tower, forest), road(forest, swamp), road(swamp, forest),
    at(mira, castle), at(king, castle), at(jester, castle), at(ivo, village), at(smith, village),
    at(dragon, tower), at(witch, swamp),
    free(mira), free(king), free(ivo), free(smith), free(jester), free(witch), free(dragon),
    alive(mira), alive(king), alive(ivo), alive(smith), alive(jester), alive(witch), alive(dragon),
    awake(dragon), beast(dragon), lair(dragon, tower),
    royal(mira), royal(king), father(king, mira), crafts(smith), brews(witch), plays(jester),
    person(mira), person(king), person(ivo), person(smith), person(jester), person(witch),
    lies(ore, forest), lies(herb, forest), lies(lute, castle),
    has(king, crown), has(king, ring),
    metal(ore), plant(herb), instrument(lute), blade(sword), brewed(potion),
    deals(smith, sword), deals(witch, potion), deals(king, crown), deals(jester, lute),
    deals(ivo, ore), deals(ivo, herb),
    thing(sword), thing(ore), thing(crown), thing(ring), thing(herb), thing(potion), thing(lute),
    single(mira), single(ivo), single(king), single(witch), single(smith), single(jester)
]).

% ---- What just happens ----

action(wake(Dragon, Tower), [],
    [beast(Dragon), lair(Dragon, Tower), at(Dragon, Tower), alive(Dragon)],
    [hungry(Dragon), intends(Dragon, captive(mira))],
    "In {Tower}, {Dragon} woke from a long sleep and thought of princesses.").

action(fall_ill(King), [],
    [royal(King), alive(King), has(King, crown), King \= mira],
    [ill(King), intends(King, healthy(King))],
    "One winter {King} fell ill.").

action(news(Hero, Girl), [],
    [captive(Girl), person(Hero), alive(Hero), Hero \= Girl],
    [intends(Hero, free(Girl))],
    "News of {Girl} in her chain reached {Hero}.").

action(meet(Girl, Boy, Place), [],
    [single(Girl), single(Boy), royal(Girl), person(Boy), \+ royal(Boy), Girl \= Boy,
     at(Girl, Place), at(Boy, Place), free(Girl), alive(Boy)],
    [loves(Girl, Boy), intends(Girl, married(Girl, Boy)), intends(Boy, married(Girl, Boy))],
    "{Girl} and {Boy} met at {Place}, and neither could look away.").

action(storm(Place), [],
    [place(Place), Place \= castle, Place \= tower],
    [flooded(Place)],
    "A storm broke over {Place}.").

action(envy(Who, Owner, Thing), [],
    [brews(Who), has(Owner, Thing), royal(Owner), person(Who), Who \= Owner],
    [intends(Who, has(Who, Thing))],
    "{Who} heard of {Thing} of {Owner}, and could think of nothing else.").

action(tale(Who, Place), [],
    [plays(Who), at(Who, Place)],
    [bored(Who), intends(Who, laughing(king))],
    "{Who} noticed that nobody at {Place} had laughed for a year.").

% ---- Ways ----

action(walk(Who, From, To), [Who],
    [person(Who), at(Who, From), road(From, To), free(Who), alive(Who)],
    [at(Who, To), \+ at(Who, From)],
    "{Who} went from {From} to {To}.").

action(fly(Dragon, From, To), [Dragon],
    [beast(Dragon), at(Dragon, From), place(From), place(To), alive(Dragon), awake(Dragon), From \= To],
    [at(Dragon, To), \+ at(Dragon, From)],
    "{Dragon} flew from {From} to {To}.").

% ---- Things ----

action(take(Who, Thing, Place), [Who],
    [person(Who), at(Who, Place), lies(Thing, Place), thing(Thing), free(Who), alive(Who)],
    [has(Who, Thing), \+ lies(Thing, Place)],
    "At {Place}, {Who} found {Thing} and took it along.").

action(give(Giver, Thing, Taker, Place), [Giver],
    [has(Giver, Thing), at(Giver, Place), at(Taker, Place), person(Giver), person(Taker),
     thing(Thing), alive(Giver), Giver \= Taker],
    [has(Taker, Thing), \+ has(Giver, Thing)],
    "{Giver} gave {Thing} to {Taker}.").

action(steal(Thief, Thing, Owner, Place), [Thief],
    [has(Owner, Thing), at(Thief, Place), at(Owner, Place), person(Thief), free(Thief), thing(Thing),
     enchanted(Owner), Thief \= Owner],
    [has(Thief, Thing), \+ has(Owner, Thing)],
    "While {Owner} stared into the air, {Thief} stole {Thing}.").

action(forge(Smith, Ore, Sword, Place), [Smith],
    [crafts(Smith), has(Smith, Ore), metal(Ore), blade(Sword), at(Smith, Place),
     \+ flooded(Place)],
    [has(Smith, Sword), \+ has(Smith, Ore)],
    "{Smith} forged {Sword} from {Ore}.").

action(brew(Witch, Herb, Potion), [Witch],
    [brews(Witch), has(Witch, Herb), plant(Herb), brewed(Potion), at(Witch, swamp)],
    [has(Witch, Potion), \+ has(Witch, Herb)],
    "{Witch} brewed {Potion} from {Herb}.").

action(drink(Who, Potion), [Who],
    [person(Who), has(Who, Potion), brewed(Potion)],
    [healthy(Who), \+ ill(Who), \+ has(Who, Potion)],
    "{Who} drank {Potion} and slept for three days.").

% ---- People ----

action(abduct(Dragon, Girl, Place), [Dragon],
    [beast(Dragon), at(Dragon, Place), at(Girl, Place), royal(Girl), single(Girl), free(Girl),
     hungry(Dragon), Girl \= king],
    [captive(Girl), \+ free(Girl), at(Girl, tower), \+ at(Girl, Place),
     at(Dragon, tower), \+ at(Dragon, Place), intends(king, free(Girl))],
    "{Dragon} seized {Girl} at {Place} and carried her off to its tower.").

action(promise(King, Girl, Hero, Place), [King],
    [father(King, Girl), captive(Girl), at(King, Place), at(Hero, Place), person(Hero), alive(Hero),
     Hero \= Girl, Hero \= King],
    [promised(Girl, Hero), intends(Hero, free(Girl))],
    "{King} promised {Girl} to {Hero}, if only she came home.").

action(ask(Who, Other, Thing, Place), [Who],
    [person(Who), deals(Other, Thing), at(Who, Place), at(Other, Place), alive(Other),
     Who \= Other],
    [intends(Other, has(Who, Thing))],
    "{Who} asked {Other} for {Thing}.").

action(slay(Hero, Dragon, Place), [Hero],
    [person(Hero), beast(Dragon), lair(Dragon, Place), at(Hero, Place), at(Dragon, Place), has(Hero, sword), alive(Dragon)],
    [\+ alive(Dragon), slain(Dragon, Hero), hero(Hero)],
    "With the silver sword {Hero} slew {Dragon} at {Place}.").

action(lull(Who, Lute, Dragon, Place), [Who],
    [plays(Who), has(Who, Lute), instrument(Lute), at(Who, Place), beast(Dragon), lair(Dragon, Place),
     at(Dragon, Place), awake(Dragon)],
    [\+ awake(Dragon)],
    "{Who} played {Lute} until {Dragon} fell asleep.").

action(release(Hero, Girl, Dragon, Place), [Hero],
    [captive(Girl), beast(Dragon), lair(Dragon, Place), at(Hero, Place), at(Girl, Place),
     person(Hero), \+ alive(Dragon), Hero \= Girl],
    [free(Girl), \+ captive(Girl), saved(Girl, Hero), loves(Girl, Hero),
     intends(Girl, married(Girl, Hero)), intends(Hero, married(Girl, Hero))],
    "{Hero} broke the chain and led {Girl} out of {Place}.").

action(sneak(Hero, Girl, Dragon, Place), [Hero],
    [captive(Girl), beast(Dragon), lair(Dragon, Place), at(Hero, Place), at(Girl, Place),
     person(Hero), \+ awake(Dragon), Hero \= Girl],
    [free(Girl), \+ captive(Girl), saved(Girl, Hero)],
    "On tiptoe {Hero} led {Girl} past {Dragon}, asleep.").

action(bless(King, Girl, Boy, Place), [King],
    [father(King, Girl), saved(Girl, Boy), promised(Girl, Boy), at(King, Place), at(Boy, Place)],
    [blessed(Girl, Boy)],
    "{King} kept his word to {Boy}.").

action(beg(Girl, King, Boy, Place), [Girl],
    [father(King, Girl), loves(Girl, Boy), at(Girl, Place), at(King, Place)],
    [intends(King, blessed(Girl, Boy))],
    "{Girl} begged {King} to let her marry {Boy}.").

action(marry(Girl, Boy, Place), [Girl, Boy],
    [loves(Girl, Boy), blessed(Girl, Boy), at(Girl, Place), at(Boy, Place), free(Girl), free(Boy),
     single(Girl), single(Boy), place(Place), alive(Boy), alive(Girl), Place \= tower],
    [married(Girl, Boy), \+ single(Girl), \+ single(Boy)],
    "At {Place}, {Girl} and {Boy} were married.").

action(elope(Girl, Boy, Witch, Place), [Girl, Boy],
    [loves(Girl, Boy), at(Girl, Place), at(Boy, Place), free(Girl), free(Boy), single(Girl),
     single(Boy), brews(Witch), at(Witch, Place)],
    [married(Girl, Boy), secret(Girl, Boy), \+ single(Girl), \+ single(Boy)],
    "With nobody but {Witch} to see it, {Girl} and {Boy} were married.").

action(enchant(Witch, Potion, Victim, Place), [Witch],
    [brews(Witch), brewed(Potion), has(Witch, Potion), at(Witch, Place), at(Victim, Place), person(Victim),
     Victim \= Witch],
    [enchanted(Victim)],
    "{Witch} poured {Potion} into the cup of {Victim}.").

action(knight(King, Hero, Place), [King],
    [has(King, crown), hero(Hero), at(King, Place), at(Hero, Place), King \= Hero],
    [knighted(Hero)],
    "{King} made {Hero} a knight.").

action(joke(Jester, King, Place), [Jester],
    [plays(Jester), at(Jester, Place), at(King, Place), royal(King), healthy(King), bored(Jester),
     Jester \= King],
    [laughing(King)],
    "{Jester} told the one about the two millers, and {King} laughed until he wept.").
