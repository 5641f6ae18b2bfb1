%!  -Result is +Expression is det
%
%   Result is the value of Expression. Integers have no bound. Where a table row names both types,
%   the result is an integer if all arguments are.
%
%       X + Y, X - Y, X * Y      sum, difference, product
%       -X, +X, abs(X), sign(X)  negation, X itself, absolute value, -1, 0 or 1
%       X / Y                    an integer if both are and it is exact, else a float
%       X // Y, X rem Y          integer quotient truncated towards zero, and its remainder
%       X div Y, X mod Y         integer quotient rounded down, and its remainder, with the sign of Y
%       min(X,Y), max(X,Y)       the smaller, the larger
%       X ** Y, X ^ Y            power; of integers an integer, where 2 ** -1 is 0.5 and 2 ^ -1 an error
%       gcd(X,Y), lcm(X,Y)       greatest common divisor, least common multiple
%       X >> N, X << N           shifts
%       X /\ Y, X \/ Y, \X       bitwise and, or, complement
%       xor(X,Y)                 bitwise exclusive or
%       msb(X), lsb(X)           index of the highest, of the lowest bit set
%       popcount(X), getbit(X,N) number of bits set, bit N
%       succ(X), plus(X,Y)       X + 1, X + Y
%       float(X), integer(X)     as a float; rounded to an integer
%       round(X), truncate(X), trunc(X), floor(X), ceiling(X)
%                                rounded to an integer: to nearest, towards zero, down, up
%       float_integer_part(X), float_fractional_part(X)
%                                the parts before and after the point
%       sqrt(X), exp(X), log(X), log2(X), log10(X), log(B,X)
%                                square root, exponential, logarithms (natural, to base 2, 10, B)
%       sin(X), cos(X), tan(X), asin(X), acos(X), atan(X), cot(X), acot(X)
%                                trigonometry, in radians
%       atan2(Y,X), atan(Y,X)    angle of the point (X,Y)
%       sinh(X), cosh(X), tanh(X), asinh(X), acosh(X), atanh(X)
%                                hyperbolic functions
%       erf(X), erfc(X), lgamma(X)
%                                error function, its complement, logarithm of the gamma function
%       copysign(X,Y)            X with the sign of Y
%       nexttoward(X,Y)          the float next to X in the direction of Y
%       eval(X), [X], "c"        the value of X; of a list of one expression; of a text of one character
%       pi, e, inf, infinite, nan, epsilon
%                                constants
%       max_integer, min_integer, max_tagged_integer, min_tagged_integer
%                                bounds of what other systems treat as small integers
%       random(N)                an integer from 0 to below N
%       random, random_float     a float between 0 and 1
%       cputime, realtime        seconds of CPU time used; of the clock, since 1970
%
%   Errors: instantiation_error if a variable is met; type_error(evaluable, Name/Arity) for what is
%   not in the table; type_error(integer, X) where the operation asks for one;
%   evaluation_error(zero_divisor), evaluation_error(undefined), evaluation_error(float_overflow)
%   unless the flags float_zero_div, float_undefined and float_overflow say otherwise;
%   type_error(float, 2) for 2 ^ -1, whose value is not an integer.
%
%       ?- X is 7 / 2, Y is 7 // 2, Z is 2 ** 100.
%          X = 3.5, Y = 3, Z = 1267650600228229401496703205376.

%!  +X =:= +Y is semidet
%!  +X =\= +Y is semidet
%!  +X < +Y is semidet
%!  +X =< +Y is semidet
%!  +X > +Y is semidet
%!  +X >= +Y is semidet
%
%   Compares the values of the expressions X and Y. An integer and a float are compared exactly.
%   Errors: those of is/2.
%
%       ?- 1 =:= 1.0, 2 + 3 < 2 * 3.
%          true.

%!  succ(?X, ?Y) is semidet
%
%   Y is X + 1 for an integer X from 0 on. Errors: instantiation_error if neither is known;
%   type_error(integer, _); domain_error(not_less_than_zero, _). Fails for succ(X, 0).
%
%       ?- succ(X, 4), succ(4, Y).
%          X = 3, Y = 5.

%!  plus(?X, ?Y, ?Z) is det
%
%   Z is X + Y; one of the three may be unknown. Errors: instantiation_error, type_error(integer,
%   _).

%!  divmod(+Dividend, +Divisor, -Quotient, -Remainder) is det
%
%   Quotient is Dividend div Divisor and Remainder is Dividend mod Divisor. Errors:
%   type_error(integer, _), evaluation_error(zero_divisor).
%
%       ?- divmod(-7, 2, Q, R).
%          Q = -4, R = 1.

%!  nth_integer_root_and_remainder(+N, +X, -Root, -Remainder) is det
%
%   Root is the integer nearest to zero whose Nth power is not beyond X, and Remainder the
%   difference. Errors: type_error(integer, _), evaluation_error(undefined) for an even root of a
%   negative number.
%
%       ?- nth_integer_root_and_remainder(2, 10, Root, Rest).
%          Root = 3, Rest = 1.

%!  current_arithmetic_function(?Head) is nondet
%
%   Head is the most general term of a function that is/2 knows.
