%  ?- parse_time('2024-02-29T12:30:00Z', Stamp), format_time(atom(A), '%a %d %b %Y, %H:%M', Stamp).
%     Stamp = 1709209800.0, A = 'Thu 29 Feb 2024, 12:30'.
%
%  Dates and times: conversion, formatting, parsing.
%
%  A time stamp is the number of seconds since 1970-01-01, 0:00 UTC. A date is date(Y, M, D, H, Mn,
%  S, Off, TZ, DST), where Off is in seconds west of UTC, TZ the name of the zone or `-`, DST
%  `true`, `false` or `-`; or date(Y, M, D). Days are counted in the Gregorian calendar, forwards
%  and backwards.

:- module(date, [
    stamp_date_time/3, date_time_stamp/2, date_time_value/3, format_time/3, format_time/4,
    parse_time/2, parse_time/3, day_of_the_week/2, day_of_the_year/2, date_create/3
]).

%!  stamp_date_time(+Stamp, -Date, ?TimeZone) is det
%
%   True if Date is the date and time at Stamp in TimeZone: `local`, 'UTC', or a number of seconds
%   west of UTC.

stamp_date_time(Stamp, Date, TimeZone) :-
    check_number(Stamp),
    (   var(TimeZone)
    ->  TimeZone = local
    ;   true
    ),
    zone(TimeZone, Stamp, Off, Name, DST),
    Local is Stamp - Off,
    Whole is floor(Local),
    Days is Whole div 86400,
    Seconds is Whole mod 86400,
    H is Seconds // 3600,
    Mn is Seconds mod 3600 // 60,
    S is float(Seconds mod 60 + (Local - Whole)),
    civil(Days, Y, M, D),
    Date = date(Y, M, D, H, Mn, S, Off, Name, DST).

check_number(Stamp) :-
    (   number(Stamp)
    ->  true
    ;   var(Stamp)
    ->  throw(error(instantiation_error, _))
    ;   throw(error(type_error(float, Stamp), _))
    ).

zone('UTC', _, 0, 'UTC', -) :-
    !.
zone(local, Stamp, Off, Name, DST) :-
    !,
    local_zone(Stamp, Off, Name, DST).
zone(Off, _, Off, -, -) :-
    integer(Off),
    !.
zone(Zone, _, _, _, _) :-
    throw(error(domain_error(time_zone, Zone), _)).

%   Daylight saving time is when the clock is ahead of where it is in January or July.

local_zone(Stamp, Off, Name, DST) :-
    local_offset(Stamp, Off),
    civil(floor(Stamp) div 86400, Y, _, _),
    days(Y, 1, 1, January),
    days(Y, 7, 1, July),
    local_offset(January*86400.0, Off1),
    local_offset(July*86400.0, Off7),
    (   Off < max(Off1, Off7)
    ->  DST = true
    ;   DST = false
    ),
    (   Off =:= 0
    ->  Name = 'UTC'
    ;   East is -Off,
        offset_codes(East, ':', Codes),
        atom_codes(Suffix, Codes),
        atom_concat('UTC', Suffix, Name)
    ).

local_offset(Expression, Off) :-
    Stamp is Expression,
    '$local_offset'(Stamp, Off).

%   civil(+Days, -Y, -M, -D), days(+Y, +M, +D, -Days): days since 1970-01-01, by eras of 400 years
%   that start in March.

civil(Days, Y, M, D) :-
    Z is Days + 719468,
    Era is Z div 146097,
    Doe is Z - Era*146097,
    Yoe is (Doe - Doe//1460 + Doe//36524 - Doe//146096) // 365,
    Doy is Doe - (365*Yoe + Yoe//4 - Yoe//100),
    Mp is (5*Doy + 2) // 153,
    D is Doy - (153*Mp + 2)//5 + 1,
    (   Mp < 10
    ->  M is Mp + 3
    ;   M is Mp - 9
    ),
    (   M =< 2
    ->  Y is Yoe + Era*400 + 1
    ;   Y is Yoe + Era*400
    ).

days(Y0, M0, D, Days) :-
    Y1 is Y0 + (M0 - 1) div 12,
    M is (M0 - 1) mod 12 + 1,
    (   M =< 2
    ->  Y is Y1 - 1,
        Mp is M + 9
    ;   Y is Y1,
        Mp is M - 3
    ),
    Era is Y div 400,
    Yoe is Y - Era*400,
    Doy is (153*Mp + 2)//5 + D - 1,
    Doe is Yoe*365 + Yoe//4 - Yoe//100 + Doy,
    Days is Era*146097 + Doe - 719468.

%!  date_time_stamp(+Date, -Stamp) is det
%
%   True if Stamp is the time stamp of Date. Values out of range carry over: month 13 is January of
%   the next year. If the offset of Date is unbound or `-`, it is taken to be local time.

date_time_stamp(Date, Stamp) :-
    (   var(Date)
    ->  throw(error(instantiation_error, _))
    ;   Date = date(Y, M, D)
    ->  days(Y, M, D, Days),
        Stamp is Days*86400.0
    ;   Date = date(Y, M, D, H, Mn, S, Off, Name, DST)
    ->  days(Y, M, D, Days),
        Local is Days*86400.0 + H*3600 + Mn*60 + S,
        (   ( var(Off) ; Off == (-) )
        ->  local_offset(Local, Off0),
            local_offset(Local + Off0, Off1),
            Stamp is Local + Off1,
            (   var(Off)
            ->  local_zone(Stamp, Off, Name0, DST0),
                ignore(Name = Name0),
                ignore(DST = DST0)
            ;   true
            )
        ;   Stamp is Local + Off
        )
    ;   throw(error(type_error(time, Date), _))
    ).

%!  date_time_value(?Field, +Date, ?Value) is nondet
%
%   True if Value is the value of Field in Date: year, month, day, hour, minute, second, utc_offset,
%   time_zone, daylight_saving, date or time. Missing values are left out.

date_time_value(year, date(Y, _, _, _, _, _, _, _, _), Y).
date_time_value(month, date(_, M, _, _, _, _, _, _, _), M).
date_time_value(day, date(_, _, D, _, _, _, _, _, _), D).
date_time_value(hour, date(_, _, _, H, _, _, _, _, _), H).
date_time_value(minute, date(_, _, _, _, M, _, _, _, _), M).
date_time_value(second, date(_, _, _, _, _, S, _, _, _), S).
date_time_value(utc_offset, date(_, _, _, _, _, _, O, _, _), O).
date_time_value(time_zone, date(_, _, _, _, _, _, _, Z, _), Z) :- Z \== (-).
date_time_value(daylight_saving, date(_, _, _, _, _, _, _, _, D), D) :- D \== (-).
date_time_value(date, date(Y, M, D, _, _, _, _, _, _), date(Y, M, D)).
date_time_value(time, date(_, _, _, H, M, S, _, _, _), time(H, M, S)).

%!  date_create(+Date0, +Steps, -Date) is det
%
%   True if Date is date(Y, M, D) moved by the list Steps of years(N), months(N), weeks(N) and
%   days(N).

date_create(date(Y0, M0, D0), Steps, Date) :-
    moved(Steps, Y0, M0, D0, Y1, M1, D1),
    days(Y1, M1, D1, Days),
    civil(Days, Y, M, D),
    Date = date(Y, M, D).

moved([], Y, M, D, Y, M, D).
moved([Step|Steps], Y0, M0, D0, Y, M, D) :-
    move(Step, Y0, M0, D0, Y1, M1, D1),
    moved(Steps, Y1, M1, D1, Y, M, D).

move(years(N), Y0, M, D, Y, M, D) :- Y is Y0 + N.
move(months(N), Y, M0, D, Y, M, D) :- M is M0 + N.
move(weeks(N), Y, M, D0, Y, M, D) :- D is D0 + 7*N.
move(days(N), Y, M, D0, Y, M, D) :- D is D0 + N.

%!  day_of_the_week(+Date, -Day) is det
%
%   True if Day is the day of the week of date(Y, M, D): 1 is Monday, 7 is Sunday.

day_of_the_week(date(Y, M, D), Day) :-
    days(Y, M, D, Days),
    Day is (Days + 3) mod 7 + 1.

%!  day_of_the_year(+Date, -Day) is det
%
%   True if Day is the day of the year of date(Y, M, D): 1 is the first of January.

day_of_the_year(date(Y, M, D), Day) :-
    days(Y, M, D, Days),
    days(Y, 1, 1, First),
    Day is Days - First + 1.

%!  format_time(+Output, +Format, +Time) is det
%
%   Write Time, a time stamp or a date, to Output, an output of format/3. In Format these stand for
%   parts of the time:
%
%     - %a %A: name of the day, short and long
%     - %u %w: its number, 1 (Monday) to 7 (Sunday) and 0 (Sunday) to 6 (Saturday)
%     - %b %h %B: name of the month, short (twice) and long; %m: its number
%     - %d %e: day of the month, padded with zero and space; %j: day of the year
%     - %Y %y %C: year, its last two digits, and the century
%     - %G %g %V: year and week by ISO 8601; %U %W: week of the year from the first Sunday, Monday
%     - %H %k %I %l: hour, of 24 and of 12, padded with zero and space; %p %P: AM or PM, am or pm
%     - %M %S: minute, second; %f: microseconds, %3f: milliseconds, and so on
%     - %s: the time stamp; %z %:z %Z: offset from UTC, with colon, and name of the zone
%     - %F = %Y-%m-%d, %D = %m/%d/%y, %T = %H:%M:%S, %R = %H:%M, %r = %I:%M:%S %p,
%       %c = %a %b %e %H:%M:%S %Y, %+ = %c, %x = %D, %X = %T
%     - %n %t %%: newline, tab, percent sign

format_time(Output, Format, Time) :-
    format_time(Output, Format, Time, posix).

%!  format_time(+Output, +Format, +Time, +Locale) is det
%
%   As format_time/3. The names are English in any Locale.

format_time(Output, Format, Time, _) :-
    (   ( var(Format) ; \+ ground(Time) )
    ->  throw(error(instantiation_error, _))
    ;   true
    ),
    time_parts(Time, Parts),
    text_codes(Format, Codes),
    expand(Codes, Parts, Text, []),
    format(Output, '~s', [Text]).

text_codes(Text, Codes) :-
    (   is_list(Text),
        Text = [C|_],
        integer(C)
    ->  Codes = Text
    ;   is_list(Text)
    ->  atomic_list_concat(Text, Atom),
        atom_codes(Atom, Codes)
    ;   string_codes(Text, Codes)
    ).

%   t(Date, Days, Stamp)

time_parts(Time, t(Date, Days, Stamp)) :-
    (   number(Time)
    ->  Stamp = Time,
        stamp_date_time(Time, Date, local)
    ;   Time = date(Y, M, D)
    ->  Date = date(Y, M, D, 0, 0, 0, 0, 'UTC', -),
        date_time_stamp(Time, Stamp)
    ;   Time = date(Y, M, D, H, Mn, S, Off0, Name, DST)
    ->  (   Off0 == (-)
        ->  date_time_stamp(date(Y, M, D, H, Mn, S, Off, _, _), Stamp)
        ;   Off = Off0,
            date_time_stamp(Time, Stamp)
        ),
        Date = date(Y, M, D, H, Mn, S, Off, Name, DST)
    ;   throw(error(type_error(time, Time), _))
    ),
    Date = date(Year, Month, Day, _, _, _, _, _, _),
    days(Year, Month, Day, Days).

expand([], _, Text, Text).
expand([C|Cs], Parts, Text, Rest) :-
    (   C =\= 0'%
    ->  Text = [C|Text1],
        expand(Cs, Parts, Text1, Rest)
    ;   Cs = [D|Ds]
    ->  char_code(Directive, D),
        (   Directive == (:),
            Ds = [0'z|Es]
        ->  offset(Parts, ':', Text, Text1),
            expand(Es, Parts, Text1, Rest)
        ;   D >= 0'0,
            D =< 0'9,
            Ds = [0'f|Es]
        ->  Digits is D - 0'0,
            fraction(Digits, Parts, Text, Text1),
            expand(Es, Parts, Text1, Rest)
        ;   abbreviation(Directive, Long)
        ->  atom_codes(Long, LongCodes),
            expand(LongCodes, Parts, Text, Text1),
            expand(Ds, Parts, Text1, Rest)
        ;   directive(Directive, Parts, Text, Text1)
        ->  expand(Ds, Parts, Text1, Rest)
        ;   unknown_directive(Directive)
        )
    ;   unknown_directive('')
    ).

unknown_directive(Directive) :-
    atom_concat('%', Directive, Format),
    throw(error(existence_error(format, Format), _)).

abbreviation(c, '%a %b %e %H:%M:%S %Y').
abbreviation(+, '%a %b %e %H:%M:%S %Y').
abbreviation('D', '%m/%d/%y').
abbreviation(x, '%m/%d/%y').
abbreviation('F', '%Y-%m-%d').
abbreviation('T', '%H:%M:%S').
abbreviation('X', '%H:%M:%S').
abbreviation('R', '%H:%M').
abbreviation(r, '%I:%M:%S %p').

directive(a, t(_, Days, _)) -->
    { day_name(Days, Name) },
    short(Name).
directive('A', t(_, Days, _)) -->
    { day_name(Days, Name) },
    text(Name).
directive(b, Time) -->
    { month_name(Time, Name) },
    short(Name).
directive(h, Time) -->
    { month_name(Time, Name) },
    short(Name).
directive('B', Time) -->
    { month_name(Time, Name) },
    text(Name).
directive('C', t(date(Y, _, _, _, _, _, _, _, _), _, _)) -->
    padded(Y div 100, 0'0, 2).
directive(d, t(date(_, _, D, _, _, _, _, _, _), _, _)) -->
    padded(D, 0'0, 2).
directive(e, t(date(_, _, D, _, _, _, _, _, _), _, _)) -->
    padded(D, 0'\s, 2).
directive(f, Time) -->
    fraction(6, Time).
directive(g, Time) -->
    { iso_week(Time, Y, _) },
    padded(Y mod 100, 0'0, 2).
directive('G', Time) -->
    { iso_week(Time, Y, _) },
    text(Y).
directive('V', Time) -->
    { iso_week(Time, _, W) },
    padded(W, 0'0, 2).
directive('H', t(date(_, _, _, H, _, _, _, _, _), _, _)) -->
    padded(H, 0'0, 2).
directive(k, t(date(_, _, _, H, _, _, _, _, _), _, _)) -->
    padded(H, 0'\s, 2).
directive('I', t(date(_, _, _, H, _, _, _, _, _), _, _)) -->
    padded((H + 11) mod 12 + 1, 0'0, 2).
directive(l, t(date(_, _, _, H, _, _, _, _, _), _, _)) -->
    padded((H + 11) mod 12 + 1, 0'\s, 2).
directive(j, Time) -->
    { year_day(Time, Day) },
    padded(Day + 1, 0'0, 3).
directive(m, t(date(_, M, _, _, _, _, _, _, _), _, _)) -->
    padded(M, 0'0, 2).
directive('M', t(date(_, _, _, _, M, _, _, _, _), _, _)) -->
    padded(M, 0'0, 2).
directive(n, _) -->
    [0'\n].
directive(p, t(date(_, _, _, H, _, _, _, _, _), _, _)) -->
    ( { H < 12 } -> text('AM') ; text('PM') ).
directive('P', t(date(_, _, _, H, _, _, _, _, _), _, _)) -->
    ( { H < 12 } -> text(am) ; text(pm) ).
directive(s, t(_, _, Stamp)) -->
    { S is round(Stamp) },
    text(S).
directive('S', t(date(_, _, _, _, _, S, _, _, _), _, _)) -->
    padded(floor(S), 0'0, 2).
directive(t, _) -->
    [0'\t].
directive(u, t(_, Days, _)) -->
    { N is (Days + 3) mod 7 + 1 },
    text(N).
directive(w, t(_, Days, _)) -->
    { N is (Days + 4) mod 7 },
    text(N).
directive('U', Time) -->
    { Time = t(_, Days, _),
      year_day(Time, Day)
    },
    padded((Day + 7 - (Days + 4) mod 7) // 7, 0'0, 2).
directive('W', Time) -->
    { Time = t(_, Days, _),
      year_day(Time, Day)
    },
    padded((Day + 7 - (Days + 3) mod 7) // 7, 0'0, 2).
directive(y, t(date(Y, _, _, _, _, _, _, _, _), _, _)) -->
    padded(Y mod 100, 0'0, 2).
directive('Y', t(date(Y, _, _, _, _, _, _, _, _), _, _)) -->
    text(Y).
directive(z, Time) -->
    offset(Time, '').
directive('Z', t(date(_, _, _, _, _, _, _, Name, _), _, _)) -->
    ( { Name == (-) } -> text('UTC') ; text(Name) ).
directive('%', _) -->
    [0'%].

text(Text) -->
    { string_codes(Text, Codes) },
    list(Codes).

list([]) -->
    [].
list([C|Cs]) -->
    [C],
    list(Cs).

short(Name) -->
    { sub_atom(Name, 0, 3, _, Short) },
    text(Short).

padded(Expression, Pad, Width) -->
    { Number is Expression,
      number_codes(Number, Codes),
      length(Codes, Length)
    },
    padding(Length, Width, Pad),
    list(Codes).

padding(Length, Width, Pad) -->
    (   { Length < Width }
    ->  [Pad],
        { Length1 is Length + 1 },
        padding(Length1, Width, Pad)
    ;   []
    ).

fraction(Digits, t(date(_, _, _, _, _, S, _, _, _), _, _)) -->
    padded(round((S - floor(S)) * 10**Digits) mod 10**Digits, 0'0, Digits).

offset(t(date(_, _, _, _, _, _, Off, _, _), _, _), Colon) -->
    { East is -Off,
      offset_codes(East, Colon, Codes)
    },
    list(Codes).

offset_codes(East, Colon, [Sign|Codes]) :-
    (   East < 0
    ->  Sign = 0'-
    ;   Sign = 0'+
    ),
    H is abs(East) // 3600,
    M is abs(East) mod 3600 // 60,
    padded(H, 0'0, 2, Codes, Codes1),
    text(Colon, Codes1, Codes2),
    padded(M, 0'0, 2, Codes2, []).

year_day(t(date(Y, _, _, _, _, _, _, _, _), Days, _), Day) :-
    days(Y, 1, 1, First),
    Day is Days - First.

%   The ISO week belongs to the year of its Thursday.

iso_week(t(_, Days, _), Year, Week) :-
    Thursday is Days - (Days + 3) mod 7 + 3,
    civil(Thursday, Year, _, _),
    days(Year, 1, 1, First),
    Week is (Thursday - First) // 7 + 1.

day_name(Days, Name) :-
    N is (Days + 3) mod 7,
    nth_name(N, ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
             Name).

month_name(t(date(_, M, _, _, _, _, _, _, _), _, _), Name) :-
    N is (M - 1) mod 12,
    month_names(Names),
    nth_name(N, Names, Name).

month_names(['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August',
             'September', 'October', 'November', 'December']).

nth_name(N, [Name0|Names], Name) :-
    (   N =:= 0
    ->  Name = Name0
    ;   N1 is N - 1,
        nth_name(N1, Names, Name)
    ).

%!  parse_time(+Text, -Stamp) is semidet
%
%   True if Text is a time in one of the formats of parse_time/3, and Stamp its time stamp.

parse_time(Text, Stamp) :-
    parse_time(Text, _, Stamp).

%!  parse_time(+Text, ?Format, -Stamp) is semidet
%
%   True if Text is a time in Format, and Stamp its time stamp. Formats are `iso_8601`, as in
%   2006-12-08T15:29:44+02:00, 20061208, 2006-342, 2006-W49-5, and `rfc_1123`, as in
%   Fri, 08 Dec 2006 15:29:44 GMT. Without an offset the time is UTC.

parse_time(Text, Format, Stamp) :-
    text_codes(Text, Codes),
    time_format(Format),
    parsed(Format, Days, Seconds, Codes, []),
    !,
    Stamp is Days*86400.0 + Seconds.

time_format(iso_8601).
time_format(rfc_1123).

parsed(iso_8601, Days, Seconds) -->
    iso_date(Days),
    (   iso_separator
    ->  iso_time(Time),
        zone_offset(Off),
        { Seconds is Time + Off }
    ;   { Seconds = 0 }
    ).
parsed(rfc_1123, Days, Seconds) -->
    rfc_day,
    ", ",
    number(2, D),
    " ",
    [A, B, C],
    " ",
    number(4, Y),
    " ",
    clock(":", Time),
    " ",
    rfc_zone(Off),
    { atom_codes(Short, [A, B, C]),
      month_number(Short, M),
      days(Y, M, D, Days),
      Seconds is Time + Off
    }.

iso_date(Days) -->
    number(4, Y),
    (   "-"
    ->  iso_rest("-", Y, Days)
    ;   iso_rest("", Y, Days)
    ).

iso_rest(Dash, Y, Days) -->
    "W",
    !,
    number(2, W),
    { in_range(W, 1, 53) },
    Dash,
    number(1, D),
    { in_range(D, 1, 7),
      days(Y, 1, 4, Fourth),
      Days is Fourth - (Fourth + 3) mod 7 + (W - 1)*7 + D - 1
    }.
iso_rest(Dash, Y, Days) -->
    number(2, M),
    { in_range(M, 1, 12) },
    Dash,
    number(2, D),
    \+ number(1, _),
    !,
    { in_range(D, 1, 31),
      days(Y, M, D, Days)
    }.
iso_rest(_, Y, Days) -->
    number(3, N),
    !,
    { in_range(N, 1, 366),
      days(Y, 1, N, Days)
    }.
iso_rest("-", Y, Days) -->
    number(2, M),
    { in_range(M, 1, 12),
      days(Y, M, 1, Days)
    }.

iso_separator -->
    "T".
iso_separator -->
    " ".

iso_time(Seconds) -->
    clock(":", Seconds),
    !.
iso_time(Seconds) -->
    clock("", Seconds),
    !.
iso_time(Seconds) -->
    number(2, H),
    ":",
    number(2, M),
    !,
    { in_range(H, 0, 24),
      in_range(M, 0, 59),
      Seconds is H*3600 + M*60
    }.
iso_time(Seconds) -->
    number(2, H),
    number(2, M),
    !,
    { in_range(H, 0, 24),
      in_range(M, 0, 59),
      Seconds is H*3600 + M*60
    }.
iso_time(Seconds) -->
    number(2, H),
    { in_range(H, 0, 24),
      Seconds is H*3600
    }.

clock(Colon, Seconds) -->
    number(2, H),
    Colon,
    number(2, M),
    Colon,
    number(2, S),
    fraction_of(F),
    { in_range(H, 0, 24),
      in_range(M, 0, 59),
      in_range(S, 0, 60),
      Seconds is H*3600 + M*60 + S + F
    }.

fraction_of(F) -->
    [C],
    { memberchk(C, [0'., 0',]) },
    digits_of([D|Ds]),
    !,
    { number_codes(F, [0'0, 0'., D|Ds]) }.
fraction_of(0) -->
    [].

digits_of([D|Ds]) -->
    [D],
    { D >= 0'0, D =< 0'9 },
    !,
    digits_of(Ds).
digits_of([]) -->
    [].

zone_offset(0) -->
    "Z",
    !.
zone_offset(Off) -->
    [Sign],
    { memberchk(Sign, `+-`) },
    !,
    number(2, H),
    (   ":"
    ->  number(2, M)
    ;   number(2, M)
    ->  []
    ;   { M = 0 }
    ),
    { (   Sign =:= 0'+
      ->  Off is -(H*3600 + M*60)
      ;   Off is H*3600 + M*60
      )
    }.
zone_offset(0) -->
    [].

rfc_day -->
    [A, B, C],
    { atom_codes(Day, [A, B, C]),
      memberchk(Day, ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])
    }.

rfc_zone(0) -->
    "GMT",
    !.
rfc_zone(Off) -->
    zone_offset(Off).

month_number(Short, M) :-
    month_names(Names),
    month_number(Names, 1, Short, M).

month_number([Name|Names], N, Short, M) :-
    (   sub_atom(Name, 0, 3, _, Short)
    ->  M = N
    ;   N1 is N + 1,
        month_number(Names, N1, Short, M)
    ).

number(Digits, Number) -->
    number(Digits, 0, Number).

number(Digits, Number0, Number) -->
    (   { Digits =:= 0 }
    ->  { Number = Number0 }
    ;   [D],
        { D >= 0'0,
          D =< 0'9,
          Digits1 is Digits - 1,
          Number1 is Number0*10 + D - 0'0
        },
        number(Digits1, Number1, Number)
    ).

in_range(N, Low, High) :-
    N >= Low,
    N =< High.
