% A heist: a museum, a vault, and people who want what is in it.
%
%   clew tell examples/stories/heist.pl "has(vera, diamond)"
%   clew tell examples/stories/heist.pl "has(rudi, diamond)"
%
% An action: its name and whom it is about, who does it, what must be so before, what is so
% afterwards, and how it is told.

title("The diamond of the museum").

character(vera, "Vera").
character(max, "Max the locksmith").
character(tom, "Tom the guard").
character(lena, "Lena the curator").
character(rudi, "Rudi the fence").
character(frank, "inspector Frank").

name(museum, "the museum").
name(bar, "the harbour bar").
name(street, "the street").
name(office, "the curator's office").
name(vault, "the vault").
name(station, "the police station").
name(diamond, "the diamond").
name(keycard, "the keycard").
name(code, "the code of the safe").
name(tools, "a set of lock picks").
name(badge, "a badge").
name(money, "a suitcase of money").
name(camera, "the camera").
name(letter, "a letter").

opening([
    place(museum), place(bar), place(street), place(office), place(vault), place(station),
    open(museum), open(bar), open(street), open(station),
    way(bar, street), way(street, bar), way(street, museum), way(museum, street),
    way(street, station), way(station, street), way(museum, office), way(office, museum),
    way(museum, vault), way(vault, museum),
    at(vera, bar), at(max, bar), at(tom, museum), at(lena, office), at(rudi, bar),
    at(frank, station),
    locksmith(max), guard(tom), curator(lena), fence(rudi), police(frank), thief(vera),
    card(keycard), pick(tools), cash(money), jewel(diamond), device(camera), paper(letter),
    has(tom, keycard), has(max, tools), has(rudi, money), has(tom, camera), has(frank, badge),
    inside(diamond, vault), running(camera), honest(tom), honest(lena)
]).

% ---- What just happens ----

action(debt(Thief, Jewel), [],
    [thief(Thief), jewel(Jewel)],
    [broke(Thief), intends(Thief, has(Thief, Jewel))],
    "{Thief} owed more than she could earn, and thought of {Jewel}.").

action(greed(Fence, Jewel), [],
    [fence(Fence), jewel(Jewel)],
    [intends(Fence, has(Fence, Jewel))],
    "A customer of {Fence} asked for {Jewel}.").

action(gambling(Guard), [],
    [guard(Guard), honest(Guard)],
    [indebted(Guard), \+ honest(Guard), intends(Guard, has(Guard, money))],
    "{Guard} lost his wages at cards.").

action(alarm(Place, Jewel), [],
    [gone(Jewel, Place)],
    [alarmed(Place), intends(frank, found(Jewel)), intends(frank, returned(Jewel))],
    "At dawn the alarm of {Place} rang: {Jewel} was gone.").

action(power_cut(Camera), [],
    [device(Camera), running(Camera)],
    [\+ running(Camera)],
    "The lights went out, and {Camera} with them.").

action(doubt(Curator), [],
    [curator(Curator), honest(Curator)],
    [worried(Curator), intends(Curator, insured(diamond))],
    "{Curator} had slept badly and thought of thieves.").

% ---- Ways ----

action(go(Who, From, To), [Who],
    [at(Who, From), way(From, To), open(To), \+ arrested(Who)],
    [at(Who, To), \+ at(Who, From)],
    "{Who} went from {From} to {To}.").

action(go_in(Who, From, Curator, Office), [Who],
    [at(Who, From), way(From, Office), curator(Curator), at(Curator, Office), Office \= vault],
    [at(Who, Office), \+ at(Who, From)],
    "{Who} knocked at {Office}, and {Curator} opened.").

action(open_by_card(Who, Card, Place, Vault, Jewel), [Who],
    [has(Who, Card), card(Card), at(Who, Place), way(Place, Vault), inside(Jewel, Vault), jewel(Jewel)],
    [open(Vault)],
    "With {Card}, {Who} opened {Vault}, where {Jewel} lay.").

action(open_by_pick(Who, Tools, Place, Vault), [Who],
    [locksmith(Who), has(Who, Tools), pick(Tools), at(Who, Place), way(Place, Vault), \+ running(camera)],
    [open(Vault)],
    "In the dark {Who} worked on the lock of {Vault} until it gave way.").

% ---- The plot ----

action(recruit(Thief, Helper, Place, Jewel), [Thief],
    [thief(Thief), locksmith(Helper), jewel(Jewel), at(Thief, Place), at(Helper, Place)],
    [recruited(Helper), intends(Helper, has(Thief, Jewel))],
    "At {Place}, {Thief} told {Helper} what she had in mind, and he was in.").

action(flatter(Thief, Curator, Place), [Thief],
    [thief(Thief), curator(Curator), at(Thief, Place), at(Curator, Place)],
    [trusts(Curator, Thief)],
    "{Thief} praised the collection until {Curator} trusted her.").

action(confide(Curator, Thief, Place), [Curator],
    [trusts(Curator, Thief), at(Curator, Place), at(Thief, Place), worried(Curator)],
    [knows(Thief, code), insured(diamond)],
    "{Curator} told {Thief} what worried her, and the code of the safe as well.").

action(bribe(Giver, Guard, Card, Money, Place), [Giver, Guard],
    [guard(Guard), \+ honest(Guard), has(Guard, Card), card(Card), has(Giver, Money), cash(Money),
     at(Giver, Place), at(Guard, Place), Giver \= Guard],
    [has(Giver, Card), \+ has(Guard, Card), has(Guard, Money), \+ has(Giver, Money)],
    "{Giver} gave {Guard} {Money}, and {Guard} gave {Giver} {Card}.").

action(borrow(Thief, Fence, Money, Place, Jewel), [Thief],
    [thief(Thief), fence(Fence), has(Fence, Money), cash(Money), jewel(Jewel), at(Thief, Place),
     at(Fence, Place)],
    [has(Thief, Money), \+ has(Fence, Money), owes(Thief, Fence)],
    "{Thief} borrowed {Money} from {Fence}.").

action(pickpocket(Thief, Owner, Card, Place), [Thief],
    [thief(Thief), has(Owner, Card), card(Card), at(Thief, Place), at(Owner, Place),
     distracted(Owner), Thief \= Owner],
    [has(Thief, Card), \+ has(Owner, Card)],
    "{Thief} took {Card} from the pocket of {Owner}.").

action(distract(Helper, Guard, Place), [Helper],
    [recruited(Helper), guard(Guard), at(Helper, Place), at(Guard, Place), Helper \= Guard],
    [distracted(Guard)],
    "{Helper} asked {Guard} about every painting at {Place}.").

action(switch_off(Guard, Camera, Place), [Guard],
    [guard(Guard), has(Guard, Camera), device(Camera), running(Camera), at(Guard, Place)],
    [\+ running(Camera)],
    "{Guard} switched {Camera} off.").

action(grab(Thief, Jewel, Vault), [Thief],
    [at(Thief, Vault), inside(Jewel, Vault), jewel(Jewel), \+ arrested(Thief)],
    [has(Thief, Jewel), gone(Jewel, Vault), \+ inside(Jewel, Vault)],
    "{Thief} took {Jewel} out of its case.").

action(crack(Thief, Jewel, Vault, Curator, Office), [Thief],
    [knows(Thief, code), at(Thief, Office), curator(Curator), inside(Jewel, Vault), jewel(Jewel),
     way(museum, Office), way(museum, Vault), Office \= Vault, Office \= street],
    [open(Vault)],
    "In {Office}, {Thief} typed the code that {Curator} had told her, and {Vault} opened.").

action(hand_over(Giver, Thing, Taker, Place), [Giver],
    [has(Giver, Thing), jewel(Thing), at(Giver, Place), at(Taker, Place), Giver \= Taker],
    [has(Taker, Thing), \+ has(Giver, Thing)],
    "{Giver} handed {Thing} to {Taker}.").

action(sell(Thief, Jewel, Fence, Money, Place), [Thief, Fence],
    [has(Thief, Jewel), jewel(Jewel), fence(Fence), has(Fence, Money), cash(Money),
     at(Thief, Place), at(Fence, Place), Thief \= Fence],
    [has(Fence, Jewel), \+ has(Thief, Jewel), has(Thief, Money), \+ has(Fence, Money),
     rich(Thief)],
    "{Thief} sold {Jewel} to {Fence} for {Money}.").

% ---- The police ----

action(inspect(Police, Place, Jewel), [Police],
    [police(Police), at(Police, museum), gone(Jewel, Place)],
    [clue(Police, Jewel)],
    "{Police} looked around {Place} and found a hairpin.").

action(question(Police, Witness, Thief, Jewel, Place), [Police],
    [police(Police), guard(Witness), thief(Thief), has(Thief, Jewel), at(Police, Place),
     at(Witness, Place), clue(Police, Jewel)],
    [suspects(Police, Thief)],
    "{Police} asked {Witness} who had been near {Jewel}, and heard of {Thief}.").

action(arrest(Police, Thief, Jewel, Place), [Police],
    [police(Police), suspects(Police, Thief), has(Thief, Jewel), jewel(Jewel), at(Police, Place),
     at(Thief, Place)],
    [arrested(Thief), has(Police, Jewel), found(Jewel), \+ has(Thief, Jewel)],
    "At {Place}, {Police} arrested {Thief}, with {Jewel} in her glove.").

action(bring_back(Police, Jewel, Curator, Place), [Police],
    [police(Police), has(Police, Jewel), found(Jewel), curator(Curator), at(Police, Place),
     at(Curator, Place)],
    [returned(Jewel), has(Curator, Jewel), \+ has(Police, Jewel)],
    "{Police} brought {Jewel} back to {Curator}.").

action(confess(Guard, Police, Thief, Place), [Guard],
    [guard(Guard), indebted(Guard), police(Police), thief(Thief), at(Guard, Place),
     at(Police, Place)],
    [suspects(Police, Thief), forgiven(Guard)],
    "{Guard} could not bear it any longer and told {Police} of {Thief}.").
